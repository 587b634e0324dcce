import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resetDraft } from '../../../renderer/pay/tender-draft-store.ts';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { forgetChange, useChange } from '../../../renderer/reservations/change/change-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { usePointer } from '../../../renderer/seats/pointer-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { BookingChange, ChangeOffer } from '../../../shared/methods/changes.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { DIRECT, found, LATE } from '../board/board-samples.ts';
import { seatMapAnswer } from '../seats/seat-map-answer.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { bookingEvent, hold, LOCATOR, NOON, settings, sold } from '../support/samples.ts';

let hub: FakeBridge;
let stored: BookingView;
let version: number;
/** What the next offer costs or gives back, and what else it says. */
let offered: Partial<ChangeOffer>;
let number: number;

const [LEG] = sold().legs;
const offerOf = (change: BookingChange): ChangeOffer => {
  number += 1;
  return {
    ...{ offerId: 40 + number, kind: 'change', bookingVersion: stored.version, bookingId: 1, locator: LOCATOR, number, currency: 'USD' },
    ...{ change, lines: [], total: 0, legs: [...stored.legs], seated: [1, 2], touches: [], rule: '', to: [], heldUntil: null },
    validUntil: NOON + 10 * MINUTE_MS,
    ...offered,
  };
};
/** The hold of the new seats. */
const HELD = hold({ bookingId: 9, locator: 'N3WS2T', legs: hold().legs.map((leg) => ({ ...leg, flightId: 10, seats: ['20A', '20B'] })) });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  startOver();
  resetDraft();
  version = 100;
  number = 0;
  offered = {};
  stored = sold();
  hub = new FakeBridge()
    .answers('bookings.get', () => accept({ booking: stored, history: [], version }))
    .gives('settings.get', settings)
    .answers('flights.seatMap', ({ flightId }) => accept({ ...seatMapAnswer(), flight: { ...seatMapAnswer().flight, flightId } }))
    .gives('flights.bestSeats', { choices: [{ seats: ['20A', '20B'], relaxed: [] }], mayHold: 100 })
    .gives('flights.search', found([DIRECT, LATE]))
    .answers('bookings.changeQuote', ({ change }) => accept(offerOf(change)))
    .answers('bookings.change', () => {
      stored = sold({ version: stored.version + 1 });
      return accept(stored);
    });
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  forgetChange();
  useBooking.getState().forget();
  usePointer.setState({ current: {}, shown: null });
  vi.useRealTimers();
});
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const tell = (...told: Parameters<FakeBridge['tell']>) => act(async () => hub.tell(...told));

/** Opens the booking and begins a change by its key. */
async function begin(key: string, booking: BookingView = sold()): Promise<void> {
  stored = booking;
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
  (await screen.findByRole('button', { name: /Cancel and refund/ })).focus();
  await user().keyboard(`${key}${ACTED}`);
}
const press = (keys: string) => user().keyboard(keys);
const offerShown = (of: number) => screen.findByRole('heading', { name: `Offer ${of}` });
const goButton = (name: RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });
/** Ctrl Enter, once the offer may be taken. */
async function take(name: RegExp): Promise<void> {
  const go = await goButton(name);
  await waitFor(() => expect(go.disabled).toBe(false));
  await press('{Control>}{Enter}{/Control}');
}

