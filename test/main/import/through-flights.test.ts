import { expect, test } from 'vitest';
import { ANA, adult, codeOf, type TestHub, value } from '../support/test-hub.ts';
import { openSchedule } from './import-files.ts';
import { carrierRecord, type LegFields, legRecord, ssimFile } from './ssim-lines.ts';

const FIRST: LegFields = { leg: '01', destination: 'ORD', arrives: '1130', arrivesZone: '-0600' };
const NEXT: LegFields = { leg: '02', origin: 'ORD', departs: '1150', departsZone: '-0600', arrives: '1400' };

/** Two legs of QX 41 from JFK over ORD to LAX, 20 minutes at ORD, where 30 are needed to change planes. */
async function twoLegs(next: LegFields = {}, mode: 'L' | 'U' = 'L', first: LegFields = {}) {
  const test = await openSchedule();
  await test.take(ssimFile(carrierRecord({ mode }), legRecord({ ...FIRST, ...first }), legRecord({ ...NEXT, ...next })));
  const sql = `SELECT f.id, f.origin FROM flights f JOIN flights a ON a.origin = 'JFK' AND a.operating_day = f.operating_day
    WHERE f.number = 41 AND f.suffix = '' AND a.service_day = unixepoch('2026-11-18') / 86400`;
  const flights = await test.db.query<{ id: number; origin: string }>(sql).all();
  const id = (origin: string) => flights.find((flight) => flight.origin === origin)?.id ?? 0;
  return { test, first: id('JFK'), next: id('ORD') };
}

const search = async (test: TestHub, maxStops = 1) => {
  const way = { from: 'JFK', to: 'LAX', date: '2026-11-18', adults: 1, children: 0, cabin: null, maxStops };
  const { itineraries } = value(await test.hub.ask('flights.search', { ...way, leavesFrom: 0, leavesTo: 1440, sort: 'departure' }, ANA));
  return itineraries;
};

test('a through flight is no one journey once a leg of it is cancelled, after a long stop, back where it began, or when its first leg has left', async () => {
  const whole = async (test: TestHub, date: string | null = '2026-11-18') =>
    (value(await test.hub.ask('flights.find', { carrier: 'QX', number: 41, date }, ANA)).journeys ?? []).map((journey) =>
      journey.map(({ origin, destination }) => `${origin}-${destination}`).join(' '),
    );
  const { test, first, next } = await twoLegs();
  expect(await whole(test)).toEqual(['JFK-ORD ORD-LAX']);
  await test.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(next);
  expect(await whole(test)).toEqual([]);
  await test.db.change('UPDATE flights SET cancelled = 0, departs_at = 0 WHERE id IN (?, ?)').run(next, first);
  expect(await whole(test)).toEqual([]);
  expect(await whole((await twoLegs({ departs: '1731', arrives: '1930' })).test)).toEqual([]);
  expect(await whole((await twoLegs({ departs: '1729', arrives: '1930' })).test)).toEqual(['JFK-ORD ORD-LAX']);
  expect(await whole((await twoLegs({ destination: 'JFK', arrives: '1500', arrivesZone: '-0500' })).test)).toEqual([]);
});

const hold = (test: TestHub, legs: readonly { flightId: number; seats: string[] | 'best' }[], exitRowConfirmed = false) =>
  test.hub.execute(
    'holds.place',
    {
      requestId: test.requestId(),
      legs: legs.map((leg) => ({ ...leg, cabin: 'Y' as const })),
      passengers: [adult],
      exitRowConfirmed,
    },
    ANA,
  );

const CASES: readonly [what: string, next: LegFields, mode: 'L' | 'U', first: LegFields, found: boolean][] = [
  ['one number goes on with the same aircraft', {}, 'L', {}, true],
  ['another number', { number: '42' }, 'L', {}, false],
  ['a change of gauge', { equipment: '320' }, 'L', {}, false],
  ['another suffix', { suffix: 'A' }, 'L', {}, false],
  // 23:30 in New York is the next day in UTC, where the file counts its days; both legs are of one of them.
  [
    'a file of UTC days',
    { departs: '0620', arrives: '1000', departsZone: '', arrivesZone: '' },
    'U',
    { departs: '0330', arrives: '0600', departsZone: '', arrivesZone: '' },
    true,
  ],
  [
    'after midnight, of the same day of operation',
    { departs: '0010', arrives: '0230', dayShifts: '11' },
    'L',
    { departs: '2200', arrives: '2355' },
    true,
  ],
];

test.each(CASES)('%s: found as a through flight and sold', async (_what, more, mode, early, found) => {
  const { test: store, first, next } = await twoLegs(more, mode, early);
  const named = value(await store.hub.ask('flights.find', { carrier: 'QX', number: 41, date: '2026-11-18' }, ANA));
  expect((named.journeys ?? []).map((journey) => journey.map(({ flightId }) => flightId))).toEqual(found ? [[first, next]] : []);
  const itineraries = (await search(store)).filter(({ stops }) => stops === 1);
  expect(itineraries.map(({ connections }) => connections)).toEqual(
    found ? [[{ airport: 'ORD', toAirport: 'ORD', minutes: expect.any(Number), minimumMinutes: 0, staysOnBoard: true }]] : [],
  );
  if (next === 0) return;
  const held = await hold(store, [
    { flightId: first, seats: ['20A'] },
    { flightId: next, seats: ['20A'] },
  ]);
  expect(held.ok ? 'held' : codeOf(held)).toBe(found ? 'held' : 'CONNECTION_INVALID');
});

