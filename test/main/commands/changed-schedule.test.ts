import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { seatProblems } from '../support/seat-invariants.ts';
import { ANA, adult, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

/** Two flights by way of ORD, held together; then something befalls the schedule. */
async function withHold(seat = '30A') {
  const store = await openTestHub();
  const at = store.clock.now() + 48 * HOUR_MS;
  const first = await store.addFlight({ destination: 'ORD', departs_at: at, arrives_at: at + 2 * HOUR_MS });
  const second = await store.addFlight({ origin: 'ORD', departs_at: at + 4 * HOUR_MS, arrives_at: at + 8 * HOUR_MS });
  const legs = [first, second].map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats: [seat] }));
  const held = value(await store.hold(0, [], { legs, passengers: [adult] }));
  return {
    ...store,
    held,
    first,
    second,
    change: async (set: string, id = second.id) => store.db.change(`UPDATE flights SET ${set} WHERE id = ?`).run(id),
    confirm: () => store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId()),
    begin: () => store.hub.change('payments.begin', { ...sale(held), charges: [], terminal: true }, ANA, store.requestId()),
    release: () => store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: held.bookingId }, ANA),
  };
}

describe('a hold is not sold on what the schedule no longer says', () => {
  test.each<[RefusalCode | 'ok', string, string]>([
    ['FLIGHT_CANCELLED', 'the flight was dropped', 'cancelled = 1'],
    ['FLIGHT_CANCELLED', 'the flight goes elsewhere', "destination = 'SFO'"],
    ['FLIGHT_DEPARTED', 'the flight was moved to a time that is over', 'departs_at = 1'],
    ['CONNECTION_INVALID', 'the connection is too short now', `departs_at = departs_at - ${2 * HOUR_MS - 29 * MINUTE_MS}`],
    ['SEAT_UNKNOWN', 'the aircraft has not that row', "seat_map = 'crj-200'"],
    ['ok', 'another aircraft with the same seat', "seat_map = 'a321'"],
    ['ok', 'the flight was moved within the connection', `departs_at = departs_at + ${HOUR_MS}`],
  ])('%s: %s', async (code, _what, set) => {
    const store = await withHold();
    await store.change(set);
    if (code !== 'ok') expect(codeOf(await store.begin()), 'nor is the card asked').toBe(code);
    expect(codeOf(await store.confirm())).toBe(code);
    expect(store.reports).toEqual([]);
    if (code !== 'ok') expect(codeOf(await store.release()), 'it can still be given back').toBe('ok');
    expect(await seatProblems(store.db)).toEqual([]);
  });

  test('SEAT_OTHER_CABIN: the seat is in business now', async () => {
    const store = await withHold('3A');
    await store.change("seat_map = '737-800'");
    expect(codeOf(await store.confirm())).toBe('SEAT_OTHER_CABIN');
  });
});

describe('a seat that the new aircraft has not', () => {
  test('is still shown, released by its time and given back by a cancellation', async () => {
    const store = await withHold();
    value(await store.confirm());
    const other = value(await store.hold(store.second.id, ['30B']));
    await store.change("seat_map = 'crj-200'");
    const map = value(await store.hub.ask('flights.seatMap', { flightId: store.second.id }, ANA));
    expect(map.taken.map(({ seat }) => seat)).toEqual(['30A', '30B']);
    store.clock.advance(5 * MINUTE_MS);
    value(await store.hub.change('holds.expireDue', {}, ANA, null));
    expect(value(await store.hub.ask('bookings.get', { bookingId: other.bookingId }, ANA)).booking.state).toBe('EXPIRED');
    const { bookingId } = store.held;
    const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId }, ANA));
    expect(await store.claims(store.second.id)).toEqual([]);
    expect(await seatProblems(store.db)).toEqual([]);
    expect(store.reports).toEqual([]);
  });
});

describe('a refund counts from the departure in the schedule', () => {
  test.each<[string, number, number | RefusalCode]>([
    ['a flight that was moved nearer gives back less', -0.75, 50],
    ['one that was moved away gives back as before', 0.75, 100],
    ['one that was moved by more than the setting says gives all back, however near it is', -20, 100],
    ['one that was moved into the past has flown', -72, 'BOOKING_FLOWN'],
  ])('%s', async (_what, hours, expected) => {
    const store = await withHold();
    const { bookingId } = value(await store.confirm());
    store.clock.advance(store.first.departs_at - store.clock.now() - 24.5 * HOUR_MS);
    await store.change(`departs_at = departs_at + ${hours * HOUR_MS}`, store.first.id);
    const quote = await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA);
    expect(quote.ok ? quote.value.percent : quote.refusal.code).toBe(expected);
  });
});
