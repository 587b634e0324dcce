import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../shared/contract.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import { LIST_CURVE_DAYS } from '../../../../shared/pricing/curve-days.ts';
import type { PolicyRule } from '../../../../shared/pricing/policy.ts';
import { publishPolicy, rulesOf } from '../../support/publish-policy.ts';
import { codeOf, MERCY, openTestHub, type TestHub, value } from '../../support/test-hub.ts';
import { type Sold, sellFlight } from './sell-flight.ts';

type Asked = Partial<Input<'pricing.flights'>>;
const ask = (test: TestHub, filter = '', more: Asked = {}) =>
  test.hub.ask('pricing.flights', { filter, sort: 'stake', reversed: false, limit: 50, ...more }, MERCY);
const list = async (test: TestHub, filter = '', more: Asked = {}) => value(await ask(test, filter, more));
const names = async (test: TestHub, filter = '', more: Asked = {}) => (await list(test, filter, more)).flights.map(({ flight }) => flight);

/** Eight past Saturdays of JFK to LAX, each of which sold 60 seats 30 days before and 60 more 10 days before, and so ended with 120 of 178. */
async function withPast(
  test: TestHub,
  sold: Sold = [
    [30.5, 60],
    [10.5, 60],
  ],
) {
  for (let week = 1; week <= 8; week++) {
    const flight = await test.addFlight({ departs_at: test.clock.now() + 14 * DAY_MS + HOUR_MS - (week + 2) * 7 * DAY_MS });
    await sellFlight(test, flight, sold);
  }
}

/** Fourteen days ahead, on the same weekday as those of the past. */
const ahead = (test: TestHub) => test.addFlight({ departs_at: test.clock.now() + 14 * DAY_MS + HOUR_MS });

describe('money at stake', () => {
  it('is the seats that are expected to leave empty, as past flights of the route and weekday filled, times the price now', async () => {
    const test = await openTestHub();
    await withPast(test);
    await sellFlight(test, await ahead(test), [[20.5, 60]]);
    const [flight] = (await list(test)).flights;
    expect(flight).toMatchObject({
      // Sixty are sold as usual, and sixty more are expected: 58 of 178 leave empty.
      forecast: { seats: 120, from: 'history', departures: 8 },
      empty: 58,
      daysLeft: 14,
      marks: [],
    });
    expect(flight?.stake).toBe(58 * (flight?.cabins[0]?.price ?? 0));
    expect(flight?.usual).toMatchObject({ from: 'history' });
    // 60 from 30 days before on, 120 from 10 days before on.
    expect(flight?.usual?.middle).toEqual(LIST_CURVE_DAYS.map((day) => (day > 30 ? 0 : day > 10 ? 60 : 120)));
    expect(flight?.curve).toEqual(LIST_CURVE_DAYS.map((day) => (day < 15 ? null : day <= 20 ? 60 : 0)));
  });

  it('counts what is asked for in vain too, and such a flight is ahead of usual and has a bid price', async () => {
    const test = await openTestHub();
    await withPast(test);
    await sellFlight(test, await ahead(test), [[20.5, 150]]);
    const [flight] = (await list(test)).flights;
    expect(flight).toMatchObject({ forecast: { seats: 210 }, empty: -32, marks: ['below-bid', 'ahead'] });
    expect(flight?.stake).toBe(32 * (flight?.cabins[0]?.price ?? 0));
    // 60 more are sure to come for 28 seats, so the last seat earns what the policy asks for it: 150.00.
    expect(flight?.bid).toBe(150_00);
  });

  it('a flight behind usual says so', async () => {
    const test = await openTestHub();
    await withPast(test);
    await sellFlight(test, await ahead(test), [[20.5, 10]]);
    const [flight] = (await list(test)).flights;
    expect(flight).toMatchObject({ forecast: { seats: 70 }, empty: 108, marks: ['behind'], bid: 0 });
  });

  it('with too few past flights the stated curve is divided by, and nothing is called usual', async () => {
    const test = await openTestHub();
    await sellFlight(test, await ahead(test), [[20.5, 95]]);
    const [flight] = (await list(test)).flights;
    // 95 % of the final sales are on the books 14 days before.
    expect(flight).toMatchObject({ forecast: { seats: 100, from: 'stated', departures: 0 }, empty: 78, usual: null, marks: [] });
  });

  it('past flights of which nobody ever bought a seat were not on sale, and are not called usual', async () => {
    const test = await openTestHub();
    await withPast(test, []);
    await sellFlight(test, await ahead(test), [[20.5, 95]]);
    expect((await list(test)).flights[0]).toMatchObject({ forecast: { from: 'stated' }, usual: null, marks: [] });
  });

  it('flights that left earlier on the same day are not the past of those that leave later, so that both the forecast and what is usual lean on days before', async () => {
    const test = await openTestHub();
    for (let hour = 1; hour <= 8; hour++)
      await sellFlight(test, await test.addFlight({ departs_at: test.clock.now() - hour * HOUR_MS }), [[10.5, 20]]);
    await sellFlight(test, await test.addFlight({ departs_at: test.clock.now() + HOUR_MS }), [[10.5, 95]]);
    expect((await list(test)).flights[0]).toMatchObject({ forecast: { from: 'stated' }, usual: null, marks: [] });
  });

  it('a flight so far ahead that nothing can be said comes last and says nothing', async () => {
    const test = await openTestHub();
    await test.addFlight({ departs_at: test.clock.now() + 300 * DAY_MS });
    await sellFlight(test, await ahead(test), [[20.5, 95]]);
    const { flights } = await list(test);
    expect(flights.map(({ stake }) => stake === null)).toEqual([false, true]);
    expect(flights[1]).toMatchObject({ forecast: null, empty: null, bid: null });
  });
});

