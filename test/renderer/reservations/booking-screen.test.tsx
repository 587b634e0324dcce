import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSession } from '../../../renderer/client/session-store.ts';
import { QUIET_MS } from '../../../renderer/parts/use-quiet-start.ts';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import {
  bookingEvent,
  cancelled,
  firstOffer,
  hold,
  LOCATOR,
  NOON,
  refundPolicies,
  refused,
  secondOffer,
  settings,
  sold,
  soldHistory,
} from '../support/samples.ts';

let hub: FakeBridge;
let stored: BookingView;
let version: number;

function open(booking: BookingView): void {
  stored = booking;
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
}
const tell = (...told: Parameters<FakeBridge['tell']>) => act(async () => hub.tell(...told));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  startOver();
  version = 100;
  hub = new FakeBridge()
    .answers('bookings.get', () =>
      accept({
        booking: stored,
        history: soldHistory.map((entry) => (entry.type === 'hold.placed' ? { ...entry, ahead: true, at: NOON - HOUR_MS } : entry)),
        version,
      }),
    )
    .gives('settings.get', settings)
    .gives('refunds.policies', refundPolicies);
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  useBooking.getState().forget();
  vi.useRealTimers();
});
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

/** A letter in the list of actions, where the focus is when a booking is opened. */
async function press(letter: string): Promise<void> {
  screen.getAllByRole('button', { name: /Cancel and refund|Continue to names/ })[0]?.focus();
  await user().keyboard(`${letter}${ACTED}`);
}

test('a confirmed booking tells everything that the counter needs', async () => {
  open(sold());
  expect(await screen.findByRole('heading', { name: LOCATOR })).toBeTruthy();
  expect(screen.getAllByText('HK confirmed')).toHaveLength(2);
  const passengers = within(screen.getByRole('table', { name: 'Passengers' }));
  expect(passengers.getByRole('row', { name: /SZETO\/ ?MEI LIN MS passport: Sze-To ADT not needed 17D 289\.10/ })).toBeTruthy();
  expect(passengers.getByRole('row', { name: /CHD 05 Jan 2018, 8 y 17E/ })).toBeTruthy();
  expect(screen.getByText('600.00 given, 21.80 change')).toBeTruthy();
  // 17:00 Z, shown by the clocks of New York and Los Angeles.
  expect(screen.getByText(/^12:00/)).toBeTruthy();
  expect(screen.getByText(/^15:25/)).toBeTruthy();
  expect(screen.getByText('5 h 00')).toBeTruthy();
  expect(screen.getByText('Refund falls to 0 % at')).toBeTruthy();
  expect(screen.getByText('08:00 JFK')).toBeTruthy();
  const history = within(screen.getByRole('region', { name: 'History' })).getAllByRole('listitem');
  expect(history.map((entry) => entry.textContent)).toEqual([
    'Sat 21 Nov',
    '07:00:00Confirmed 17D 17E, 578.20 USD paid by cash ruiz, T1-04',
    '06:00:00Held 17D 17E at 578.20 USD dated ahead ruiz, T1-04',
  ]);
});

test('W says why a booked fare is what it is, in words for the passenger, with the policy that it was sold by', async () => {
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('w');
  const told = within(await screen.findByRole('dialog', { name: 'Why this price' }));
  expect(told.getByText(/^AA 185, 17D 17E, each$/)).toBeTruthy();
  expect(told.getByText(/: 289\.10 USD$/)).toBeTruthy();
  expect(told.getByText(new RegExp(`^Policy v${sold().legs[0]?.priced?.policy}`))).toBeTruthy();
  expect(told.getByText(/does not change with a later policy/)).toBeTruthy();
});

