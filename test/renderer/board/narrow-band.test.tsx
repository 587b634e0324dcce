import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { forgetBoard } from '../../../renderer/board/board-store.ts';
import { useLeaveField } from '../../../renderer/frame/use-leave-field.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';
import { DEPARTURES, DIRECT, found, VIA } from './board-samples.ts';

let hub: FakeBridge;
const JFK_LAX = { name: 'board', from: 'JFK', to: 'LAX', date: '2026-11-21' } as const;
/** Esc leaves a field, as in the frame. */
function LeaveField() {
  useLeaveField(true);
  return null;
}
const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Carrier, aircraft' });

beforeEach(() => {
  // The list draws what its height shows; a page without layout has none of its own.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('flights.places', { places: [] })
    .gives('flights.board', { flights: DEPARTURES })
    .answers('flights.search', ({ carriers }) => accept(carriers?.includes('DL') ? found([]) : found([DIRECT, VIA])));
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  forgetBoard();
  startOver();
  vi.restoreAllMocks();
});

test('C goes to the field, Enter shows what was typed alone and goes back to the list; the band says so', async () => {
  const user = userEvent.setup();
  render(<BoardScreen screen={JFK_LAX} />);
  const grid = await screen.findByRole('grid');
  await waitFor(() => expect(document.activeElement).toBe(grid));
  await user.keyboard('c');
  await waitFor(async () => expect(document.activeElement).toBe(await field()));
  await user.keyboard('aa 738{Enter}');
  await waitFor(() => expect(hub.inputsOf('flights.search').at(-1)).toMatchObject({ carriers: ['AA'], aircraft: ['738'] }));
  await screen.findByText('with AA on 738');
  expect(document.activeElement).toBe(screen.getByRole('grid'));
});

test('what is left out is said where nothing is found, and taken away by one press', async () => {
  const user = userEvent.setup();
  render(<BoardScreen screen={JFK_LAX} />);
  await screen.findByRole('grid');
  await user.keyboard('c');
  await user.type(await field(), 'dl{Enter}');
  await screen.findByText('Nothing flies from JFK to LAX on Sat 21 Nov with DL with up to one stop.');
  await user.click(screen.getAllByRole('button', { name: 'Any carrier and aircraft' })[1] as HTMLElement);
  await screen.findByRole('grid');
  expect(hub.inputsOf('flights.search').at(-1)).not.toHaveProperty('carriers');
  expect(screen.queryByRole('form', { name: 'Carrier and aircraft' })).toBeNull();
});

test('the hub narrows a departures board too, and what is not understood asks nothing', async () => {
  const user = userEvent.setup();
  render(<BoardScreen screen={{ name: 'board', from: 'JFK', date: '2026-11-21' }} />);
  await screen.findByRole('grid');
  await user.keyboard('c');
  await user.type(await field(), 'A!{Enter}');
  expect((await field()).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent, 'the field was red, and nothing said why').toMatch(
    /^Not understood: two signs are a carrier/,
  );
  const asked = hub.inputsOf('flights.board').length;
  await user.type(await field(), '{Backspace}A{Enter}');
  await waitFor(() => expect(hub.inputsOf('flights.board').slice(asked)).toMatchObject([{ from: 'JFK', carriers: ['AA'] }]));
});

test('Esc after nothing was found goes where letters act, and C goes back to the field (it opened the command bar)', async () => {
  const user = userEvent.setup();
  render(
    <main>
      <LeaveField />
      <BoardScreen screen={JFK_LAX} />
    </main>,
  );
  await screen.findByRole('grid');
  await user.keyboard('c');
  await user.type(await field(), 'DL{Enter}');
  await screen.findByText(/^Nothing flies from JFK to LAX/);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement?.closest('.list-instead')).toBeTruthy());
  await user.keyboard(`c${ACTED}`);
  await waitFor(async () => expect(document.activeElement).toBe(await field()));
});

test('a field that is left with Esc is understood again, and the words about it go', async () => {
  const user = userEvent.setup();
  render(<BoardScreen screen={JFK_LAX} />);
  await screen.findByRole('grid');
  await user.keyboard('c');
  await user.type(await field(), 'what is this{Escape}');
  expect(screen.queryByText(/^Not understood/)).toBeNull();
});

test.each(['C7QF2M', 'dl'])('%s that is taken back with Esc narrows no later search (the field kept its first signs)', async (typed) => {
  const user = userEvent.setup();
  render(<BoardScreen screen={JFK_LAX} />);
  await screen.findByRole('grid');
  await user.keyboard('c');
  await user.type(await field(), `${typed}{Escape}`);
  expect((await field()).value).toBe('');
  const asked = hub.inputsOf('flights.search').length;
  await user.click(screen.getByRole('button', { name: /^Search/ }));
  await waitFor(() => expect(hub.inputsOf('flights.search').length).toBe(asked + 1));
  expect(hub.inputsOf('flights.search').at(-1)).not.toHaveProperty('carriers');
  expect(hub.inputsOf('flights.search').at(-1)).not.toHaveProperty('aircraft');
});

test.each([
  ['Date, local', '24NOV'],
  ['Passengers', '3+1'],
  ['Leaves', '6-9'],
])('%s: %s that is taken back with Esc leaves the search as it was (its first signs stayed)', async (label, typed) => {
  const user = userEvent.setup();
  render(<BoardScreen screen={JFK_LAX} />);
  await screen.findByRole('grid');
  const first = hub.inputsOf('flights.search').at(-1);
  const input = screen.getByLabelText<HTMLInputElement>(label);
  const { value } = input;
  await user.type(input, `${typed}{Escape}`);
  expect(input.value).toBe(value);
  const asked = hub.inputsOf('flights.search').length;
  await user.click(screen.getByRole('button', { name: /^Search/ }));
  await waitFor(() => expect(hub.inputsOf('flights.search').length).toBe(asked + 1));
  expect(hub.inputsOf('flights.search').at(-1)).toEqual(first);
});
