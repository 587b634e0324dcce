import { beforeEach, describe, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import type { FlightRow } from '../../../../main/store/tables/flights-table.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';
import { openFullCabin } from '../../support/waitlist-hub.ts';

/** November: an adult weighs 88 kg and checks in 14 kg. */
const ADULT = 102;

let hub: TestHub;
let flight: FlightRow;
beforeEach(async () => {
  hub = await openTestHub();
  flight = await hub.addFlight();
});

const limit = async (kilograms: number | null, flightId = flight.id) =>
  value(
    await hub.hub.execute(
      'aircraft.assign',
      { requestId: hub.requestId(), flightId, tail: null, gate: '', ownLimit: kilograms, reason: 'short runway' },
      MERCY,
    ),
  );
const weight = async (flightId = flight.id) => value(await hub.hub.ask('flights.seatMap', { flightId }, ANA)).aircraft?.weight;
const sell = async (flightId: number, seats: readonly string[], more = {}) => {
  const held = value(await hub.hold(flightId, seats, more));
  return value(await hub.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, hub.requestId())) as BookingView;
};
const set = async (name: 'adultWinterKg' | 'lapKg', kilograms: number) =>
  value(await hub.hub.execute('settings.set', { requestId: hub.requestId(), name, value: kilograms }, MERCY));

const cancel = async (bookingId: number) => {
  const { offerId } = value(await hub.hub.execute('bookings.cancelQuote', { requestId: hub.requestId(), bookingId }, ANA));
  return value(await hub.hub.execute('bookings.cancel', { requestId: hub.requestId(), bookingId, offerId }, ANA));
};

describe('a hold fits the seats and the weight', () => {
  test('the last kilogram is sold, and one more is refused with what is too much', async () => {
    await limit(2 * ADULT);
    value(await hub.hold(flight.id, ['20A', '20B']));
    expect(await weight()).toEqual({ limit: 204, taken: 204, adult: ADULT });
    const refused = await hub.hold(flight.id, ['20C']);
    expect(refused).toMatchObject({
      refusal: {
        code: 'TOO_HEAVY',
        message: 'B6 101 may carry 204 kg, and 204 kg are taken: 102 kg more are 102 kg too much.',
      },
    });
    expect(await hub.claims(flight.id)).toEqual(['20A', '20B']);
    expect(await crossCheck(hub.db)).toBeUndefined();
  });

  test('a seat that is taken is told before the weight', async () => {
    await limit(ADULT);
    value(await hub.hold(flight.id, ['20A']));
    expect(codeOf(await hub.hold(flight.id, ['20A'], {}, JONAS))).toBe('SEAT_HELD');
  });

  test('a hold that is released, lapsed or cancelled gives its weight back', async () => {
    await limit(ADULT);
    const held = value(await hub.hold(flight.id, ['20A']));
    value(await hub.hub.execute('holds.release', { requestId: hub.requestId(), bookingId: held.bookingId }, ANA));
    value(await hub.hold(flight.id, ['20A']));
    hub.clock.advance(20 * MINUTE_MS);
    const sold = await sell(flight.id, ['21A']);
    expect(codeOf(await hub.hold(flight.id, ['20A']))).toBe('TOO_HEAVY');
    await cancel(sold.bookingId);
    expect(await weight()).toMatchObject({ taken: 0 });
  });

  test('an itinerary is held whole or not at all', async () => {
    const next = await hub.addFlight({ origin: 'LAX', destination: 'SFO', departs_at: flight.arrives_at + 3 * HOUR_MS });
    await limit(ADULT - 1, next.id);
    const legs = [flight, next].map(({ id }) => ({ flightId: id, cabin: 'Y' as const, seats: ['20A'] }));
    expect(codeOf(await hub.hold(flight.id, ['20A'], { legs }))).toBe('TOO_HEAVY');
    expect(await hub.claims(flight.id)).toEqual([]);
  });

  test.each([
    ['a child', [{ ...adult }, { ...adult, type: 'CHD' as const }], ADULT + 39 + 14],
    ['an infant with a seat', [{ ...adult }, { ...adult, type: 'INS' as const }], ADULT + 39 + 14],
    ['an infant on a lap, which the weight of adults counts', [{ ...adult, infant: true }], ADULT],
  ])('%s', async (_, passengers, kilograms) => {
    const seats = passengers.map((_passenger, place) => `20${'ABC'[place]}`);
    await limit(kilograms - 1);
    expect(codeOf(await hub.hold(flight.id, seats, { passengers }))).toBe('TOO_HEAVY');
    await limit(kilograms);
    value(await hub.hold(flight.id, seats, { passengers }));
  });

  test('an infant on a lap weighs what the setting says', async () => {
    await set('lapKg', 8);
    await limit(ADULT + 7);
    expect(codeOf(await hub.hold(flight.id, ['20A'], { passengers: [{ ...adult, infant: true }] }))).toBe('TOO_HEAVY');
  });

  test.each([
    ['JFK', Date.UTC(2027, 4, 1, 5), 86 + 14],
    ['JFK', Date.UTC(2027, 4, 1, 3), ADULT],
    ['JFK', Date.UTC(2027, 9, 31, 12), 86 + 14],
    ['SYD', Date.UTC(2027, 0, 20, 3), 86 + 14],
    ['SYD', Date.UTC(2027, 6, 20, 3), ADULT],
  ])('from %s at %d an adult weighs %d kg, by the date there and its side of the equator', async (origin, departs_at, adultKg) => {
    const other = await hub.addFlight({ origin, destination: 'HNL', departs_at });
    await limit(10_000, other.id);
    expect(await weight(other.id)).toMatchObject({ adult: adultKg });
  });
});

