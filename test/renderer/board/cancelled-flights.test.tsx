import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard, useBoard } from '../../../renderer/board/board-store.ts';
import { firstSelected } from '../../../renderer/board/first-selected.ts';
import { sortRows } from '../../../renderer/board/sort-rows.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';
import { DEPARTURES, flight } from './board-samples.ts';

const CANCELLED = flight(90, { cancelled: true });
let hub: FakeBridge;
const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1);
const row = () => screen.getByText('AA 90').closest<HTMLElement>('[role="row"]');

beforeEach(async () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  setServerNow(NOON);
  hub = new FakeBridge().gives('flights.places', { places: [] }).gives('flights.board', { flights: [...DEPARTURES, CANCELLED] });
  openConsole(hub, RUIZ);
  render(<BoardScreen screen={{ name: 'board' }} />);
  await screen.findByText('AA 90');
});
afterEach(() => {
  cleanup();
  forgetBoard();
  startOver();
  vi.restoreAllMocks();
});

test('a cancelled flight was not on the board: it stands there, says so and has no price', () => {
  const cells = within(row() as HTMLElement).getAllByRole('gridcell');
  expect(cells[5]?.textContent).toBe('cancelled');
  expect(row()?.className).toContain('over');
  expect(row()?.textContent).not.toMatch(/\d\.\d\d/);
});

test('the filter takes how sales stand', async () => {
  const filter = screen.getByRole('textbox', { name: 'Filter' });
  await userEvent.type(filter, 'canc');
  expect(rows()).toHaveLength(1);
  expect(rows()[0]).toBe(row());
  await userEvent.clear(filter);
  await userEvent.type(filter, 'closed');
  expect(rows()).toHaveLength(1);
  expect(rows()[0]?.textContent).toContain('closed');
  // Three letters are an airport.
  await userEvent.clear(filter);
  await userEvent.type(filter, 'ope');
  expect(screen.getByText('No flight fits \u201cope\u201d.')).toBeTruthy();
});

test('a press on its cabin opens no sale, and the list begins on no cancelled flight', async () => {
  await userEvent.click(row()?.querySelector('[data-cabin="Y"]') as Element);
  expect(useNavigation.getState().screen.name).toBe('board');
  const all = useBoard.getState().answer?.rows ?? [];
  const onlyCancelled = all.filter(({ key }) => key === '90' || key === '1');
  expect(firstSelected(onlyCancelled, null, NOON)).toBe('1');
  expect(sortRows(all, 'price', NOON).at(-1)?.key).toMatch(/^(90|1)$/);
});

test('a board that was too long with its cancelled flights says that they are left out', async () => {
  hub.gives('flights.board', { flights: [...DEPARTURES], cancelledLeftOut: true });
  await userEvent.click(screen.getByRole('button', { name: 'Search' }));
  expect(await screen.findByText(/without cancelled flights: too many for one board/)).toBeTruthy();
});

test('Shift F opens its schedule by hand, and says to an agent that a supervisor does this', async () => {
  await userEvent.click(within(row() as HTMLElement).getAllByRole('gridcell')[0] as HTMLElement);
  act(() => screen.getByRole('grid').focus());
  await userEvent.keyboard('{Shift>}F{/Shift}');
  const dialog = await screen.findByRole('dialog', { name: /^Change AA 90/ });
  expect(dialog.textContent).toContain('A supervisor changes the schedule by hand.');
});