test('with time enough to change planes it is found once, and still nobody leaves the aircraft', async () => {
  const { test: store } = await twoLegs({ departs: '1300', arrives: '1600' });
  for (const maxStops of [1, 2]) {
    const found = await search(store, maxStops);
    expect(found.map(({ connections }) => connections)).toEqual([[expect.objectContaining({ minutes: 90, staysOnBoard: true })]]);
  }
});

test('the best seats of one leg are those of the other where they are free, and the hub gives one seat on both', async () => {
  const { test: store, first, next } = await twoLegs();
  const best = async (flightId: number, other: number, seats: string[]) =>
    value(
      await store.hub.ask(
        'flights.bestSeats',
        { flightId, cabin: 'Y', party: [adult], wish: 'together', staysOn: { flightId: other, seats } },
        ANA,
      ),
    ).choices;
  const [alone] = value(
    await store.hub.ask('flights.bestSeats', { flightId: first, cabin: 'Y', party: [adult], wish: 'together' }, ANA),
  ).choices;
  const taken = alone?.seats ?? [];
  value(await store.hold(next, taken));
  const [both] = await best(first, next, []);
  expect(both?.seats).not.toEqual(taken);
  expect((await best(next, first, both?.seats ?? []))[0]).toEqual({ seats: both?.seats, relaxed: [] });
  expect((await best(next, first, ['22C']))[0]).toEqual({ seats: ['22C'], relaxed: [] });
  // Who sits there on the first leg must get up.
  expect((await best(next, first, taken)).every(({ seats }) => seats.join() !== taken.join())).toBe(true);
  expect((await best(first, next, [])).at(-1)?.relaxed).not.toContain('together');

  const held = value(
    await hold(store, [
      { flightId: first, seats: 'best' },
      { flightId: next, seats: 'best' },
    ]),
  );
  expect(held.legs.map(({ seats }) => seats)).toEqual([both?.seats, both?.seats]);
});

test('who picked an exit row on one leg has it on the other too, and is told that it is taken only where it is', async () => {
  const { test: store, first, next } = await twoLegs();
  const { map } = value(await store.hub.ask('flights.seatMap', { flightId: first }, ANA));
  const seat = `${map.rows.find(({ exit }) => exit)?.row}A`;
  const best = async () => {
    const asked = { flightId: next, cabin: 'Y' as const, party: [adult], wish: 'together' as const };
    const { choices } = value(await store.hub.ask('flights.bestSeats', { ...asked, staysOn: { flightId: first, seats: [seat] } }, ANA));
    return choices.map(({ seats }) => seats.join());
  };
  expect((await best())[0]).toBe(seat);
  const legs = [
    { flightId: first, seats: [seat] },
    { flightId: next, seats: 'best' as const },
  ];
  expect(codeOf(await hold(store, legs))).toBe('EXIT_ROW_UNCONFIRMED');
  const held = value(await hold(store, legs, true));
  expect(held.legs.map(({ seats }) => seats)).toEqual([[seat], [seat]]);
  expect(await best()).not.toContain(seat);
});

test('a seat that is in an exit row of the second leg alone is not given there', async () => {
  // Other counts, another map: row 16 is an exit of the second alone.
  const { test: store, first, next } = await twoLegs({ configuration: 'Y180' }, 'L', { configuration: 'Y120' });
  const exitsOf = async (flightId: number) => {
    const { map } = value(await store.hub.ask('flights.seatMap', { flightId }, ANA));
    return map.rows.filter(({ exit }) => exit).map(({ row }) => row);
  };
  expect([await exitsOf(first), await exitsOf(next)]).toEqual([
    [11, 12],
    [16, 17],
  ]);
  const held = value(
    await hold(store, [
      { flightId: first, seats: ['16A'] },
      { flightId: next, seats: 'best' },
    ]),
  );
  expect(held.legs[1]?.seats).not.toEqual(['16A']);
  const asked = {
    flightId: next,
    cabin: 'Y' as const,
    party: [adult],
    wish: 'together' as const,
    staysOn: { flightId: first, seats: ['16B'] },
  };
  const { choices } = value(await store.hub.ask('flights.bestSeats', asked, ANA));
  expect(choices.map(({ seats }) => seats.join())).not.toContain('16B');
});

test('a party that stays on board hears of no connection, and one that does not of the least time', async () => {
  const { test: store, first, next } = await twoLegs();
  const { connections } = value(await store.hub.ask('flights.connections', { flightIds: [first, next] }, ANA));
  expect(connections).toEqual([{ airport: 'ORD', toAirport: 'ORD', minutes: 20, minimumMinutes: 0, staysOnBoard: true }]);
  // Another aircraft flies the second leg: the same times are too short now.
  await store.take(ssimFile(carrierRecord(), legRecord(FIRST), legRecord({ ...NEXT, equipment: '320' })));
  const { connections: after } = value(await store.hub.ask('flights.connections', { flightIds: [first, next] }, ANA));
  expect(after).toEqual([{ airport: 'ORD', toAirport: 'ORD', minutes: 20, minimumMinutes: expect.any(Number) }]);
  expect(await search(store)).toEqual([]);
});