describe('a change fits the weight', () => {
  const born = new Date(Date.UTC(2026, 5, 1)).toISOString().slice(0, 10);
  const mia = { type: 'INF' as const, surname: 'Petrova', given: 'Mia', title: '' as const, birthDate: born, with: 0 };

  test('an infant that comes on a lap is refused where it is too much, and taken where it fits', async () => {
    await set('lapKg', 8);
    await limit(ADULT + 7);
    const { bookingId } = await sell(flight.id, ['20A']);
    const add = async () => {
      const quote = { requestId: hub.requestId(), bookingId, change: { kind: 'infant' as const, infants: [mia] } };
      const { offerId, total } = value(await hub.hub.execute('bookings.changeQuote', quote, ANA));
      const tenders = total > 0 ? [{ kind: 'cash' as const, amount: total, given: total }] : [];
      return hub.hub.change('changes.take', { bookingId, offerId, tenders, approved: [] }, ANA, hub.requestId());
    };
    expect(codeOf(await add())).toBe('TOO_HEAVY');
    await limit(ADULT + 8);
    value(await add());
    expect(await weight()).toMatchObject({ taken: ADULT + 8 });
    expect(await crossCheck(hub.db)).toBeUndefined();
  });

  test('a booking that is too heavy already may change its seats', async () => {
    const { bookingId } = await sell(flight.id, ['20A', '20B']);
    await limit(ADULT);
    const change = {
      kind: 'seats' as const,
      segment: 1,
      seats: [
        { passenger: 1, seat: '21A' },
        { passenger: 2, seat: '21B' },
      ],
      exitRowConfirmed: false,
    };
    const { offerId } = value(await hub.hub.execute('bookings.changeQuote', { requestId: hub.requestId(), bookingId, change }, ANA));
    value(await hub.hub.change('changes.take', { bookingId, offerId, tenders: [], approved: [] }, ANA, hub.requestId()));
    expect(await hub.claims(flight.id)).toEqual(['21A', '21B']);
  });

  test('a cancellation is not undone where somebody else has the weight by now', async () => {
    await limit(ADULT);
    const { bookingId } = await sell(flight.id, ['20A']);
    const { version } = await cancel(bookingId);
    value(await hub.hold(flight.id, ['20B'], {}, JONAS));
    expect(codeOf(await hub.hub.execute('bookings.undo', { requestId: hub.requestId(), bookingId, version }, ANA))).toBe('TOO_HEAVY');
    expect(await crossCheck(hub.db)).toBeUndefined();
  });
});

