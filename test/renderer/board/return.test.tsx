import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard, useBoard } from '../../../renderer/board/board-store.ts';
import { useBridge as connect, feed } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { nextParty } from '../../../renderer/stores/customer-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { Itinerary } from '../../../shared/methods/flights.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON, signedIn } from '../support/samples.ts';
import { DIRECT, flight, found, load, VIA } from './board-samples.ts';

/** LAX to JFK by AA 20, so many days after the way out has left. */
const wayBack = (flightId: number, days: number, price = 15_000): Itinerary => {
  const out = DIRECT.flights[0] as Itinerary['flights'][number];
  const leg = flight(flightId, {
    ...{ origin: 'LAX', destination: 'JFK', originZone: out.destinationZone, destinationZone: out.originZone, date: '2026-11-28' },
    ...{ departsAt: out.departsAt + days * DAY_MS, arrivesAt: out.arrivesAt + days * DAY_MS, cabins: [load('Y', { price })] },
  });
  return { ...DIRECT, key: String(flightId), flights: [leg], cabin: 'Y', total: price };
};
const HOME = wayBack(20, 7);
const way = (itineraries: Itinerary[]) => ({ itineraries, more: 0, found: { direct: itineraries.length, oneStop: 0, twoStops: 0 } });

let hub: FakeBridge;
const user = userEvent.setup();
const band = () => screen.getByRole('region', { name: 'Return' });

async function open(back = [HOME]) {
  hub.gives('flights.search', found([DIRECT, VIA], { back: way(back) }));
  render(<BoardScreen screen={{ name: 'board', from: 'JFK', to: 'LAX', date: '2026-11-21', back: '2026-11-28' }} />);
  await screen.findByRole('grid', { name: 'JFK to LAX, Sat 21 Nov' });
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  setServerNow(NOON);
  hub = new FakeBridge().gives('flights.places', { places: [] });
  connect(hub, atOnce);
  feed.start(100);
  const { token: _, ...session } = signedIn;
  useSession.setState({ state: hubState(), session, locked: false });
});
afterEach(() => {
  cleanup();
  forgetBoard();
  startOver();
  useSession.setState({ state: null, session: null, locked: false });
  vi.restoreAllMocks();
});

describe('a return on the board', () => {
  it('is searched out and back in one call', async () => {
    await open();
    expect(hub.inputsOf('flights.search')).toMatchObject([{ from: 'JFK', to: 'LAX', date: '2026-11-21', back: '2026-11-28' }]);
    expect((screen.getByLabelText('Date, local') as HTMLInputElement).value).toBe('21 Nov \u2013 28 Nov');
    expect(band().textContent).toContain('1 Way out, Sat 21 Nov');
  });

  it('takes the way out by Enter, then the way back, and opens the seats of both with the sum in sight', async () => {
    await open();
    await user.keyboard('{Enter}');
    await screen.findByRole('grid', { name: 'LAX to JFK, Sat 28 Nov' });
    expect(within(screen.getByRole('grid')).getByText('AA 20')).toBeTruthy();
    const total = (DIRECT.total ?? 0) + 15_000;
    expect(screen.getByRole('status', { name: 'Total of both ways' }).textContent).toContain(`${(total / 100).toFixed(2)} USD for 1`);
    await user.keyboard('{Enter}');
    expect(useNavigation.getState().screen).toMatchObject({ name: 'flight', flightIds: [7, 20], back: 1, backCabin: 'Y' });
    expect(hub.inputsOf('flights.search')).toHaveLength(1);
  });

  it('goes by Esc from the way back to the way out that was taken', async () => {
    await open();
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('grid', { name: 'LAX to JFK, Sat 28 Nov' });
    await user.keyboard('{Escape}');
    await screen.findByRole('grid', { name: 'JFK to LAX, Sat 21 Nov' });
    expect(useBoard.getState().selected).toBe(VIA.key);
  });

  it('shows no way back that leaves before the way out has arrived, and says so when there is none', async () => {
    await open([wayBack(21, 0)]);
    await user.keyboard('{Enter}');
    await screen.findByText(/Nothing flies from LAX to JFK on Sat 28 Nov, after the way out has arrived/);
  });

  it('keeps the way out that was taken when the list is asked for again', async () => {
    await open();
    await user.keyboard('{Enter}');
    await screen.findByRole('grid', { name: 'LAX to JFK, Sat 28 Nov' });
    await user.keyboard('s');
    await waitFor(() => expect(hub.inputsOf('flights.search')).toHaveLength(2));
    await screen.findByRole('grid', { name: 'LAX to JFK, Sat 28 Nov' });
    expect(useBoard.getState().out?.row.key).toBe(DIRECT.key);
  });

  it('begins with the ways out for the next customer', async () => {
    await open();
    await user.keyboard('{Enter}');
    await screen.findByRole('grid', { name: 'LAX to JFK, Sat 28 Nov' });
    nextParty();
    await screen.findByRole('grid', { name: 'JFK to LAX, Sat 21 Nov' });
    expect(useBoard.getState().out).toBeNull();
  });

  it('is not asked when the way back is before the way out', async () => {
    await open();
    const date = screen.getByLabelText('Date, local');
    await user.clear(date);
    await user.type(date, '24NOV 22NOV{Enter}');
    await screen.findByText(/the way back is before the way out/);
    expect(hub.inputsOf('flights.search')).toHaveLength(1);
  });
});
