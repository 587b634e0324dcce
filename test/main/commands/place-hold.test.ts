import { describe, expect, test } from 'vitest';
import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

const party = (count: number) => Array.from({ length: count }, () => adult);
const leg = (flightId: number, seats: string[], cabin: 'Y' | 'J' = 'Y') => ({ flightId, cabin, seats });

describe('holds.place', () => {
  test('holds every seat, counts them and keeps the price', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const hold = value(await store.hold(flight.id, ['15A', '15B']));
    expect(hold).toMatchObject({
      state: 'HOLD',
      desk: 'T1-04',
      total: 200_00,
      holdMs: 5 * MINUTE_MS,
      expiresAt: store.clock.now() + 5 * MINUTE_MS,
    });
    expect(hold.locator).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
    expect(await store.claims(flight.id)).toEqual(['15A', '15B']);
    expect(await store.counters(flight.id)).toEqual([{ cabin: 'Y', authorised: 178, held: 2, sold: 0 }]);
  });

  test('prices by the load before the hold, and the price stays when the load grows', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    value(await store.hold(flight.id, ['18A']));
    await store.db.change('UPDATE cabin_counters SET sold = 88 WHERE flight_id = ?').run(flight.id);
    const hold = value(await store.hold(flight.id, ['15A']));
    expect(hold.total).toBe(125_00);
    value(await store.hold(flight.id, ['16A', '16B', '16C']));
    const kept = value(await store.hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA));
    expect(kept.booking.total).toBe(125_00);
  });

  test('a hold ends with the close of sales of its first flight at the latest', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight({ departs_at: store.clock.now() + 32 * MINUTE_MS });
    expect(value(await store.hold(flight.id, ['15A'])).expiresAt).toBe(store.clock.now() + 2 * MINUTE_MS);
  });

  test('two flights: both, or nothing of either', async () => {
    const store = await openTestHub();
    const first = await store.addFlight({ destination: 'ORD', arrives_at: store.clock.now() + 50 * HOUR_MS });
    const second = await store.addFlight({
      origin: 'ORD',
      departs_at: store.clock.now() + 52 * HOUR_MS,
      arrives_at: store.clock.now() + 56 * HOUR_MS,
    });
    value(await store.hold(second.id, ['20A'], {}, JONAS));
    const both = (seat: string) => store.hold(first.id, ['20A'], { legs: [leg(first.id, ['20A']), leg(second.id, [seat])] });
    const refused = await both('20A');
    expect(codeOf(refused)).toBe('SEAT_HELD');
    expect(await store.claims(first.id)).toEqual([]);
    expect(await store.counters(first.id)).toEqual([]);
    expect(value(await both('20B')).legs.map(({ seats }) => seats)).toEqual([['20A'], ['20B']]);
  });

  test('three flights of a party are held, sold and cancelled as one, with a fare for each', async () => {
    const store = await openTestHub();
    const at = (hours: number) => store.clock.now() + hours * HOUR_MS;
    const flights = [
      await store.addFlight({ destination: 'ORD', departs_at: at(48), arrives_at: at(50) }),
      await store.addFlight({ origin: 'ORD', destination: 'DEN', departs_at: at(52), arrives_at: at(54), base_fare: 80_00 }),
      await store.addFlight({ origin: 'DEN', destination: 'LAX', departs_at: at(56), arrives_at: at(58), base_fare: 60_00 }),
    ];
    const legs = flights.map(({ id }) => leg(id, ['20A', '20B']));
    const hold = value(await store.hold(0, [], { legs, passengers: party(2) }));
    expect(hold.legs.map(({ fare }) => fare)).toEqual([100_00, 80_00, 60_00]);
    expect(hold.total).toBe(480_00);
    const booking = value(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId()));
    for (const { id } of flights) expect(await store.counters(id)).toMatchObject([{ held: 0, sold: 2 }]);
    const { bookingId } = booking;
    const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId }, ANA));
    expect(
      value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId, offerId: quote.offerId }, ANA)).refunded,
    ).toBe(480_00);
    for (const { id } of flights) expect(await store.claims(id)).toEqual([]);
  });

  test('a refusal names the first seat in the way, who has it, until when, and the next best', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const other = value(await store.hold(flight.id, ['15B'], {}, JONAS));
    const reply = await store.hold(flight.id, ['15A', '15B']);
    expect(reply).toMatchObject({ refusal: { code: 'SEAT_HELD', details: { seat: '15B', desk: 'T2-11', until: other.expiresAt } } });
    if (reply.ok) return;
    const nextBest = reply.refusal.details.nextBest as string[];
    expect(nextBest).toHaveLength(2);
    expect(codeOf(await store.hold(flight.id, nextBest))).toBe('ok');
  });

  test('a seat whose hold is due but not swept yet is free, at the deadline itself and not a moment before', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    value(await store.hold(flight.id, ['15A']));
    store.clock.advance(5 * MINUTE_MS - 1);
    expect(codeOf(await store.hold(flight.id, ['15A'], {}, JONAS))).toBe('SEAT_HELD');
    store.clock.advance(1);
    expect(codeOf(await store.hold(flight.id, ['15A'], {}, JONAS))).toBe('ok');
    expect(await store.counters(flight.id)).toMatchObject([{ held: 1 }]);
  });

  // The clock stands on 21 November 2026 at JFK; 400 days later is 26 December 2027, and ends at 05:00 UTC.
  test.each([
    ['late on the last day of sale, although more than 400 times 24 hours ahead', '2027-12-27T04:59:59.999Z', 'ok'],
    ['at the first moment of the day after', '2027-12-27T05:00:00.000Z', 'DATE_TOO_FAR'],
  ])('a flight that leaves %s: %s is %s, as in a search', async (_what, departs, code) => {
    const store = await openTestHub({ clock: new FakeClock(Date.parse('2026-11-21T14:00:00Z')) });
    const flight = await store.addFlight({ departs_at: Date.parse(departs) });
    expect(codeOf(await store.hold(flight.id, ['15A']))).toBe(code);
    const date = code === 'ok' ? '2027-12-26' : '2027-12-27';
    const search = {
      from: 'JFK',
      to: 'LAX',
      date,
      adults: 1,
      children: 0,
      cabin: null,
      maxStops: 1,
      leavesFrom: 0,
      leavesTo: 1440,
    } as const;
    expect(codeOf(await store.hub.ask('flights.search', { ...search, sort: 'price' }, ANA))).toBe(code);
  });

  test('a connection of a flight on the last day of sale may leave on the day after', async () => {
    const store = await openTestHub({ clock: new FakeClock(Date.parse('2026-11-21T14:00:00Z')) });
    const at = (time: string) => Date.parse(time);
    const first = await store.addFlight({ destination: 'ORD', departs_at: at('2027-12-27T01:00Z'), arrives_at: at('2027-12-27T04:00Z') });
    const next = await store.addFlight({ origin: 'ORD', departs_at: at('2027-12-27T07:00Z'), arrives_at: at('2027-12-27T11:00Z') });
    expect(codeOf(await store.hold(0, [], { legs: [leg(first.id, ['20A']), leg(next.id, ['20A'])], passengers: party(1) }))).toBe('ok');
  });

  test('the authorised number is kept even while single seats are free', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    await store.db.change("INSERT INTO cabin_counters VALUES (?, 'Y', 2, 0, 0)").run(flight.id);
    value(await store.hold(flight.id, ['15A']));
    expect(await store.hold(flight.id, ['15B', '15C'])).toMatchObject({ refusal: { code: 'CABIN_FULL', details: { free: 1 } } });
    expect(await store.claims(flight.id)).toEqual(['15A']);
  });
});

