import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard, useBoard } from '../../../renderer/board/board-store.ts';
import { useBridge as connect, feed } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON, signedIn } from '../support/samples.ts';
import { DIRECT, flight, found } from './board-samples.ts';

/** So many itineraries, the cheapest first. */
const some = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...DIRECT, key: String(100 + at), flights: [flight(100 + at)], total: 10_000 + at }));
const [FIRST, ALL] = [found(some(30), { more: 95 }), found(some(125), { more: 0 })];

let hub: FakeBridge;
const user = userEvent.setup();
const asked = () => hub.inputsOf('flights.search').map(({ most }) => most);
const grid = () => screen.getByRole('grid', { name: 'JFK to LAX, Sat 21 Nov' });
const selected = () => useBoard.getState().selected;

async function open(first = FIRST) {
  hub.gives('flights.search', first);
  render(<BoardScreen screen={{ name: 'board', from: 'JFK', to: 'LAX', date: '2026-11-21' }} />);
  await screen.findByRole('grid', { name: 'JFK to LAX, Sat 21 Nov' });
}

function scrollTo(top: number) {
  grid().scrollTop = top;
  fireEvent.scroll(grid());
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

describe('a list that is longer than a screen', () => {
  it('is asked for with its first rows, and says how many there are', async () => {
    await open();
    expect(asked()).toEqual([30]);
    expect(screen.getByText(/^1 to 17 of 125, cheapest first$/)).toBeTruthy();
  });

  it('comes whole when somebody scrolls to the end of these, and keeps the chosen row', async () => {
    await open();
    await user.keyboard('{ArrowDown}');
    hub.gives('flights.search', ALL);
    scrollTo(20_000);
    await waitFor(() => expect(useBoard.getState().answer?.rows).toHaveLength(125));
    expect(asked()).toEqual([30, 200]);
    expect(selected()).toBe('101');
  });

  it('goes to the last of all rows with End, by one question, however often it is pressed', async () => {
    await open();
    hub.gives('flights.search', ALL);
    await user.keyboard('{End}{End}');
    await waitFor(() => expect(selected()).toBe('224'));
    expect(asked()).toEqual([30, 200]);
    expect(within(grid()).getByText('AA 224')).toBeTruthy();
  });

  it('stays as it is when the rest is refused, and asks again at the next step to its end', async () => {
    await open();
    hub.answers('flights.search', () => refuse('STORE_DAMAGED'));
    await user.keyboard('{End}');
    await waitFor(() => expect(asked()).toEqual([30, 200]));
    expect(selected()).toBe('129');
    hub.gives('flights.search', ALL);
    await user.keyboard('{End}');
    await waitFor(() => expect(selected()).toBe('224'));
  });

  it('has as many rows as before when it is asked for again, and its first when it comes in another order', async () => {
    await open();
    hub.gives('flights.search', ALL);
    await user.keyboard('{End}');
    await waitFor(() => expect(selected()).toBe('224'));
    hub.gives('flights.search', FIRST);
    await user.keyboard('S');
    await waitFor(() => expect(asked()).toEqual([30, 200, 30]));
  });

  it('is asked for no more when all are there', async () => {
    await open(found(some(30), { more: 0 }));
    await user.keyboard('{End}');
    expect(selected()).toBe('129');
    expect(asked()).toEqual([30]);
  });
});