test('a flight that has left is flown (the head said so, and the flight under it was confirmed)', async () => {
  const flownAt = sold().legs[0]?.departsAt ?? 0;
  hub.answers('bookings.get', () => accept({ booking: stored, history: [], version, flownAt }));
  setServerNow(flownAt);
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  expect(await screen.findAllByText('HK flown')).toHaveLength(2);
  // What is refused is one row under what works, without a key.
  const rows = [...document.querySelectorAll('.rv-act')].map((row) => [
    row.querySelector('kbd')?.textContent,
    row.getAttribute('aria-disabled'),
  ]);
  expect(rows).toEqual([
    ['P', 'false'],
    ['M', 'false'],
    ['N', 'false'],
    [undefined, 'true'],
  ]);
  expect(screen.queryByText('HK confirmed')).toBeNull();
});

test('a child who travels alone is marked beside its name (the mark stood at the head of the booking alone)', async () => {
  const passengers = sold().passengers.map((each) => (each.type === 'CHD' ? { ...each, unaccompanied: true } : each));
  open(sold({ passengers, minorsBy: 'osei' }));
  const table = within(await screen.findByRole('table', { name: 'Passengers' }));
  expect(table.getByRole('row', { name: /CHD UMNR 05 Jan 2018/ })).toBeTruthy();
  expect(table.queryByRole('row', { name: /ADT UMNR/ })).toBeNull();
  expect(screen.getByText('yes by osei')).toBeTruthy();
});

test('Enter alone cancelled a booking (X, or a locator typed on it, and Enter): the focus keeps it, Ctrl Enter confirms, and not at once', async () => {
  hub
    .answers('bookings.cancelQuote', () => accept(secondOffer))
    .answers('bookings.cancel', () => {
      stored = cancelled();
      return accept(stored);
    });
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('x');
  expect(await screen.findByText('Cancel: refund 289.10 of 578.20 USD, rule 4 to 24 h before departure.')).toBeTruthy();
  expect(screen.getByText(/quote 2, valid to 07:10 JFK, 10:00/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' })));
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel and refund 289.10' });
  // In its first 400 ms nothing confirms. The key comes at once, because a busy machine needs as long for one of the other kind.
  expect(confirm.disabled).toBe(true);
  fireEvent.keyDown(confirm, { key: 'Enter', ctrlKey: true });
  expect(hub.inputsOf('bookings.cancel')).toEqual([]);
  await waitFor(() => expect(confirm.disabled).toBe(false));
  act(() => confirm.focus());
  await user().keyboard('{Enter}');
  expect(hub.inputsOf('bookings.cancel')).toEqual([]);
  await user().keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findAllByText('HX cancelled')).toHaveLength(2);
  expect(hub.inputsOf('bookings.cancel')).toMatchObject([{ bookingId: 1, offerId: secondOffer.offerId }]);
});

test('a quote that was asked for by the first letter of a locator took the focus from the command bar: it is dropped on its way', async () => {
  let answer: () => void = () => undefined;
  hub.answers('bookings.cancelQuote', () => new Promise((resolve) => (answer = () => resolve(accept(firstOffer)))));
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('x');
  act(() => useBooking.getState().dropQuote());
  await act(async () => answer());
  expect(useBooking.getState()).toMatchObject({ quote: null, doing: null });
});

test('the second Enter of who found the booking asked for its refund: it does nothing, and later Enter presses the action', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: NOON });
  hub.gives('bookings.cancelQuote', firstOffer);
  await act(async () => open(sold()));
  const cancel = screen.getByRole('button', { name: /Cancel and refund/ });
  // As a browser does: it presses the button unless the key was taken from it.
  const enter = () => act(async () => void (fireEvent.keyDown(cancel, { key: 'Enter' }) && fireEvent.click(cancel)));
  await enter();
  expect(hub.inputsOf('bookings.cancelQuote')).toEqual([]);
  await act(async () => vi.advanceTimersByTime(QUIET_MS));
  await enter();
  expect(hub.inputsOf('bookings.cancelQuote')).toHaveLength(1);
});

