import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useChange } from '../../../renderer/reservations/change/change-store.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { Proposal, Way } from '../../../shared/methods/reaccommodation.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { bookingEvent, LOCATOR, NOON, sold } from '../support/samples.ts';
import { begin, counter, goButton, offerShown, openChangeCounter, press, take, tell, user } from './change-counter.tsx';

const [LEG] = sold().legs;
if (!LEG) throw new Error('a sold booking has a flight');
const missed = (more: Partial<BookingView> = {}) => sold({ legs: [{ ...LEG, missed: 'passenger' }], ...more });

/** A way with a later flight, kept for three minutes. */
const way = (hold: number, laterMinutes: number, cost: Way['cost']): Way => {
  const { flightId, origin, destination, originZone, destinationZone, cabin, departsAt, arrivesAt } = LEG;
  const later = laterMinutes * MINUTE_MS;
  const at = { departsAt: departsAt + later, arrivesAt: arrivesAt + later };
  const flown = { flightId: flightId + hold, flight: `AA ${hold}`, origin, destination, originZone, destinationZone, cabin, ...at };
  return {
    ...{ hold, expiresAt: NOON + 3 * MINUTE_MS, replaces: [1], laterMs: later, otherAirports: [], back: 0, cost },
    legs: [{ ...flown, seats: ['20A', '20B'], kept: false }],
  };
};
const WAYS = [
  way(71, 90, { total: 80_00, kept: 80_00 }),
  way(72, 150, { total: 20_00, kept: 110_00 }),
  way(73, 240, { total: 0, kept: 0 }),
];
const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  ...{ bookingId: 1, locator: LOCATOR, version: 1, outcome: 'kept', ways: WAYS, desk: null, until: NOON + 3 * MINUTE_MS },
  ...more,
});
/** What the journal says when the seats of a way go back to sale. */
const lapsed = (event: number, hold: number) =>
  ({ ...bookingEvent(event, 'hold.expired', { bookingId: hold, expiresAt: null }), type: 'way.lapsed' }) as JournalEvent;

const rows = () => within(screen.getByRole('list', { name: 'Ways on' })).getAllByRole('button');
const quoted = () => counter.hub.inputsOf('bookings.changeQuote').map(({ change }) => change);
/** To the three ways of a booking whose flight was missed. */
async function waysShown(booking = missed()): Promise<void> {
  await begin('o', booking);
  expect(await screen.findByRole('heading', { name: 'Three ways on' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(rows()[0]));
}

openChangeCounter();
beforeEach(() => {
  counter.hub
    .gives('reaccommodation.propose', { proposals: [proposal()] })
    .gives('reaccommodation.release', { released: [1] })
    .gives('reaccommodation.keep', { kept: [{ bookingId: 1, hold: 71, expiresAt: NOON + 6 * MINUTE_MS }] });
  counter.offered = {
    total: 80_00,
    lines: [{ label: 'Change fee', detail: '2 at 40.00', amount: 80_00 }],
    heldUntil: NOON + 3 * MINUTE_MS,
  };
});

test('O keeps the seats of three ways, each says what it costs, and Enter on one asks its offer and pays it', async () => {
  await waysShown();
  expect(counter.hub.inputsOf('reaccommodation.propose')).toMatchObject([{ bookingIds: [1], ways: 3, by: 'passenger' }]);
  expect(rows().map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/AA 71 direct.*20AB?.*1 h 30 later.*same fare, fee 80\.00.*80\.00 to pay.*3:00/),
    expect.stringMatching(/AA 72 direct.*fare −90\.00, kept 110\.00.*20\.00 to pay/),
    expect.stringMatching(/AA 73 direct.*same fare, no fee.*nothing to pay/),
  ]);
  await press('{Enter}{Enter}');
  await offerShown(1);
  expect(quoted()).toEqual([{ kind: 'flights', hold: 71, replaces: [1] }]);
  expect(screen.getByText('Seats kept. The booking stays as it is until it is paid.')).toBeTruthy();
  await take(/^Take 80\.00 by card, change/);
  expect(await screen.findByText(`${LOCATOR} is changed, 80.00 paid.`)).toBeTruthy();
  expect(counter.hub.inputsOf('bookings.change')).toHaveLength(1);
  expect(counter.hub.inputsOf('reaccommodation.release'), 'the hub gives the others back').toEqual([]);
});

test('a way that costs nothing is taken like a change with nothing to pay', async () => {
  counter.offered = { total: 0, heldUntil: NOON + 3 * MINUTE_MS };
  await waysShown();
  await press(`3${ACTED}`);
  await offerShown(1);
  expect(quoted()).toEqual([{ kind: 'flights', hold: 73, replaces: [1] }]);
  await take(/^Change$/);
  expect(await screen.findByText(`${LOCATOR} is changed, nothing to pay.`)).toBeTruthy();
  expect(counter.hub.inputsOf('bookings.change')).toMatchObject([{ tenders: [] }]);
});

test('Esc goes back to the ways, whose seats stay kept; Esc again leaves them, and they go back to sale', async () => {
  await waysShown();
  await press('{Enter}');
  await offerShown(1);
  screen.getByRole('button', { name: 'Back to the ways' }).focus();
  await press('{Escape}');
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Offer 1' })).toBeNull());
  expect(rows()).toHaveLength(3);
  expect(counter.hub.inputsOf('reaccommodation.release')).toEqual([]);
  await press('{Escape}');
  expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
  expect(counter.hub.inputsOf('reaccommodation.release')).toMatchObject([{ bookingIds: [1] }]);
});

