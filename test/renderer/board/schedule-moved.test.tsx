import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard } from '../../../renderer/board/board-store.ts';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { hearScheduleMoved } from '../../../renderer/stores/schedule-moved.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON, signedIn } from '../support/samples.ts';
import { DEPARTURES } from './board-samples.ts';

afterEach(() => {
  cleanup();
  forgetBoard();
  useSession.setState({ state: null, session: null, locked: false });
});

test('a board that comes back asks again when the schedule was changed meanwhile (for 20 seconds it showed the zone that an airport had before)', async () => {
  setServerNow(NOON);
  const hub = new FakeBridge().gives('flights.places', { places: [] }).gives('flights.board', { flights: DEPARTURES });
  connect(hub, atOnce);
  const { token: _, ...session } = signedIn;
  useSession.setState({ state: hubState(), session, locked: false });
  const open = () => render(<BoardScreen screen={{ name: 'board' }} />);
  open();
  await screen.findByRole('grid');
  await waitFor(() => expect(hub.inputsOf('flights.board')).toHaveLength(1));
  cleanup();
  open();
  await act(async () => {});
  expect(hub.inputsOf('flights.board')).toHaveLength(1);
  cleanup();
  const data = { name: 'winter.csv', added: 1, changed: 0, dropped: 0 };
  hearScheduleMoved([{ event: 101, at: NOON + MINUTE_MS, user: 'osei', desk: 'T1-01', type: 'schedule.applied', data }]);
  open();
  await waitFor(() => expect(hub.inputsOf('flights.board')).toHaveLength(2));
});
