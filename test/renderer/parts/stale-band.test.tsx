import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { StaleBand } from '../../../renderer/parts/stale-band.tsx';
import { connectionLive, connectionStale, useConnection } from '../../../renderer/stores/connection-store.ts';
import { instant } from '../../../shared/instants.ts';
import { NOON } from '../support/samples.ts';

afterEach(() => {
  cleanup();
  useConnection.setState({ status: 'stale', since: null, met: false });
});

test('loads stood there as if they were true while the hub was away: the list itself says that they are old', async () => {
  connectionLive();
  const { rerender } = render(<StaleBand what="loads and prices" />);
  expect(screen.queryByText(/Not up to date/)).toBeNull();
  connectionStale(instant(NOON));
  rerender(<StaleBand what="loads and prices" />);
  expect((await screen.findByText(/Not up to date/)).parentElement?.textContent).toContain('does not answer since');
});
