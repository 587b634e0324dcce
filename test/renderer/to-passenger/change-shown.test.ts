import { describe, expect, test } from 'vitest';
import { type ChangeState, NOTHING_CHOSEN } from '../../../renderer/reservations/change/change-store.ts';
import { passengerOf } from '../../../renderer/sale/passenger-of.ts';
import { cancelShown, changeShown } from '../../../renderer/to-passenger/change-shown.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import { type PassengerChange, passengerChange } from '../../../shared/methods/passenger.ts';
import { cancelled, firstOffer, hold, sold } from '../support/samples.ts';

// An adult on 17D and a child on 17E of AA 185.
const BOOKING = sold();
const [LEG] = BOOKING.legs;
if (!LEG) throw new Error('a flight was sold');

const begun = (change: Partial<ChangeState>): ChangeState => ({
  ...NOTHING_CHOSEN,
  bookingId: BOOKING.bookingId,
  kind: null,
  round: 1,
  ...change,
});
const offer = (change: Partial<ChangeOffer>): ChangeOffer => ({
  ...{ offerId: 9, kind: 'change', bookingVersion: BOOKING.version, bookingId: BOOKING.bookingId, locator: BOOKING.locator, number: 1 },
  ...{ currency: BOOKING.currency, lines: [], total: 0, validUntil: 0, change: { kind: 'names', names: [] } as never },
  ...{ legs: BOOKING.legs, seated: [1, 2], touches: [], rule: '', to: [], heldUntil: null },
  ...change,
});
function shown(change: Partial<ChangeState>, booking: BookingView = BOOKING): PassengerChange {
  const view = changeShown(booking, begun(change), {}, 'en');
  expect(passengerChange.safeParse(view).error).toBeUndefined();
  return view;
}
const seatsOf = ({ flights }: Pick<PassengerChange, 'flights'>) => flights.map(({ seats }) => seats);
const moved = (seats: string[]) => offer({ legs: [{ ...LEG, seats }] });

