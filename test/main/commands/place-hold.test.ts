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
    const it = await openTestHub();
    const flight = await it.addFlight();
    const hold = value(await it.hold(flight.id, ['15A', '15B']));
    expect(hold).toMatchObject({
      state: 'HOLD',
      desk: 'T1-04',
      total: 200_00,
      holdMs: 5 * MINUTE_MS,
      expiresAt: it.clock.now() + 5 * MINUTE_MS,
    });
    expect(hold.locator).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
    expect(await it.claims(flight.id)).toEqual(['15A', '15B']);
    expect(await it.counters(flight.id)).toEqual([{ cabin: 'Y', authorised: 178, held: 2, sold: 0 }]);
  });

  test('prices by the load before the hold, and the price stays when the load grows', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    value(await it.hold(flight.id, ['18A']));
    await it.db.change('UPDATE cabin_counters SET sold = 88 WHERE flight_id = ?').run(flight.id);
    const hold = value(await it.hold(flight.id, ['15A']));
    expect(hold.total).toBe(125_00);
    value(await it.hold(flight.id, ['16A', '16B', '16C']));
    const kept = value(await it.hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA));
    expect(kept.booking.total).toBe(125_00);
  });

  test('a hold ends with the departure of its first flight at the latest', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight({ departs_at: it.clock.now() + 2 * MINUTE_MS });
    expect(value(await it.hold(flight.id, ['15A'])).expiresAt).toBe(flight.departs_at);
  });

  test('two flights: both, or nothing of either', async () => {
    const it = await openTestHub();
    const first = await it.addFlight({ destination: 'ORD', arrives_at: it.clock.now() + 50 * HOUR_MS });
    const second = await it.addFlight({
      origin: 'ORD',
      departs_at: it.clock.now() + 52 * HOUR_MS,
      arrives_at: it.clock.now() + 56 * HOUR_MS,
    });
    value(await it.hold(second.id, ['20A'], {}, JONAS));
    const both = (seat: string) => it.hold(first.id, ['20A'], { legs: [leg(first.id, ['20A']), leg(second.id, [seat])] });
    const refused = await both('20A');
    expect(codeOf(refused)).toBe('SEAT_HELD');
    expect(await it.claims(first.id)).toEqual([]);
    expect(await it.counters(first.id)).toEqual([]);
    expect(value(await both('20B')).legs.map(({ seats }) => seats)).toEqual([['20A'], ['20B']]);
  });

  test('three flights of a party are held, sold and cancelled as one, with a fare for each', async () => {
    const it = await openTestHub();
    const at = (hours: number) => it.clock.now() + hours * HOUR_MS;
    const flights = [
      await it.addFlight({ destination: 'ORD', departs_at: at(48), arrives_at: at(50) }),
      await it.addFlight({ origin: 'ORD', destination: 'DEN', departs_at: at(52), arrives_at: at(54), base_fare: 80_00 }),
      await it.addFlight({ origin: 'DEN', destination: 'LAX', departs_at: at(56), arrives_at: at(58), base_fare: 60_00 }),
    ];
    const legs = flights.map(({ id }) => leg(id, ['20A', '20B']));
    const hold = value(await it.hold(0, [], { legs, passengers: party(2) }));
    expect(hold.legs.map(({ fare }) => fare)).toEqual([100_00, 80_00, 60_00]);
    expect(hold.total).toBe(480_00);
    const booking = value(await it.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, it.requestId()));
    for (const { id } of flights) expect(await it.counters(id)).toMatchObject([{ held: 0, sold: 2 }]);
    const { bookingId } = booking;
    const quote = value(await it.hub.execute('bookings.cancelQuote', { requestId: it.requestId(), bookingId }, ANA));
    expect(
      value(await it.hub.execute('bookings.cancel', { requestId: it.requestId(), bookingId, offerId: quote.offerId }, ANA)).refunded,
    ).toBe(480_00);
    for (const { id } of flights) expect(await it.claims(id)).toEqual([]);
  });

  test('a refusal names the first seat in the way, who has it, until when, and the next best', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const other = value(await it.hold(flight.id, ['15B'], {}, JONAS));
    const reply = await it.hold(flight.id, ['15A', '15B']);
    expect(reply).toMatchObject({ refusal: { code: 'SEAT_HELD', details: { seat: '15B', desk: 'T2-11', until: other.expiresAt } } });
    if (reply.ok) return;
    const nextBest = reply.refusal.details.nextBest as string[];
    expect(nextBest).toHaveLength(2);
    expect(codeOf(await it.hold(flight.id, nextBest))).toBe('ok');
  });

  test('a seat whose hold is due but not swept yet is free, at the deadline itself and not a moment before', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    value(await it.hold(flight.id, ['15A']));
    it.clock.advance(5 * MINUTE_MS - 1);
    expect(codeOf(await it.hold(flight.id, ['15A'], {}, JONAS))).toBe('SEAT_HELD');
    it.clock.advance(1);
    expect(codeOf(await it.hold(flight.id, ['15A'], {}, JONAS))).toBe('ok');
    expect(await it.counters(flight.id)).toMatchObject([{ held: 1 }]);
  });

  // The clock stands on 21 November 2026 at JFK; 400 days later is 26 December 2027, and ends at 05:00 UTC.
  test.each([
    ['late on the last day of sale, although more than 400 times 24 hours ahead', '2027-12-27T04:59:59.999Z', 'ok'],
    ['at the first moment of the day after', '2027-12-27T05:00:00.000Z', 'DATE_TOO_FAR'],
  ])('a flight that leaves %s: %s is %s, as in a search', async (_what, departs, code) => {
    const it = await openTestHub({ clock: new FakeClock(Date.parse('2026-11-21T14:00:00Z')) });
    const flight = await it.addFlight({ departs_at: Date.parse(departs) });
    expect(codeOf(await it.hold(flight.id, ['15A']))).toBe(code);
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
    expect(codeOf(await it.hub.ask('flights.search', { ...search, sort: 'price' }, ANA))).toBe(code);
  });

  test('a connection of a flight on the last day of sale may leave on the day after', async () => {
    const it = await openTestHub({ clock: new FakeClock(Date.parse('2026-11-21T14:00:00Z')) });
    const at = (time: string) => Date.parse(time);
    const first = await it.addFlight({ destination: 'ORD', departs_at: at('2027-12-27T01:00Z'), arrives_at: at('2027-12-27T04:00Z') });
    const next = await it.addFlight({ origin: 'ORD', departs_at: at('2027-12-27T07:00Z'), arrives_at: at('2027-12-27T11:00Z') });
    expect(codeOf(await it.hold(0, [], { legs: [leg(first.id, ['20A']), leg(next.id, ['20A'])], passengers: party(1) }))).toBe('ok');
  });

  test('the authorised number is kept even while single seats are free', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    await it.db.change("INSERT INTO cabin_counters VALUES (?, 'Y', 2, 0, 0)").run(flight.id);
    value(await it.hold(flight.id, ['15A']));
    expect(await it.hold(flight.id, ['15B', '15C'])).toMatchObject({ refusal: { code: 'CABIN_FULL', details: { free: 1 } } });
    expect(await it.claims(flight.id)).toEqual(['15A']);
  });
});

