import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard } from '../../../renderer/board/board-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { type Screen, startOver } from '../../../renderer/stores/navigation-store.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON, refused } from '../support/samples.ts';
import { CARRIERS, DEPARTURES, FOUND } from './board-samples.ts';

let hub: FakeBridge;
const JFK_LAX = { name: 'board', from: 'JFK', to: 'LAX', date: '2026-11-21' } as const;

beforeEach(() => {
  // The list draws what its height shows; a page without layout has none of its own.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('flights.places', { places: [] })
    .gives('flights.board', { flights: DEPARTURES })
    .gives('flights.search', FOUND)
    .gives('flights.carriers', CARRIERS);
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  forgetBoard();
  startOver();
  vi.restoreAllMocks();
});

async function compare(at: Extract<Screen, { name: 'board' }> = JFK_LAX) {
  const user = userEvent.setup();
  render(<BoardScreen screen={at} />);
  const grid = await screen.findByRole('grid');
  await waitFor(() => expect(document.activeElement).toBe(grid));
  await user.keyboard('=');
  return { user, grid };
}
const lines = async () =>
  within(await screen.findByRole('table', { name: 'Carriers' }))
    .getAllByRole('row')
    .slice(1);
const textOf = (line: HTMLElement | undefined) => [...(line?.children ?? [])].map(({ textContent }) => textContent?.trim());

test('= shows one line a carrier, the cheapest first', async () => {
  await compare();
  expect((await lines()).map(textOf)).toEqual([
    ['DL Delta Air Lines', '1', '80.00 USD Y', '8 h 59', '144', '09:10 JFK', '09:10 JFK'],
    ['VX Virgin America', '1 direct', '100.00 USD Y', '6 h 25', '144', '10:00 JFK', '10:00 JFK'],
    ['AA American Airlines', '1 direct', '120.00 USD Y', '6 h 40', '144', '18:40 JFK', '18:40 JFK'],
  ]);
  expect(hub.callersOf('flights.carriers')).toEqual(['person']);
  expect(hub.inputsOf('flights.carriers')).toMatchObject([{ from: 'JFK', to: 'LAX', date: '2026-11-21', adults: 1, maxStops: 1 }]);
  screen.getByText('Direct flights and one stop; all-in prices for 1 adult');
});

test('the arrows walk, Enter narrows the list to the carrier and goes back to it', async () => {
  const { user } = await compare();
  const [first] = await lines();
  await waitFor(() => expect(first?.contains(document.activeElement)).toBe(true));
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(hub.inputsOf('flights.search').at(-1)).toMatchObject({ from: 'JFK', to: 'LAX', carriers: ['VX'] }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')));
});

test('Esc closes, and the list stays as it was', async () => {
  const { user, grid } = await compare();
  await lines();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(grid));
  expect(hub.inputsOf('flights.search')).toHaveLength(1);
});

test('a line of several carriers says why it cannot be taken', async () => {
  const [some] = CARRIERS.carriers;
  hub.gives('flights.carriers', {
    carriers: some ? [{ ...some, carrier: null, name: null, total: null, currency: null, cabin: null }] : [],
    more: 0,
  });
  const { user } = await compare();
  const [line] = await lines();
  expect(textOf(line).slice(0, 3)).toEqual(['Several carriers', '1', 'no seats for this party']);
  await waitFor(() => expect(line?.contains(document.activeElement)).toBe(true));
  await user.keyboard('{Enter}');
  expect(
    within(line as HTMLElement).getByText('The list is narrowed to one carrier at a time here. C takes several: AA DL.'),
    'it stood under the list, which may be longer than the window',
  ).toBeTruthy();
  expect(hub.inputsOf('flights.search')).toHaveLength(1);
});

test('says in words that no carrier flies, and why the hub refuses', async () => {
  hub.gives('flights.carriers', { carriers: [], more: 0 });
  const { user } = await compare();
  await screen.findByText('No carrier flies this way.');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')));
  hub.answers('flights.carriers', () => refused('PLACE_UNKNOWN'));
  await user.keyboard('=');
  expect((await within(await screen.findByRole('dialog')).findByRole('alert')).textContent).not.toBe('');
});

test('departures of one place have no route to compare: the board says so, and asks nothing', async () => {
  await compare({ name: 'board', from: 'JFK', date: '2026-11-21' });
  await screen.findByText('Carriers are compared on a route: say where to as well.');
  expect(hub.inputsOf('flights.carriers')).toEqual([]);
});
