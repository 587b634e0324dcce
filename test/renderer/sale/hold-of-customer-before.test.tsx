// Who opens another flight while a hold waits in the line of a flash sale read nothing of it any more: it came into the tray without a word, or it was refused unheard.
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSession } from '../../../renderer/client/session-store.ts';
import { Toasts } from '../../../renderer/parts/toast.tsx';
import { useHoldsUnderWay } from '../../../renderer/sale/holds-under-way.ts';
import { holdSeats, openSale } from '../../../renderer/sale/sale-actions.ts';
import { newSale } from '../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { followFlights } from '../../../renderer/seats/seat-store.ts';
import type { HeldBooking } from '../../../shared/methods/holds.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { hold, LOCATOR } from '../support/samples.ts';

let hub: FakeBridge;
let stop: () => void;
/** Answers the holds that were asked for, in turn. */
let answers: ((reply: Reply<HeldBooking>) => void)[];

beforeEach(() => {
  answers = [];
  hub = new FakeBridge()
    .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer({}, flightId)))
    .answers('holds.place', () => {
      const { promise, resolve } = Promise.withResolvers<Reply<HeldBooking>>();
      answers.push(resolve);
      return promise;
    });
  openConsole(hub, RUIZ);
  stop = followFlights([7, 8]);
  render(<Toasts />);
});
afterEach(() => {
  cleanup();
  stop();
  act(() => useSession.setState({ session: null }));
});

const opens = (flightId: number) => act(() => openSale({ name: 'flight', flightIds: [flightId] }));
/** All seats are picked, and Enter is pressed. */
async function holds(flightId: number, seat = '15A'): Promise<void> {
  const sale = newSale([flightId], { adults: 1, children: 0, infants: 0 }, 'Y');
  useSale.setState({ sale: { ...sale, legs: sale.legs.map((leg) => ({ ...leg, seats: [seat] })) } });
  await presses();
}
const presses = () => act(async () => void holdSeats());
const answer = (reply: Reply<HeldBooking>, which = 0) => act(async () => answers[which]?.(reply));
const said = () =>
  within(screen.getByRole('status'))
    .queryAllByText(/\S/)
    .map(({ textContent }) => textContent);

test.each<[string, Reply<HeldBooking>, RegExp]>([
  ['is made', accept(hold()), new RegExp(`^Held .*, locator ${LOCATOR}, for the customer before\\. It is in the tray\\.$`)],
  [
    'is not made',
    refuse('FLASH_CLOSED'),
    /^The hold of AA 185 for the customer before was not made: The flash sale was closed before this request had its turn\.$/,
  ],
  [
    'has no answer',
    refuse('HUB_UNREACHABLE'),
    /^It is not known whether the hold of AA 185 for the customer before was made\. If it was, it stands in the tray\.$/,
  ],
])('a hold of the customer before that %s is told, and that it goes on when its flight is left', async (_what, reply, words) => {
  await opens(7);
  await holds(7);
  await opens(8);
  expect(said()).toEqual(['The hold of AA 185 goes on. What comes of it is said here.']);
  await answer(reply);
  expect(said()[1]).toMatch(words);
  expect(useSale.getState().sale).toMatchObject({ stage: 'seats', busy: null, refusal: null });
});

test('a line that was left is not told as a hold that was not made', async () => {
  await opens(7);
  await holds(7);
  await opens(8);
  await answer(refuse('LINE_LEFT'));
  expect(said()).toHaveLength(1);
});

test('who signs in next reads nothing of the holds of the one before', async () => {
  await opens(7);
  await holds(7);
  act(() => useSession.setState({ session: { ...RUIZ, user: 'weber' } }));
  await answer(accept(hold()));
  expect(said()).toEqual([]);
});

test('a second hold of the same flight is asked for only after it was said that one waits: one key made two holds', async () => {
  await opens(7);
  await holds(7);
  await opens(8);
  await opens(7);
  await holds(7, '15B');
  expect(hub.inputsOf('holds.place')).toHaveLength(1);
  expect(useSale.getState().notice).toBe('A hold of AA 185 waits at this desk already. Hold again to ask for a second one.');
  await presses();
  expect(hub.inputsOf('holds.place')).toHaveLength(2);
});

test('a hold of another flight is asked for at once', async () => {
  await opens(7);
  await holds(7);
  await opens(8);
  await holds(8);
  expect(hub.inputsOf('holds.place')).toHaveLength(2);
});

test('a hold that waits in line and that this page did not ask for is said too: it was loaded anew meanwhile', async () => {
  await opens(7);
  act(() => useHoldsUnderWay.setState({ inLine: [{ flightId: 7, requestId: 'hold-0001', position: 12, of: 340, waitMs: 120_000 }] }));
  await holds(7);
  expect(hub.inputsOf('holds.place')).toEqual([]);
  await presses();
  expect(hub.inputsOf('holds.place')).toHaveLength(1);
});

test('a hold that was answered is in line no more', async () => {
  await opens(7);
  await holds(7);
  const [{ requestId } = { requestId: '' }] = hub.inputsOf('holds.place');
  act(() => useHoldsUnderWay.setState({ inLine: [{ flightId: 7, requestId, position: 1, of: 1, waitMs: 0 }] }));
  await answer(refuse('SEAT_TWICE', { seat: '15A' }));
  expect(useHoldsUnderWay.getState()).toMatchObject({ asked: [], inLine: [] });
  await presses();
  expect(hub.inputsOf('holds.place')).toHaveLength(2);
});