describe('seats', () => {
  const seat = (name: RegExp) => screen.findByRole('gridcell', { name });

  test('S, a press on another seat, Enter asks what it costs, Ctrl Enter takes it, and twice takes it once', async () => {
    offered = {
      touches: [
        { kind: 'seats-back', flight: 'AA 185', cabin: 'Y', seats: ['17D'] },
        { kind: 'rows', flight: 'AA 185', rows: 2 },
      ],
    };
    await begin('s');
    await user().click(await seat(/^20 A, /));
    await seat(/^20 A, .*chosen/);
    await press('{Enter}');
    await offerShown(1);
    expect(hub.inputsOf('bookings.changeQuote')).toMatchObject([{ bookingId: 1, change: { kind: 'seats', segment: 1 } }]);
    expect(screen.getByText('17D on AA 185, economy, goes back to sale')).toBeTruthy();
    expect(screen.getByText('The party sits in 2 rows on AA 185')).toBeTruthy();
    // Enter alone takes nothing, and Ctrl Enter not in the first moment.
    await press('{Enter}{Control>}{Enter}{/Control}');
    expect(hub.inputsOf('bookings.change')).toEqual([]);
    const go = await goButton(/^Change/);
    await waitFor(() => expect(go.disabled).toBe(false));
    await press('{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}');
    expect(await screen.findByText(`${LOCATOR} is changed, nothing to pay.`)).toBeTruthy();
    expect(hub.inputsOf('bookings.change')).toMatchObject([{ bookingId: 1, offerId: 41, tenders: [] }]);
  });

  test('a press on the seat of another of the party swaps the two', async () => {
    await begin('s');
    await user().click(await seat(/^17 E, .*chosen/));
    await user().click(await goButton(/Ask what it costs/));
    await offerShown(1);
    expect(hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      kind: 'seats',
      segment: 1,
      seats: [
        { passenger: 1, seat: '17E' },
        { passenger: 2, seat: '17D' },
      ],
      exitRowConfirmed: false,
    });
  });

  test('B seats the whole party together', async () => {
    await begin('s');
    await seat(/^20 A, /);
    await press(`b${ACTED}`);
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
    expect(hub.inputsOf('flights.bestSeats')).toMatchObject([{ flightId: 7, cabin: 'Y', party: [{ type: 'ADT' }, { type: 'CHD' }] }]);
  });

  test('nothing is asked while everybody sits as sold: the screen says what is missing', async () => {
    await begin('s');
    await user().click(await goButton(/Ask what it costs/));
    expect(await screen.findByText('Everybody sits as sold. Pick another seat.')).toBeTruthy();
    expect(hub.inputsOf('bookings.changeQuote')).toEqual([]);
  });

  test('a refusal of the hub says why and what would work, and the offer is not there', async () => {
    hub.answers('bookings.changeQuote', () => refuse('SEAT_SOLD', { flightId: 7, flight: 'AA 185', seat: '20A', nextBest: [] }));
    await begin('s');
    await user().click(await seat(/^20 A, /));
    await user().click(await goButton(/Ask what it costs/));
    expect((await screen.findByText(/20A/, { selector: '.refusal b' })).textContent).toMatch(/sold/);
    expect(screen.queryByRole('heading', { name: /^Offer/ })).toBeNull();
  });
});