it('pick-up is net of cancellations over 1, 3 and 7 days, and the curve falls where somebody cancelled', async () => {
  const test = await openTestHub();
  const sold: Sold = [
    [40, 20],
    [20, 7],
    [18, 5],
    [16, 4],
    [14.5, 3],
    [14.2, -2],
  ];
  await sellFlight(test, await ahead(test), sold);
  const [flight] = (await list(test)).flights;
  // Now is 14 days and an hour before: two seats were sold 15.2 days before and left the books 14.2 days before.
  expect(flight?.pickUp).toEqual({ day1: 1, days3: 7, days7: 19 });
  expect(flight?.cabins[0]?.sold).toBe(39);
  const at = (day: number) => flight?.curve[LIST_CURVE_DAYS.indexOf(day)];
  expect([at(40), at(18), at(15), at(12)]).toEqual([20, 32, 38, null]);
});

describe('what the policy says of a flight', () => {
  const publish = (test: TestHub, rules: readonly PolicyRule[], flightId?: number) =>
    publishPolicy(test.hub, test.requestId(), flightId === undefined ? { kind: 'network' } : { kind: 'flight', flightId }, rules, MERCY);
  const withRail = (rule: 'floor' | 'ceiling', amount: number) => rulesOf('demand').toSpliced(-1, 0, { rule, amounts: { USD: amount } });

  it('a price at the floor or at the ceiling, and a policy of the flight alone, are marked, and can be asked for', async () => {
    const test = await openTestHub();
    for (let flight = 0; flight < 3; flight++) await ahead(test);
    await publish(test, withRail('floor', 120_00));
    await publish(test, withRail('ceiling', 80_00), 2);
    const marks = (await list(test, '', { sort: 'departure' })).flights.map((one) => [one.flight, one.cabins[0]?.price, ...one.marks]);
    expect(marks).toEqual([
      ['B6 101', 120_00, 'floor'],
      ['B6 102', 80_00, 'override', 'ceiling'],
      ['B6 103', 120_00, 'floor'],
    ]);
    expect(await names(test, 'override')).toEqual(['B6 102']);
    expect(await names(test, 'floor')).toEqual(['B6 101', 'B6 103']);
    expect((await list(test, 'override')).flights[0]?.policy).toEqual({ version: 3, scope: 'flight', author: 'osei' });
  });

  it('a class that was closed by hand is shown closed, and the flight counts as overridden', async () => {
    const test = await openTestHub();
    for (let flight = 0; flight < 2; flight++) await ahead(test);
    await publish(test, rulesOf('classes'));
    const closed = { scope: { kind: 'flight' as const, flightId: 2 }, cabin: 'Y' as const, code: 'Q', decision: 'closed' as const };
    const said = { requestId: test.requestId(), ...closed, reason: 'a congress', basedOn: 0 };
    value(await test.hub.execute('pricing.overrideClass', said, MERCY));
    expect((await list(test, 'override')).flights.map(({ flight, open }) => [flight, open])).toEqual([['B6 102', 'Y9 B9 M9 QC']]);
  });

  it('booking classes: what is open, and a bid price by EMSR-b that rises as seats go', async () => {
    const test = await openTestHub();
    await sellFlight(test, await ahead(test), [[20.5, 60]]);
    await sellFlight(test, await ahead(test), [[20.5, 170]]);
    await publish(test, rulesOf('classes'));
    const [empty, full] = (await list(test, '', { sort: 'departure' })).flights;
    expect(empty?.open).toBe('Y9 B9 M9 Q9');
    expect(full?.open).toMatch(/^Y8 B\d M\d Q0$/);
    expect(full?.bid ?? 0).toBeGreaterThan(empty?.bid ?? 0);
    const look = value(await test.hub.ask('pricing.flight', { flightId: 2, cabin: 'Y' }, MERCY));
    expect(look.classes?.map(({ code, fare, left, byHand }) => [code, fare, left, byHand])[0]).toEqual(['Y', 389_00, 8, null]);
    const kept = look.classes?.map((one) => one.kept) ?? [];
    expect(kept.at(-1)).toBeNull();
    expect(kept.slice(0, -1)).toEqual([...kept.slice(0, -1)].sort((a, b) => Number(a) - Number(b)));
    // A class is open exactly while its fare is not below the bid price.
    for (const { fare, left } of look.classes ?? []) expect(left > 0).toBe(fare >= (full?.bid ?? 0));
  });
});