test('Enter right after another key presses what has the focus: who walks the actions has seen them', async () => {
  hub.gives('bookings.cancelQuote', firstOffer);
  await act(async () => open(sold()));
  screen.getByRole('button', { name: /Change seats/ }).focus();
  await user().keyboard('{ArrowUp}');
  screen.getByRole('button', { name: /Cancel and refund/ }).focus();
  await user().keyboard('{Enter}');
  expect(hub.inputsOf('bookings.cancelQuote')).toHaveLength(1);
});

test('Enter on the quote keeps the booking', async () => {
  hub.answers('bookings.cancelQuote', () => accept(firstOffer));
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('x');
  await screen.findByRole('button', { name: 'Keep it' });
  await user().keyboard('{Enter}');
  expect(screen.queryByRole('heading', { name: 'Refund worksheet' })).toBeNull();
  expect(hub.inputsOf('bookings.cancel')).toEqual([]);
});

test.each([
  ['Enter, which closed it', '{Enter}', 1, 2],
  ['Esc', '{Escape}', 2, 2],
])('the second Enter of who kept the booking asked for a new quote; after %s', async (_, closes, atOnce, later) => {
  hub.gives('bookings.cancelQuote', firstOffer);
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('x');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' })));
  await user().keyboard(closes);
  const cancel = screen.getByRole('button', { name: /^Cancel and refund/ });
  await waitFor(() => expect(document.activeElement).toBe(cancel));
  await user().keyboard('{Enter}');
  expect(hub.inputsOf('bookings.cancelQuote')).toHaveLength(atOnce);
  await user().keyboard('{ArrowDown}');
  cancel.focus();
  await user().keyboard('{Enter}');
  await waitFor(() => expect(hub.inputsOf('bookings.cancelQuote').length).toBeGreaterThanOrEqual(later));
});

test('a refund that went to a new voucher tells its number, also on the receipt', async () => {
  const tender = { kind: 'voucher', amount: 57_820, given: null, approvalCode: null, voucher: 'VD4N6W', charge: null } as const;
  const tenders = [{ ...tender, refunded: 28_910, refundVoucher: 'VK7QF2M9ABC' }];
  open(cancelled({ tenders }));
  await screen.findByRole('heading', { name: LOCATOR });
  expect(screen.getByText('new voucher VK7QF2M9ABC 289.10')).toBeTruthy();
  expect(document.querySelector('.receipt')?.textContent).toContain('Refund, new voucher VK7QF2M9ABC 289.10');
});

test('a refund is called a refund, since the card may not have it yet (it was called refunded while it waited for a supervisor)', async () => {
  const card = {
    kind: 'card',
    amount: 57_820,
    given: null,
    approvalCode: '083914',
    voucher: null,
    charge: null,
    refundVoucher: null,
  } as const;
  open(cancelled({ tenders: [{ ...card, refunded: 28_910 }] }));
  await screen.findByRole('heading', { name: LOCATOR });
  expect(screen.getByText('Refund, of 578.20 paid')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/refunded/i);
});

test('Escape keeps the booking: the quote goes, the rules come back', async () => {
  hub.answers('bookings.cancelQuote', () => accept(firstOffer));
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('x');
  await screen.findByRole('heading', { name: 'Refund worksheet' });
  await user().keyboard('{Escape}');
  expect(screen.queryByRole('heading', { name: 'Refund worksheet' })).toBeNull();
  expect(hub.inputsOf('bookings.cancel')).toHaveLength(0);
});