describe('another flight', () => {
  beforeEach(() => {
    hub.gives('holds.place', HELD).answers('holds.release', () => accept({ ...HELD, state: 'RELEASED', expiresAt: null }));
    offered = { total: 110_16, lines: [{ label: 'AA 10, as held', detail: '20A 20B', amount: 110_16 }], heldUntil: HELD.expiresAt };
  });

  /** To the offer of the late flight. */
  async function hold110(): Promise<void> {
    await begin('f');
    await screen.findByRole('list', { name: 'Flights found' });
    await waitFor(() => expect(screen.getAllByText('about, in all')).toHaveLength(1));
    await press(`1${ACTED}`);
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
    await user().click(await goButton(/Hold the seats and ask/));
    await offerShown(1);
  }

  test('F searches the same route, leaves the flight of the booking out, and a digit takes one with the best seats', async () => {
    await hold110();
    const asked = hub.inputsOf('flights.search')[0];
    expect(asked).toMatchObject({ from: LEG?.origin, to: LEG?.destination, date: LEG?.date, adults: 1, children: 1 });
    expect(hub.inputsOf('holds.place')).toMatchObject([
      { legs: [{ flightId: 10, seats: ['20A', '20B'] }], passengers: [{ type: 'ADT' }, { type: 'CHD' }] },
    ]);
    expect(hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({ kind: 'flights', hold: 9, replaces: [1] });
    expect(screen.getByRole('timer', { name: 'Time left of the hold' }).textContent).toBe('5:00');
  });

  test('paid in cash: the change goes back to the customer, said until Y', async () => {
    await hold110();
    await user().click(screen.getByText('Cash', { exact: true }));
    const given = screen.getByLabelText('Cash given');
    await user().type(given, '120{Enter}');
    expect(await screen.findByText(`${LOCATOR} is changed, 110.16 paid.`)).toBeTruthy();
    expect(hub.inputsOf('bookings.change')).toMatchObject([{ offerId: 41, tenders: [{ kind: 'cash', amount: 110_16, given: 120_00 }] }]);
    expect(screen.getByText('9.84')).toBeTruthy();
    await press(`y${ACTED}`);
    expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
  });

  test('a declined card leaves the booking as it was, in words, and another tender is one key', async () => {
    hub.answers('bookings.change', () =>
      refuse('CHANGE_UNPAID', { bookingId: 1, reason: 'the bank refused the card', charged: 'No card was charged' }),
    );
    await hold110();
    await take(/^Take 110\.16 by card, change/);
    expect(await screen.findByText('The change is not paid: the bank refused the card. No card was charged.')).toBeTruthy();
    expect(screen.getByText(/The booking stays as it was\. Try again, or take another tender\./)).toBeTruthy();
    expect(useChange.getState().tenders).toEqual([]);
    const amount = screen.getByLabelText('Amount');
    await waitFor(() => expect(document.activeElement).toBe(amount));
    await press('c');
    expect(await screen.findByLabelText('Cash given')).toBeTruthy();
  });

  test('an answer that was lost is asked for under the same number, so that it is done once', async () => {
    let away = true;
    hub.answers('bookings.change', () => {
      if (away) return refuse('HUB_UNREACHABLE');
      stored = sold({ version: stored.version + 1 });
      return accept(stored);
    });
    await hold110();
    await take(/^Take 110\.16 by card/);
    expect(await screen.findByText('Not known yet whether this change was made.')).toBeTruthy();
    away = false;
    await user().click(await goButton(/Ask the hub whether it was made/));
    expect(await screen.findByText(`${LOCATOR} is changed, 110.16 paid.`)).toBeTruthy();
    const [first, second] = hub.inputsOf('bookings.change');
    expect(second).toEqual(first);
  });

  test('Esc releases the hold first and leaves the booking; Esc again closes the change', async () => {
    await hold110();
    document.querySelector<HTMLElement>('.ch-row:not(.no)')?.focus();
    screen.getByRole('button', { name: 'Release the hold' }).focus();
    await press('{Escape}');
    expect(hub.inputsOf('holds.release')).toMatchObject([{ bookingId: 9 }]);
    expect(await screen.findByText('N3WS2T is released. The booking is as it was.')).toBeTruthy();
    screen.getByRole('button', { name: 'Keep it as it is' }).focus();
    await press('{Escape}');
    expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
    expect(hub.inputsOf('bookings.change')).toEqual([]);
  });

  test('when the hold ends, the offer ends with it, and the screen says that the booking is as it was', async () => {
    await hold110();
    await tell(bookingEvent(101, 'hold.expired', { bookingId: 9, expiresAt: null }));
    expect(await screen.findByText(/The hold N3WS2T has ended/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Offer 1' })).toBeNull();
  });

  test('[ and ] walk the days', async () => {
    await begin('f');
    await screen.findByRole('list', { name: 'Flights found' });
    (await goButton(/The day after/)).focus();
    await press(']');
    await press(ACTED);
    await waitFor(() => expect(hub.inputsOf('flights.search').at(-1)?.date).toBe('2026-11-22'));
  });
});

describe('another cabin', () => {
  const cabins = [
    { cabin: 'J' as const, capacity: 8, authorised: 8, sold: 0, held: 0, price: 500_00 },
    { cabin: 'Y' as const, capacity: 128, authorised: 128, sold: 2, held: 0, price: 300_00 },
  ];
  const inBusiness = () => sold({ legs: sold().legs.map((leg) => ({ ...leg, cabin: 'J' as const })) });
  beforeEach(() => {
    hub
      .gives('holds.place', HELD)
      .answers('flights.seatMap', () => accept({ ...seatMapAnswer(), flight: { ...seatMapAnswer().flight, cabins } }));
  });

  test('J lists the cabins with the difference', async () => {
    await begin('j');
    const rows = within(await screen.findByRole('list', { name: 'Cabins' }));
    expect((await rows.findByRole('button', { name: /Business/ })).textContent).toContain('+421.80');
    expect(rows.getByRole('button', { name: /Economy, where they are/ }).getAttribute('aria-disabled')).toBe('true');
  });

  test('a lower one is refused in words for an agent', async () => {
    await begin('j', inBusiness());
    const lower = await screen.findByRole('button', { name: /Economy/ });
    expect(lower.textContent).toContain('a lower cabin is a downgrade; a supervisor does it with a reason');
    await user().click(lower);
    expect(useChange.getState().legs).toEqual([]);
  });

  test('a supervisor gives a reason first, and it goes with the question', async () => {
    openConsole(hub, OSEI);
    await begin('j', inBusiness());
    await user().type(await screen.findByLabelText('Reason for a lower cabin or price'), 'seat 3A is broken');
    await user().click(await screen.findByRole('button', { name: /Economy/ }));
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
    await user().click(await goButton(/Hold the seats and ask/));
    await offerShown(1);
    expect(hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      ...{ kind: 'flights', hold: 9, replaces: [1] },
      reason: 'seat 3A is broken',
    });
  });
});

/** The first passenger or flight of the list, which has the focus. */
async function tickFirst(): Promise<void> {
  const [first] = within(await screen.findByRole('list', { name: 'Passengers and flights' })).getAllByRole('button');
  await waitFor(() => expect(document.activeElement).toBe(first));
  await press(' ');
  expect(first?.getAttribute('aria-pressed')).toBe('true');
}

describe('a part is cancelled', () => {
  test('Shift X, a passenger, Enter: what goes back and where to; Ctrl Enter takes it', async () => {
    offered = {
      total: -144_55,
      rule: '4 to 24 h before departure',
      lines: [
        { label: 'Not flown', detail: '', amount: -289_10 },
        { label: 'Kept, 4 to 24 h before departure', detail: '50 %', amount: 144_55 },
      ],
      to: [{ kind: 'cash', amount: 144_55, reference: '' }],
    };
    await begin('{Shift>}X{/Shift}');
    await tickFirst();
    await press('{Enter}');
    await offerShown(1);
    expect(hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({ kind: 'leave', passengers: [1] });
    expect(screen.getByRole('row', { name: /Goes back 4 to 24 h before departure 144\.55/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /to cash 144\.55/ })).toBeTruthy();
    await take(/^Cancel this part, 144\.55 back/);
    expect(await screen.findByText(`${LOCATOR} is changed, 144.55 back.`)).toBeTruthy();
    expect(screen.getByText(/back out of the drawer/)).toBeTruthy();
  });

  test('one passenger on one flight: refused in the list, with what would work', async () => {
    stored = sold({ party: sold().party.slice(0, 1), legs: sold().legs.map((leg) => ({ ...leg, seats: ['17D'] })) });
    render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
    const part = await screen.findByRole('button', { name: /Cancel a part/ });
    expect(part.textContent).toContain('one passenger on one flight; cancel it whole with X');
    expect(screen.getByRole('button', { name: /Split the party/ }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('names', () => {
  test('E corrects a spelling: what the list will have is told, and only the changed name is asked for', async () => {
    await begin('e');
    const field = await screen.findByLabelText('Name of passenger 1, ADT');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user().clear(field);
    await user().type(field, 'Szetu/Mei Lin MS');
    expect(screen.getByText('SZETO/MEI LIN MS becomes SZETU/MEI LIN MS')).toBeTruthy();
    await press('{Enter}');
    await offerShown(1);
    expect(hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      kind: 'names',
      names: [{ place: 0, surname: 'Szetu', given: 'Mei Lin', title: 'MS' }],
    });
  });

  test('another person is refused for an agent, and asks for no reason', async () => {
    hub.answers('bookings.changeQuote', () => refuse('ROLE_REQUIRED', { role: 'supervisor' }));
    await begin('e');
    const field = await screen.findByLabelText('Name of passenger 1, ADT');
    expect(screen.queryByLabelText('Reason for another person')).toBeNull();
    await user().clear(field);
    await user().type(field, 'Okafor/Chima MR{Enter}');
    expect(await screen.findByText('Only a supervisor may do this.')).toBeTruthy();
  });

  test('a supervisor gives a reason for another person', async () => {
    openConsole(hub, OSEI);
    await begin('e');
    const field = await screen.findByLabelText('Name of passenger 1, ADT');
    await user().clear(field);
    await user().type(field, 'Okafor/Chima MR');
    await user().type(await screen.findByLabelText('Reason for another person'), 'sold under the wrong name{Enter}');
    await offerShown(1);
    expect(hub.inputsOf('bookings.changeQuote').at(-1)?.change).toMatchObject({ reason: 'sold under the wrong name' });
  });
});

describe('a split', () => {
  test('T: who moves, the money of both sides, the contact; then the new locator, one key away', async () => {
    const made = sold({ bookingId: 2, locator: 'NEW2ME' });
    hub.gives('bookings.split', made);
    await begin('t');
    const list = within(await screen.findByRole('list', { name: 'Passengers' }));
    await user().click(list.getAllByRole('button')[1] as HTMLElement);
    const goes = within(screen.getByRole('region', { name: 'Moves to a new locator' }));
    expect(goes.getByRole('row', { name: /Paid 289\.10/ })).toBeTruthy();
    expect(screen.getByText(/289\.10 and 289\.10 are 578\.20 USD, as paid/)).toBeTruthy();
    const split = await goButton(/Split into two/);
    expect(split.disabled).toBe(true);
    await user().type(screen.getByLabelText('Phone or e-mail of the new booking'), '+1 347 555 0100');
    await user().type(screen.getByLabelText('Requested by'), 'Chima Okafor');
    await press('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(`${LOCATOR} is split, the new locator is NEW2ME.`)).toBeTruthy();
    expect(hub.inputsOf('bookings.split')).toMatchObject([
      { bookingId: 1, version: sold().version, passengers: [2], contact: { phone: '+1 347 555 0100', email: '', askedBy: 'Chima Okafor' } },
    ]);
    await press(`o${ACTED}`);
    expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 2 });
  });
});

test('a booking that another desk changes meanwhile outdates the offer in words, and nothing can be taken', async () => {
  await begin('{Shift>}X{/Shift}');
  await tickFirst();
  await press('{Enter}');
  await offerShown(1);
  stored = sold({ version: stored.version + 1 });
  version = 101;
  await tell(bookingEvent(101, 'booking.quoted', { expiresAt: null, note: 'quote 2, names corrected' }));
  expect((await screen.findAllByText('The booking has changed since. Look at it, then ask again.')).length).toBeGreaterThan(0);
  await press('{Control>}{Enter}{/Control}');
  await offerShown(2);
  expect(hub.inputsOf('bookings.change')).toEqual([]);
});

test('a change that was opened by the first letter of a locator goes away again', async () => {
  await begin('s');
  await screen.findByRole('heading', { name: /^Seats on AA 185/, level: 2 });
  await press('{Escape}');
  expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
});