describe('a filter line', () => {
  const make = async () => {
    const test = await openTestHub();
    const now = test.clock.now();
    await sellFlight(test, await test.addFlight({ departs_at: now + 5 * DAY_MS }), [[5.5, 160]]);
    await test.addFlight({ departs_at: now + 40 * DAY_MS, destination: 'SFO', carrier: 'AA', base_fare: 300_00 });
    await test.addFlight({ departs_at: now + 3 * DAY_MS, origin: 'LAX', destination: 'JFK' });
    await test.addFlight({ departs_at: now - DAY_MS });
    await test.addFlight({ departs_at: now + DAY_MS, cancelled: 1 });
    await test.addFlight({ departs_at: now + 2 * DAY_MS, seat_map: '777-300er', equipment: '77W' });
    return test;
  };
  // Flights are B6 101, AA 102, B6 103 and B6 106; 104 has left, 105 does not operate. Now is a Saturday.
  const cases: readonly (readonly [line: string, flights: readonly string[], of: number])[] = [
    ['', ['B6 101', 'B6 103', 'B6 106', 'AA 102'], 4],
    ['JFK', ['B6 101', 'B6 106', 'AA 102'], 3],
    ['NYC-', ['B6 101', 'B6 106', 'AA 102'], 3],
    ['JFK-LAX', ['B6 101', 'B6 106'], 2],
    ['-JFK', ['B6 103'], 1],
    ['-SFO', ['AA 102'], 1],
    ['B6103', ['B6 103'], 1],
    ['AA', ['AA 102'], 4],
    ['d<30', ['B6 101', 'B6 103', 'B6 106'], 3],
    ['d>=3 d<=5', ['B6 101', 'B6 103'], 3],
    ['d=3', ['B6 103'], 2],
    ['load>=89', ['B6 101'], 4],
    ['load>=90', [], 4],
    ['load<60', ['B6 103', 'B6 106', 'AA 102'], 4],
    ['price>299.99', ['AA 102'], 4],
    ['price<300 price>100', ['B6 101'], 4],
    ['pickup>=160', ['B6 101'], 4],
    ['pickup1<1 JFK-LAX', ['B6 106'], 2],
    ['day=sat', [], 4],
    ['cabin=J', ['B6 106'], 4],
    ['day=thu', ['B6 101', 'AA 102'], 4],
    ['day=tue,mon', ['B6 103', 'B6 106'], 4],
    ['ahead', [], 4],
  ];
  it.each(cases)('%s', async (line, flights, of) => {
    const test = await make();
    const answer = await list(test, line, { sort: 'departure' });
    expect(new Set(answer.flights.map(({ flight }) => flight))).toEqual(new Set(flights));
    expect([answer.matched, answer.of, answer.until]).toEqual([flights.length, of, null]);
  });

  it('of a place that nobody knows, and one that cannot be read, are refused', async () => {
    const test = await make();
    expect(codeOf(await ask(test, 'QQQ-LAX'))).toBe('PLACE_UNKNOWN');
    const wrong = await ask(test, 'JFK-LAX lod<60');
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'FILTER_WRONG', details: { at: 8, length: 6 } } });
    expect(wrong.ok || wrong.refusal.message).toMatch(/^lod<60 asks for nothing that is known/);
  });
});