test.each(['OFFER_REPLACED', 'OFFER_EXPIRED'] as const)('%s is shown, and a new quote is one press away', async (code) => {
  let asked = 0;
  hub
    .answers('bookings.cancelQuote', () => {
      asked += 1;
      return accept(asked === 1 ? firstOffer : secondOffer);
    })
    .answers('bookings.cancel', () => refuse(code, { newest: 7, until: NOON }));
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('x');
  const confirm = await screen.findByRole<HTMLButtonElement>('button', { name: 'Cancel and refund 289.10' });
  await waitFor(() => expect(confirm.disabled).toBe(false));
  await user().click(confirm);
  expect((await screen.findByRole('alert')).textContent).toMatch(/quote/);
  await user().click(screen.getByRole('button', { name: 'Ask for a new quote' }));
  expect(await screen.findByText(/quote 2, valid to/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cancel and refund 289.10' })).toBeTruthy();
});

test('a newer quote of another desk takes the confirmation away before it is tried', async () => {
  hub.answers('bookings.cancelQuote', () => accept(firstOffer));
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('x');
  await screen.findByText(/quote 1, valid to/);
  version = 101;
  await tell(bookingEvent(101, 'booking.quoted', { expiresAt: null, note: 'quote 2, 6 to 24 h' }));
  expect(await screen.findByText('quote 1, replaced')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Cancel and refund 289.10' })).toBeNull();
});

test('a refusal of the store stays beside its action', async () => {
  hub.answers('holds.release', () => refused('PAYMENT_UNDER_WAY'));
  open(hold());
  await user().click(await screen.findByRole('button', { name: /Release the seats/ }));
  expect((await screen.findByRole('alert')).textContent).toBe(`A payment for ${LOCATOR} is under way. Wait for the terminal.`);
});

test('Y goes on with a live hold of this desk', async () => {
  open(hold());
  expect(await screen.findByText('5:00 left of 5:00')).toBeTruthy();
  await press('y');
  expect(useNavigation.getState().screen).toEqual({
    name: 'flight',
    flightIds: [7],
    cabin: 'Y',
    adults: 1,
    children: 1,
    bookingId: 1,
  });
});

test('a refused action does nothing, by key or by press', async () => {
  open(hold({ desk: 'T2-11' }));
  const again = await screen.findByRole('button', { name: /Continue to names and payment/ });
  expect(again.getAttribute('aria-disabled')).toBe('true');
  expect(again.textContent).toContain('ask desk T2-11, or wait until 07:05 JFK');
  await user().click(again);
  await press('y');
  expect(useNavigation.getState().screen.name).toBe('board');
});

test('what another desk does is seen at once, and read again until the answer knows of it', async () => {
  open(hold());
  await screen.findAllByText('SS on hold');
  const before = hub.inputsOf('bookings.get').length;
  // The first answer after the event is still of the time before it.
  await tell(bookingEvent(101, 'hold.expired', { expiresAt: null }));
  expect(screen.getAllByText('HX hold ended')).toHaveLength(2);
  stored = { ...hold(), state: 'EXPIRED', expiresAt: null };
  version = 101;
  await waitFor(() => expect(hub.inputsOf('bookings.get').length).toBeGreaterThan(before));
  await waitFor(() => expect(screen.getAllByText('HX hold ended')).toHaveLength(2));
  expect(screen.getByRole('button', { name: /Sell these flights again/ })).toBeTruthy();
});

test('a booking that is not there says what to do', async () => {
  hub.answers('bookings.get', () => refused('BOOKING_UNKNOWN'));
  open(sold());
  await user().click(await screen.findByRole('button', { name: 'Find another booking' }));
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations' });
});

test('nothing of a booking is kept when somebody else sits down', async () => {
  open(sold());
  await screen.findByRole('heading', { name: LOCATOR });
  act(() => useSession.setState({ session: null }));
  expect(useBooking.getState().booking).toBeNull();
});

test('P prints the receipt, which says COPY and what went back', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  hub.gives('bookings.recordPrint', { print: 2 });
  open(cancelled());
  await screen.findByRole('heading', { name: LOCATOR });
  await press('p');
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  const paper = document.querySelector('.receipt')?.textContent;
  expect(paper).toContain('Itinerary receipt, COPY');
  expect(paper).toContain('HX cancelled');
  expect(paper).toContain('Refund, cash 289.10\u2212289.10');
  vi.unstubAllGlobals();
});