describe('a limit below what is taken', () => {
  test('takes nobody off, stops the sale, and says what is too much', async () => {
    await sell(flight.id, ['20A', '20B']);
    expect(await limit(ADULT)).toMatchObject({ weight: { limit: ADULT, taken: 2 * ADULT } });
    expect(await hub.claims(flight.id)).toEqual(['20A', '20B']);
    expect(codeOf(await hub.hold(flight.id, ['20C']))).toBe('TOO_HEAVY');
    await limit(null);
    value(await hub.hold(flight.id, ['20C']));
  });

  test('follows a weight that is set otherwise, because the sum is worked out from who is aboard', async () => {
    await limit(3 * ADULT);
    await sell(flight.id, ['20A', '20B']);
    await set('adultWinterKg', 140);
    expect(await weight()).toEqual({ limit: 3 * ADULT, taken: 308, adult: 154 });
    expect(codeOf(await hub.hold(flight.id, ['20C']))).toBe('TOO_HEAVY');
  });
});

test('an offer of the waitlist fits the weight, and a higher limit is looked at at once', async () => {
  const full = await openFullCabin();
  const own = async (ownLimit: number | null) =>
    value(
      await full.hub.execute(
        'aircraft.assign',
        { requestId: full.requestId(), flightId: full.flight.id, tail: null, gate: '', ownLimit, reason: 'short runway' },
        MERCY,
      ),
    );
  await own(1);
  value(await full.join());
  await full.authorise(5, 4);
  expect(await full.list()).toMatchObject({ entries: [{ state: 'WAITING' }] });
  await own(10_000);
  expect(await full.list()).toMatchObject({ entries: [{ state: 'OFFERED' }] });
  expect(await crossCheck(full.db)).toBeUndefined();
});

test('weight that comes free in one cabin is offered to who waits for another, and so is a higher limit of the aircraft', async () => {
  const other = await hub.addFlight({ equipment: '738', seat_map: '737-800' });
  const set = (weightLimit: number) =>
    hub.hub.execute(
      'aircraft.set',
      { requestId: hub.requestId(), tail: 'N123AA', equipment: '738', seatMap: null, weightLimit, retired: false, reason: 'new' },
      MERCY,
    );
  value(await set(ADULT));
  const assign = { flightId: other.id, tail: 'N123AA', gate: '', ownLimit: null, reason: 'as planned' };
  value(await hub.hub.execute('aircraft.assign', { requestId: hub.requestId(), ...assign }, MERCY));
  const front = [{ flightId: other.id, cabin: 'J' as const, seats: ['3A'] }];
  const held = value(await hub.hold(other.id, ['3A'], { legs: front }));
  const wait = { flights: [other.id], cabin: 'Y' as const, passengers: [adult], name: 'CHEN/MEI', phone: '+1 646 555 0117' };
  const join = () =>
    hub.hub.execute('waitlist.join', { requestId: hub.requestId(), ...wait, fareLimit: null, priority: 'normal', reason: '' }, JONAS);
  value(await join());
  const states = async () =>
    value(await hub.hub.ask('waitlist.of', { flightId: other.id, cabin: 'Y' }, ANA)).entries.map(({ state }) => state);
  expect(await states()).toEqual(['WAITING']);
  value(await hub.hub.execute('holds.release', { requestId: hub.requestId(), bookingId: held.bookingId }, ANA));
  expect(await states()).toEqual(['OFFERED']);

  value(await join());
  expect(await states()).toEqual(['OFFERED', 'WAITING']);
  value(await set(2 * ADULT));
  expect(await states()).toEqual(['OFFERED', 'OFFERED']);
  expect(await crossCheck(hub.db)).toBeUndefined();
});
