import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { seatProblems } from '../support/seat-invariants.ts';
import { ANA, adult, codeOf, openTestHub, sale, value } from '../support/test-hub.ts';

/** Two flights by way of ORD, held together; then something befalls the schedule. */
async function withHold(seat = '30A') {
  const it = await openTestHub();
  const at = it.clock.now() + 48 * HOUR_MS;
  const first = await it.addFlight({ destination: 'ORD', departs_at: at, arrives_at: at + 2 * HOUR_MS });
  const second = await it.addFlight({ origin: 'ORD', departs_at: at + 4 * HOUR_MS, arrives_at: at + 8 * HOUR_MS });
  const legs = [first, second].map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats: [seat] }));
  const held = value(await it.hold(0, [], { legs, passengers: [adult] }));
  return {
    ...it,
    held,
    first,
    second,
    change: async (set: string, id = second.id) => it.db.change(`UPDATE flights SET ${set} WHERE id = ?`).run(id),
    confirm: () => it.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, it.requestId()),
    begin: () => it.hub.change('payments.begin', { ...sale(held), charges: [], terminal: true }, ANA, it.requestId()),
    release: () => it.hub.execute('holds.release', { requestId: it.requestId(), bookingId: held.bookingId }, ANA),
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
    const it = await withHold();
    await it.change(set);
    if (code !== 'ok') expect(codeOf(await it.begin()), 'nor is the card asked').toBe(code);
    expect(codeOf(await it.confirm())).toBe(code);
    expect(it.reports).toEqual([]);
    if (code !== 'ok') expect(codeOf(await it.release()), 'it can still be given back').toBe('ok');
    expect(await seatProblems(it.db)).toEqual([]);
  });

  test('SEAT_OTHER_CABIN: the seat is in business now', async () => {
    const it = await withHold('3A');
    await it.change("seat_map = '737-800'");
    expect(codeOf(await it.confirm())).toBe('SEAT_OTHER_CABIN');
  });
});

describe('a seat that the new aircraft has not', () => {
  test('is still shown, released by its time and given back by a cancellation', async () => {
    const it = await withHold();
    value(await it.confirm());
    const other = value(await it.hold(it.second.id, ['30B']));
    await it.change("seat_map = 'crj-200'");
    const map = value(await it.hub.ask('flights.seatMap', { flightId: it.second.id }, ANA));
    expect(map.taken.map(({ seat }) => seat)).toEqual(['30A', '30B']);
    it.clock.advance(5 * MINUTE_MS);
    value(await it.hub.change('holds.expireDue', {}, ANA, null));
    expect(value(await it.hub.ask('bookings.get', { bookingId: other.bookingId }, ANA)).booking.state).toBe('EXPIRED');
    const { bookingId } = it.held;
    const { offerId } = value(await it.hub.execute('bookings.cancelQuote', { requestId: it.requestId(), bookingId }, ANA));
    value(await it.hub.execute('bookings.cancel', { requestId: it.requestId(), bookingId, offerId }, ANA));
    expect(await it.claims(it.second.id)).toEqual([]);
    expect(await seatProblems(it.db)).toEqual([]);
    expect(it.reports).toEqual([]);
  });
});

describe('a refund counts from the departure in the schedule', () => {
  test.each<[string, number, number | RefusalCode]>([
    ['a flight that was moved nearer gives back less', -24, 50],
    ['one that was moved away gives back as before', 24, 100],
    ['one that was moved into the past has flown', -72, 'BOOKING_FLOWN'],
  ])('%s', async (_what, hours, expected) => {
    const it = await withHold();
    const { bookingId } = value(await it.confirm());
    await it.change(`departs_at = departs_at + ${hours * HOUR_MS}`, it.first.id);
    const quote = await it.hub.execute('bookings.cancelQuote', { requestId: it.requestId(), bookingId }, ANA);
    expect(quote.ok ? quote.value.percent : quote.refusal.code).toBe(expected);
  });
});