describe('what a passenger sees of a change', () => {
  test('before anything is chosen: the booking as it was sold, and no sum', () => {
    const view = shown({ kind: 'flight', segments: [1] });
    expect(view).toMatchObject({ stage: 'choosing', before: [], total: null, lines: [], due: null });
    expect(seatsOf(view)).toEqual([['17D', '17E']]);
  });

  test('other seats: the flight with the new ones, and the flight with the old ones that they come instead of', () => {
    const view = shown({ kind: 'seats', segments: [1], offer: moved(['18D', '18E']) });
    expect([seatsOf(view), view.before.map(({ seats }) => seats)]).toEqual([[['18D', '18E']], [['17D', '17E']]]);
  });

  test('another flight: the one that is held, and the one that was sold', () => {
    const held = hold({ legs: [{ ...LEG, flightId: 999, flight: 'AA 9', seats: ['3A', '3C'] }] });
    const view = shown({ kind: 'flight', segments: [1], hold: held });
    expect([view.flights.map(({ flight }) => flight), view.before.map(({ flight }) => flight)]).toEqual([['AA 9'], [LEG.flight]]);
  });

  test('what it costs: the new price, what was paid, the fee; and what is left to pay after a part in cash', () => {
    const dearer = { ...LEG, fare: LEG.fare + 5_000 };
    const asked = offer({ legs: [dearer], total: 10_000 + 1_500 });
    const tenders = [{ kind: 'cash', amount: 4_000, given: 5_000 }] as const;
    const view = shown({ kind: 'upgrade', segments: [1], offer: asked, tenders });
    expect(view.lines.map(({ what }) => what)).toEqual(['price', 'paid', 'kept']);
    expect(view.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(11_500);
    expect(view).toMatchObject({ stage: 'offered', total: 11_500, given: [{ kind: 'cash', amount: 5_000 }], due: 7_500, change: 1_000 });
  });

  test('who leaves is named so, and has no seat; what goes back says where to', () => {
    const leaves = offer({
      legs: [{ ...LEG, seats: ['17E'] }],
      seated: [2],
      total: -3_000,
      to: [{ kind: 'card', amount: 3_000, reference: '4711' }],
    });
    const view = shown({ kind: 'part', passengers: [1], offer: leaves });
    expect(view.names.map(({ becomes }) => becomes)).toEqual(['leaves', undefined]);
    // The seat of who stays is beside the right name, and the flight itself is no other one.
    expect([seatsOf(view), view.before]).toEqual([[[null, '17E']], []]);
    expect(view).toMatchObject({ total: -3_000, back: [{ kind: 'card', amount: 3_000 }], due: null });
    expect(JSON.stringify(view)).not.toContain('4711');
  });

  test('who comes is spelt as it is typed, and sits on the held seat', () => {
    const joins = [passengerOf('ADT', { name: 'petrov/el' })];
    const held = hold({ legs: [{ ...LEG, seats: ['18A'] }] });
    const view = shown({ kind: 'add', joins, hold: held });
    expect(view.names.at(-1)).toEqual({ surname: 'Petrov', given: 'El', infant: false, becomes: 'joins' });
    expect(seatsOf(view)).toEqual([['17D', '17E', '18A']]);
  });

  test('a corrected name is followed letter by letter', () => {
    const names = BOOKING.passengers.map((_, place) => ({ name: place === 0 ? 'smyth/jo' : 'smyth/ann', host: '' }));
    expect(shown({ kind: 'names', names }).names.map(({ surname, given }) => `${surname} ${given}`)).toEqual(['Smyth Jo', 'Smyth Ann']);
  });

  test('a party that is split: who gets the other booking, then both locators', () => {
    expect(shown({ kind: 'split', passengers: [2] }).names.map(({ becomes }) => becomes)).toEqual([undefined, 'apart']);
    const done = { words: '', change: 0, back: [], currency: 'USD', made: { bookingId: 5, locator: 'P2XW9R' } };
    expect(shown({ kind: 'split', passengers: [2], done })).toMatchObject({ kind: 'split', stage: 'done', made: 'P2XW9R' });
  });

  test('once it is done: the booking as it is now, the cash that goes back, and nothing that was instead', () => {
    const after = { ...BOOKING, version: BOOKING.version + 1, legs: [{ ...LEG, seats: ['18D', '18E'] }] };
    const done = { words: '', change: 1_000, back: [], currency: 'USD' };
    const view = shown({ kind: 'seats', segments: [1], offer: { ...moved(['18D', '18E']), total: 4_000 }, done }, after);
    expect(view).toMatchObject({ stage: 'done', before: [], due: 0, change: 1_000, lines: [] });
    expect(seatsOf(view)).toEqual([['18D', '18E']]);
  });

  test('an offer for the booking as it was is not shown any more', () => {
    const view = shown({ kind: 'seats', segments: [1], offer: moved(['18D', '18E']) }, { ...BOOKING, version: BOOKING.version + 1 });
    expect(view).toMatchObject({ stage: 'choosing', total: null });
  });

  test('ways on after a missed flight: what each costs, and which is taken', () => {
    const way = {
      ...{ hold: 7, expiresAt: 0, replaces: [1], laterMs: 0, otherAirports: [], back: 0, cost: { total: 5_000, kept: 5_000 } },
      legs: [{ ...LEG, flightId: 77, flight: 'AA 77', seats: ['9D', '9E'], kept: false }],
    };
    const { bookingId, locator, version } = BOOKING;
    const ways = { bookingId, locator, version, outcome: 'kept', ways: [way, { ...way, hold: 8 }], desk: null, until: null } as never;
    const view = shown({ kind: 'ways', ways, way: 8 });
    expect([view.kind, view.flights, view.before.map(({ flight }) => flight)]).toEqual(['ways', [], [LEG.flight]]);
    expect(view.ways.map(({ total, chosen, flights }) => [total, chosen, flights[0]?.flight])).toEqual([
      [5_000, false, 'AA 77'],
      [5_000, true, 'AA 77'],
    ]);
  });

  test('never holds contact, birth dates, numbers of cards and vouchers, or why', () => {
    const said = JSON.stringify(shown({ kind: 'names', reason: 'married', askedBy: 'her brother', contact: '+1 555', offer: offer({}) }));
    const { contact, passengers } = BOOKING;
    const hidden = [contact?.phone, contact?.email, ...passengers.map(({ birthDate }) => birthDate), 'married', 'brother', '555', 'desk'];
    for (const text of hidden.filter(Boolean) as string[]) expect(said).not.toContain(text);
  });
});

describe('what a passenger sees of a cancellation', () => {
  test.each([
    [false, BOOKING, 'offered'],
    [true, cancelled(), 'done'],
  ] as const)('done: %s', (done, booking, stage) => {
    const view = cancelShown(booking, firstOffer, done, 'es');
    expect(passengerChange.safeParse(view).error).toBeUndefined();
    expect(view).toMatchObject({ kind: 'cancel', stage, language: 'es', flights: [], total: -firstOffer.total });
    expect(view.before).toHaveLength(1);
    expect(view.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(-firstOffer.total);
  });
});