describe('the order', () => {
  const make = async () => {
    const test = await openTestHub();
    const now = test.clock.now();
    await sellFlight(test, await test.addFlight({ departs_at: now + 3 * DAY_MS }), [[4, 100]]);
    await sellFlight(test, await test.addFlight({ departs_at: now + 1 * DAY_MS }), [
      [2, 20],
      [40, 100],
    ]);
    await sellFlight(test, await test.addFlight({ departs_at: now + 2 * DAY_MS, base_fare: 500_00 }), [[3, 170]]);
    return test;
  };
  const cases: readonly (readonly [Input<'pricing.flights'>['sort'], readonly number[]])[] = [
    ['departure', [102, 103, 101]],
    ['load', [103, 102, 101]],
    ['pickup', [103, 101, 102]],
    ['price', [103, 102, 101]],
    // 77, 57 and 6 seats are left.
    ['stake', [101, 102, 103]],
  ];
  it.each(cases)('by %s, and the other way round', async (sort, order) => {
    const test = await make();
    const expected = order.map((number) => `B6 ${number}`);
    expect(await names(test, '', { sort })).toEqual(expected);
    expect(await names(test, '', { sort, reversed: true })).toEqual(expected.toReversed());
  });

  it('shows no more than asked for, and says how many there are', async () => {
    const { flights, matched } = await list(await make(), '', { limit: 2 });
    expect([flights.length, matched]).toEqual([2, 3]);
  });

  it('money of two currencies is not compared: the currency of most flights comes first', async () => {
    const test = await make();
    await test.addFlight({ currency: 'JPY', base_fare: 900_000 });
    expect(await names(test)).toEqual(['B6 101', 'B6 102', 'B6 103', 'B6 104']);
    expect(await names(test, '', { reversed: true })).toEqual(['B6 103', 'B6 102', 'B6 101', 'B6 104']);
  });
});

it('a scope with more flights than one list reads is cut at a moment that is told, and refused where not even six hours fit', async () => {
  const test = await openTestHub();
  const { service_day, departs_at } = await test.addFlight({ departs_at: test.clock.now() + 5 * DAY_MS });
  const many = (from: number, count: number, at: number) =>
    test.db
      .change(
        `INSERT INTO flights (id, carrier, number, suffix, origin, destination, service_day, departs_at, arrives_at, equipment, seat_map, base_fare, currency)
         WITH RECURSIVE more (id) AS (SELECT ? UNION ALL SELECT id + 1 FROM more WHERE id < ?)
         SELECT id, 'AA', id, '', 'JFK', 'LAX', ?, ? + id, ?, '320', 'a320', 10000, 'USD' FROM more`,
      )
      .run(from, from + count - 1, service_day, at, departs_at);
  await many(10_000, 24_990, test.clock.now() + 2 * DAY_MS);
  await many(50_000, 20, test.clock.now() + 4 * DAY_MS);
  const { of, until, matched, flights } = await list(test, '', { limit: 5 });
  expect([of, until, matched, flights.length]).toEqual([24_990, test.clock.now() + 3 * DAY_MS, 24_990, 5]);
  expect((await list(test, 'B6')).of).toBe(24_990);
  expect((await list(test, 'B6101')).matched).toBe(1);
  // Sales of so many flights are not read for a pick-up.
  expect(codeOf(await ask(test, 'pickup>1'))).toBe('LIST_TOO_LONG');
  expect(codeOf(await ask(test, '', { sort: 'pickup' }))).toBe('LIST_TOO_LONG');
  await many(100_000, 25_001, test.clock.now() + HOUR_MS);
  expect(await ask(test)).toMatchObject({
    refusal: { code: 'LIST_TOO_LONG', next: 'Type an airport or a route, such as JFK or JFK-LAX.' },
  });
}, 30_000);

it('reads the past of many routes over several questions, and says how many are left', async () => {
  const test = await openTestHub();
  const now = test.clock.now();
  // 60 departures of each of 60 routes: 3,600, of which one question reads 3,000.
  const airports = await test.hub.ask('flights.places', { text: 'a' }, MERCY);
  const codes = test.reference
    .places('san', 60)
    .filter(({ kind, code }) => kind === 'airport' && code !== 'JFK')
    .map(({ code }) => code);
  expect(value(airports).places.length).toBeGreaterThan(0);
  for (const destination of codes) {
    await test.addFlight({ destination, departs_at: now + 7 * DAY_MS });
    for (let past = 1; past <= 60; past++) await test.addFlight({ destination, departs_at: now - 7 * DAY_MS - past * 1_000 });
  }
  const left: number[] = [];
  for (let question = 0; question < 3; question++) left.push((await list(test)).pastLeft);
  expect(left[0]).toBe(Math.max(0, codes.length - 50));
  expect(left.at(-1)).toBe(0);
}, 30_000);