describe('holds.place refuses in the order of the list', () => {
  interface Case {
    readonly refusal: RefusalCode;
    /** Makes this refusal true, and nothing that comes before it. */
    readonly spoil: (input: Input<'holds.place'>, it: TestHub) => Promise<void> | void;
  }
  const first = (input: Input<'holds.place'>) => input.legs[0] as { flightId: number; cabin: 'Y' | 'J'; seats: string[] };

  // Each line adds one more thing that is wrong; read from below, the one further up must win.
  const CASES: readonly Case[] = [
    { refusal: 'GROUP', spoil: (input) => void input.passengers.push(...party(9)) },
    {
      refusal: 'DATE_TOO_FAR',
      spoil: (input, it) =>
        void it.db.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(it.clock.now() + 402 * DAY_MS, first(input).flightId),
    },
    { refusal: 'FLIGHT_UNKNOWN', spoil: (input) => void input.legs.push(leg(999, ['1D'])) },
    {
      refusal: 'FLIGHT_CANCELLED',
      spoil: (input, it) => void it.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(first(input).flightId),
    },
    {
      refusal: 'FLIGHT_DEPARTED',
      spoil: (input, it) => void it.db.change('UPDATE flights SET departs_at = ? WHERE id = ?').run(it.clock.now(), first(input).flightId),
    },
    { refusal: 'CABIN_UNKNOWN', spoil: (input) => void Object.assign(first(input), { cabin: 'J' }) },
    { refusal: 'CONNECTION_INVALID', spoil: (input) => void input.legs.push(leg(first(input).flightId, ['20A', '20B'])) },
    {
      refusal: 'CURRENCIES_DIFFER',
      spoil: async (input, it) => {
        const flight = await it.addFlight({
          ...{ origin: 'LAX', destination: 'SFO', currency: 'JPY' },
          departs_at: it.clock.now() + 56 * HOUR_MS,
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
      const it = await openTestHub();
      const flight = await it.addFlight();
      const input: Input<'holds.place'> = {
        requestId: it.requestId(),
        legs: [leg(flight.id, ['15A', '15B'])],
        passengers: party(2),
        exitRowConfirmed: false,
      };
      for (const { spoil } of CASES.slice(place).reverse()) await spoil(input, it);
      expect(codeOf(await it.hub.execute('holds.place', input, ANA))).toBe(refusal);
      expect(it.reports).toEqual([]);
    });
  }

  test.each<[RefusalCode | 'ok', Partial<Input<'holds.place'>['passengers'][number]>, boolean]>([
    ['EXIT_ROW_UNCONFIRMED', {}, false],
    ['ok', {}, true],
    ['EXIT_ROW_REFUSED', { type: 'CHD' }, true],
    ['EXIT_ROW_REFUSED', { infant: true }, true],
    ['EXIT_ROW_REFUSED', { assistance: true }, true],
  ])('exit row: %s for %o, spoken confirmation %s', async (code, passenger, exitRowConfirmed) => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const exit = it.reference.seatPlan('a320')?.seats.find((seat) => seat.exit && seat.sellable);
    expect(exit).toBeDefined();
    const reply = await it.hold(flight.id, [exit?.seat ?? ''], { passengers: [{ ...adult, ...passenger }], exitRowConfirmed });
    expect(codeOf(reply)).toBe(code);
  });

  test('SEAT_SOLD for a sold seat, SEAT_HELD for one this desk holds itself', async () => {
    const it = await openTestHub();
    const flight = await it.addFlight();
    const hold = value(await it.hold(flight.id, ['15A']));
    expect(codeOf(await it.hold(flight.id, ['15A']))).toBe('SEAT_HELD');
    value(await it.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, it.requestId()));
    expect(codeOf(await it.hold(flight.id, ['15A'], {}, MERCY))).toBe('SEAT_SOLD');
  });

  test('SEAT_SOLD before SEAT_HELD before CABIN_FULL, whichever leg or seat they stand in the way of', async () => {
    const it = await openTestHub();
    const at = (hours: number) => it.clock.now() + hours * HOUR_MS;
    const first = await it.addFlight({ destination: 'ORD', departs_at: at(48), arrives_at: at(50) });
    const second = await it.addFlight({ origin: 'ORD', destination: 'DEN', departs_at: at(52), arrives_at: at(54) });
    const both = (seats: string[], later: string[]) =>
      it.hold(0, [], { legs: [leg(first.id, seats), leg(second.id, later)], passengers: party(2) }, MERCY);
    value(await it.hold(first.id, ['15A']));
    value(await it.hold(second.id, ['15C'], {}, JONAS));
    const sold = value(await it.hold(second.id, ['15D']));
    value(await it.hub.change('payments.confirm', { ...sale(sold), approved: [] }, ANA, it.requestId()));
    expect(await both(['15A', '15B'], ['15C', '15D'])).toMatchObject({ refusal: { code: 'SEAT_SOLD', details: { seat: '15D' } } });
    await it.db.change('UPDATE cabin_counters SET authorised = 2 WHERE flight_id = ?').run(first.id);
    expect(await both(['15B', '15E'], ['16A', '15D'])).toMatchObject({ refusal: { code: 'SEAT_SOLD' } });
    expect(await both(['15B', '15E'], ['16A', '15C'])).toMatchObject({ refusal: { code: 'SEAT_HELD', details: { seat: '15C' } } });
    expect(await both(['15B', '15E'], ['16A', '16B'])).toMatchObject({ refusal: { code: 'CABIN_FULL' } });
    expect(await it.claims(first.id)).toEqual(['15A']);
  });
});