test('another kind of change gives the seats of the ways back to sale', async () => {
  await waysShown();
  await press(`f${ACTED}`);
  await screen.findByRole('list', { name: 'Flights found' });
  expect(counter.hub.inputsOf('reaccommodation.release')).toMatchObject([{ bookingIds: [1] }]);
});

test('ways that come after they were left go back to sale at once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  counter.hub.answers('reaccommodation.propose', async () => {
    await promise;
    return accept({ proposals: [proposal()] });
  });
  await begin('o', missed());
  await screen.findByText('Looking for ways on');
  await press('{Escape}');
  expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
  expect(counter.hub.inputsOf('reaccommodation.release')).toEqual([]);
  resolve();
  await waitFor(() => expect(counter.hub.inputsOf('reaccommodation.release')).toMatchObject([{ bookingIds: [1] }]));
  expect(useChange.getState().kind).toBeNull();
});

test('when the seats of the chosen way lapse, its offer ends, and F9 asks for ways again', async () => {
  await waysShown();
  await press('{Enter}');
  await offerShown(1);
  await tell(lapsed(101, 71));
  expect(await screen.findByText(/The seats of this way went back to sale\. The booking is as it was\./)).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Offer 1' })).toBeNull();
  expect(rows()[0]?.getAttribute('aria-disabled')).toBe('true');
  await tell(lapsed(102, 72));
  await tell(lapsed(103, 73));
  await user().click(await goButton(/Ask for ways on again/));
  await waitFor(() => expect(counter.hub.inputsOf('reaccommodation.propose')).toHaveLength(2));
  expect(counter.hub.inputsOf('reaccommodation.keep')).toEqual([]);
});

test('F9 keeps the seats three minutes more, as the hub tells', async () => {
  await waysShown();
  await press('{F9}');
  await waitFor(() => expect(counter.hub.inputsOf('reaccommodation.keep')).toMatchObject([{ bookingIds: [1] }]));
  await tell(bookingEvent(101, 'hold.extended', { bookingId: 71, expiresAt: NOON + 6 * MINUTE_MS }));
  expect(useChange.getState().ways?.ways.map(({ expiresAt }) => (expiresAt - NOON) / MINUTE_MS)).toEqual([6, 3, 3]);
});

test('the offer of a way was said to be valid for ten minutes, although its seats are kept for three', async () => {
  await waysShown();
  await press('{Enter}');
  await offerShown(1);
  expect(screen.getByText('valid to 07:03 JFK, 3:00')).toBeTruthy();
  await tell(bookingEvent(101, 'hold.extended', { bookingId: 71, expiresAt: NOON + 6 * MINUTE_MS }));
  expect(screen.getByText('valid to 07:06 JFK, 6:00'), 'as long as they are kept').toBeTruthy();
  await tell(bookingEvent(102, 'hold.extended', { bookingId: 71, expiresAt: NOON + 30 * MINUTE_MS }));
  expect(screen.getByText('valid to 07:10 JFK, 10:00'), 'no longer than the offer itself').toBeTruthy();
});

test.each<[what: string, more: Partial<Proposal>, words: string]>([
  [
    'no flight',
    { outcome: 'none', ways: [] },
    'No other flight takes the whole party on this day or the next three. F shows the flights of a day.',
  ],
  ['another desk', { outcome: 'elsewhere', ways: [], desk: 'T2-11', until: NOON }, 'Desk T2-11 keeps seats for it until'],
  ['an infant', { outcome: 'byHand', ways: [] }, 'An infant gets its seat on the way; change it by hand.'],
])('without a way the screen says why: %s', async (_what, more, words) => {
  counter.hub.gives('reaccommodation.propose', { proposals: [proposal(more)] });
  await begin('o', missed());
  expect(await screen.findByText(new RegExp(`^${words.replaceAll('.', '\\.')}`))).toBeTruthy();
});

test('a fare that the hub does not change so says why beside the ways', async () => {
  counter.hub.answers('bookings.changeQuote', () =>
    refuse('CHANGE_REFUSED', { bookingId: 1, locator: LOCATOR, problem: 'it has AA 71 already', advice: 'Change the seats there' }),
  );
  await waysShown();
  await press('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('it has AA 71 already');
  expect(rows()).toHaveLength(3);
});

test('what another desk changed meanwhile asks for ways anew, or leads back to the booking where nothing is missed any more', async () => {
  await waysShown();
  await press('{Enter}');
  await offerShown(1);
  counter.stored = missed({ version: counter.stored.version + 1 });
  counter.version = 101;
  await tell(bookingEvent(101, 'booking.quoted', { expiresAt: null }));
  await waitFor(() => expect(counter.hub.inputsOf('reaccommodation.propose')).toHaveLength(2));
  expect(screen.queryByRole('heading', { name: 'Offer 1' })).toBeNull();
  counter.stored = sold({ version: counter.stored.version + 1 });
  counter.version = 102;
  await tell(bookingEvent(102, 'booking.quoted', { expiresAt: null }));
  expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
  expect(counter.hub.inputsOf('reaccommodation.release')).toMatchObject([{ bookingIds: [1] }]);
});
