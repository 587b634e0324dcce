import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard } from '../../../renderer/board/board-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';
import { found, VIA } from './board-samples.ts';

let hub: FakeBridge;

beforeEach(() => {
  // The list draws what its height shows; a page without layout has none of its own.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  setServerNow(NOON);
  const changed = { ...VIA, key: '90-91', connections: [{ airport: 'LGA', toAirport: 'JFK', minutes: 250, minimumMinutes: 180 }] };
  hub = new FakeBridge()
    .gives('flights.places', { places: [] })
    .gives('flights.board', { flights: [] })
    .gives('flights.search', found([VIA, changed]));
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  forgetBoard();
  startOver();
  vi.restoreAllMocks();
});

test('a search leaves out changes of airport until the agent asks for them, and the board marks them', async () => {
  render(<BoardScreen screen={{ name: 'board', from: 'JFK', to: 'LAX', date: '2026-11-21' }} />);
  const box = await screen.findByRole('checkbox', { name: 'Same airport at each stop' });
  expect(hub.inputsOf('flights.search')).toMatchObject([{ sameAirport: true }]);
  await userEvent.click(box);
  await waitFor(() => expect(hub.inputsOf('flights.search')).toMatchObject([{ sameAirport: true }, { sameAirport: false }]));
  expect(screen.getByText('change of airport')).toBeTruthy();
});