describe('holds.place refuses in the order of the list', () => {
  interface Case {
    readonly refusal: RefusalCode;
    /** Makes this refusal true, and nothing that comes before it. */
    readonly spoil: (input: Input<'holds.place'>, store: TestHub) => Promise<void> | void;
  }
  const first = (input: Input<'holds.place'>) => input.legs[0] as { flightId: number; cabin: 'Y' | 'J'; seats: string[] };

  // Each line adds one more thing that is wrong; read from below, the one further up must win.
  const CASES: readonly Case[] = [
    { refusal: 'GROUP', spoil: (input) => void input.passengers.push(...party(9)) },
    {
      refusal: 'DATE_TOO_FAR',
      spoil: (input, store) =>
        void store.db.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(store.clock.now() + 402 * DAY_MS, first(input).flightId),
    },
    { refusal: 'FLIGHT_UNKNOWN', spoil: (input) => void input.legs.push(leg(999, ['1D'])) },
    {
      refusal: 'FLIGHT_CANCELLED',
      spoil: (input, store) => void store.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(first(input).flightId),
    },
    {
      refusal: 'FLIGHT_DEPARTED',
      spoil: (input, store) =>
        void store.db.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(store.clock.now(), first(input).flightId),
    },
    { refusal: 'CABIN_UNKNOWN', spoil: (input) => void Object.assign(first(input), { cabin: 'J' }) },
    { refusal: 'CONNECTION_INVALID', spoil: (input) => void input.legs.push(leg(first(input).flightId, ['20A', '20B'])) },
    {
      refusal: 'CURRENCIES_DIFFER',
      spoil: async (input, store) => {
        const flight = await store.addFlight({
          ...{ origin: 'LAX', destination: 'SFO', currency: 'JPY' },
          departs_at: store.clock.now() + 56 * HOUR_MS,
        });
        input.legs.push(leg(flight.id, ['20A', '20B']));
      },
    },
    { refusal: 'PARTY_MISMATCH', spoil: (input) => void first(input).seats.push('30A') },
    { refusal: 'SEAT_UNKNOWN', spoil: (input) => void first(input).seats.splice(0, 1, '13A') },
    { refusal: 'SEAT_TWICE', spoil: (input) => void first(input).seats.splice(1, 1, first(input).seats[0] ?? '') },
  ];

  for (const [place, { refusal }] of CASES.entries()) {
    test(`${refusal} before all that follow`, async () => {
      const store = await openTestHub();
      const flight = await store.addFlight();
      const input: Input<'holds.place'> = {
        requestId: store.requestId(),
        legs: [leg(flight.id, ['15A', '15B'])],
        passengers: party(2),
        exitRowConfirmed: false,
      };
      for (const { spoil } of CASES.slice(place).reverse()) await spoil(input, store);
      expect(codeOf(await store.hub.execute('holds.place', input, ANA))).toBe(refusal);
      expect(store.reports).toEqual([]);
    });
  }

  test.each<[RefusalCode | 'ok', Partial<Input<'holds.place'>['passengers'][number]>, boolean]>([
    ['EXIT_ROW_UNCONFIRMED', {}, false],
    ['ok', {}, true],
    ['EXIT_ROW_REFUSED', { type: 'CHD' }, true],
    ['EXIT_ROW_REFUSED', { infant: true }, true],
    ['EXIT_ROW_REFUSED', { assistance: true }, true],
  ])('exit row: %s for %o, spoken confirmation %s', async (code, passenger, exitRowConfirmed) => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const exit = store.reference.seatPlan('a320')?.seats.find((seat) => seat.exit && seat.sellable);
    expect(exit).toBeDefined();
    const reply = await store.hold(flight.id, [exit?.seat ?? ''], { passengers: [{ ...adult, ...passenger }], exitRowConfirmed });
    expect(codeOf(reply)).toBe(code);
  });

  test('SEAT_SOLD for a sold seat, SEAT_HELD for one this desk holds itself', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const hold = value(await store.hold(flight.id, ['15A']));
    expect(codeOf(await store.hold(flight.id, ['15A']))).toBe('SEAT_HELD');
    value(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, store.requestId()));
    expect(codeOf(await store.hold(flight.id, ['15A'], {}, MERCY))).toBe('SEAT_SOLD');
  });

  test('SEAT_SOLD before SEAT_HELD before CABIN_FULL, whichever leg or seat they stand in the way of', async () => {
    const store = await openTestHub();
    const at = (hours: number) => store.clock.now() + hours * HOUR_MS;
    const first = await store.addFlight({ destination: 'ORD', departs_at: at(48), arrives_at: at(50) });
    const second = await store.addFlight({ origin: 'ORD', destination: 'DEN', departs_at: at(52), arrives_at: at(54) });
    const both = (seats: string[], later: string[]) =>
      store.hold(0, [], { legs: [leg(first.id, seats), leg(second.id, later)], passengers: party(2) }, MERCY);
    value(await store.hold(first.id, ['15A']));
    value(await store.hold(second.id, ['15C'], {}, JONAS));
    const sold = value(await store.hold(second.id, ['15D']));
    value(await store.hub.change('payments.confirm', { ...sale(sold), approved: [] }, ANA, store.requestId()));
    expect(await both(['15A', '15B'], ['15C', '15D'])).toMatchObject({ refusal: { code: 'SEAT_SOLD', details: { seat: '15D' } } });
    await store.db.change('UPDATE cabin_counters SET authorised = 2 WHERE flight_id = ?').run(first.id);
    expect(await both(['15B', '15E'], ['16A', '15D'])).toMatchObject({ refusal: { code: 'SEAT_SOLD' } });
    expect(await both(['15B', '15E'], ['16A', '15C'])).toMatchObject({ refusal: { code: 'SEAT_HELD', details: { seat: '15C' } } });
    expect(await both(['15B', '15E'], ['16A', '16B'])).toMatchObject({ refusal: { code: 'CABIN_FULL' } });
    expect(await store.claims(first.id)).toEqual(['15A']);
  });
});
