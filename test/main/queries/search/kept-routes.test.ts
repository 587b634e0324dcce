import { expect, it } from 'vitest';
import { flightSearch } from '../../../../main/queries/flight-search.ts';
import { KeptRoutes, keptRoutes } from '../../../../main/queries/search/kept-routes.ts';
import { LegFlights } from '../../../../main/queries/search/leg-flights.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import { CABINS } from '../../../../shared/seat-map.ts';
import { readAhead } from '../../support/read-ahead.ts';
import { leastFares, TinyStore } from '../../support/tiny-store.ts';

const DAY = Date.parse('2026-11-21T00:00Z');
const CODES = ['JFK', 'LGA', 'BOS', 'ORD', 'DEN', 'LAX', 'MIA'];

/** Searches so often that the days between two instants are kept. */
async function keepDays(kept: KeptRoutes, { db }: TinyStore, from: number, until: number): Promise<void> {
  for (let search = 0; search < 3; search++) (await kept.forSearch(db)).each('JFK', 'LAX', from, until, () => {});
  await readAhead(db, kept);
}

const isKept = (kept: KeptRoutes, from: number, until: number): boolean => kept.each('JFK', 'LAX', from, until, () => {}) !== undefined;

it.each([21, 22, 23])('gives the flights that the store gives, in the same order, seed %i', async (seed) => {
  const random = seededRandom(seed);
  const store = await TinyStore.open();
  for (let n = 0; n < 600; n++) {
    const origin = random.pick(CODES);
    const destination = random.pick(CODES.filter((code) => code !== origin));
    // Few minutes and few fares, so that many flights are equal in them.
    const departs = DAY + Math.floor(random.next() * 3 * 24) * HOUR_MS + Math.floor(random.next() * 3) * MINUTE_MS;
    const [fare, strategy] = [1 + Math.floor(random.next() * 5) * 7_777, random.pick(['fixed', 'demand'] as const)];
    const minutes = 30 + Math.floor(random.next() * 3) * 400;
    store.flight({ route: `${origin}-${destination}`, departs, minutes, fare, strategy, cancelled: random.next() < 0.1 });
  }
  const kept = new KeptRoutes();
  await keepDays(kept, store, DAY, DAY + 3 * DAY_MS);
  expect(isKept(kept, DAY, DAY + 3 * DAY_MS)).toBe(true);
  let found = 0;
  for (let n = 0; n < 400; n++) {
    const [origin, destination] = [random.pick(CODES), random.pick([...CODES, 'SLC'])];
    const from = DAY + Math.floor(random.next() * 2 * 24 * 60) * MINUTE_MS;
    const until = from + Math.floor(random.next() * 24 * 60) * MINUTE_MS;
    const cabin = random.pick([null, ...CABINS]);
    const [fromStore, fromKept] = [
      new LegFlights(store.db, await leastFares(store, cabin)),
      new LegFlights(store.db, await leastFares(store, cabin), kept),
    ];
    const [expected, run] = [
      await fromStore.between(origin, destination, from, until),
      await fromKept.between(origin, destination, from, until),
    ];
    expect(run).toEqual(expected);
    expect(fromKept.work).toBe(fromStore.work);
    for (let place = run.from; place < run.until; place++, found++) {
      for (const of of ['id', 'departs', 'arrives', 'low'] as const) expect(fromKept[of](place)).toBe(fromStore[of](place));
    }
  }
  expect(found).toBeGreaterThan(200);
});

const ASK = { from: 'JFK', to: 'LAX', date: '2026-11-21', adults: 1, children: 0, cabin: null, maxStops: 1, leavesFrom: 0 } as const;

async function keys(store: TinyStore): Promise<readonly (readonly [string, number | null])[]> {
  const reply = await flightSearch(store.context(), { ...ASK, leavesTo: 1_439, sort: 'price' });
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value.itineraries.map(({ key, total }) => [key, total]);
}

const CHANGES: readonly [
  what: string,
  change: (store: TinyStore) => unknown,
  after: readonly (readonly [string, number | null])[],
  kept?: 'kept',
][] = [
  [
    'a new flight',
    (store) => store.flight({ route: 'JFK-DEN', departs: '2026-11-21T13:00', minutes: 200, fare: 5_000 }),
    [
      ['3-2', 17_000],
      ['1-2', 22_000],
    ],
  ],
  ['a cancelled flight', (store) => store.change('cancelled = 1', 2), []],
  ['a flight that leaves too early to be caught', (store) => store.change('departs_at = departs_at - 7200000', 2), []],
  ['a flight that lands too late for the next one', (store) => store.change('arrives_at = arrives_at + 7200000', 1), []],
  ['a flight that goes elsewhere', (store) => store.change("destination = 'SLC'", 2), []],
  ['a dearer flight', (store) => store.change('base_fare = 20000', 1), [['1-2', 32_000]]],
  ['seats that are sold', (store) => CABINS.map((cabin) => store.load(1, cabin, 9, 0, 9)), [['1-2', null]], 'kept'],
  ['a flight that is priced in another way', (store) => store.price(1, 'fixed'), [['1-2', 22_000]], 'kept'],
];

for (const [what, change, after, stays] of CHANGES) {
  it(`a search sees at once: ${what}`, async () => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-DEN', departs: '2026-11-21T14:00', minutes: 240 });
    store.flight({ route: 'DEN-LAX', departs: '2026-11-21T19:30', minutes: 150, fare: 12_000 });
    for (let search = 0; search < 3; search++) expect(await keys(store)).toEqual([['1-2', 22_000]]);
    await readAhead(store.db);
    expect(await keys(store)).toEqual([['1-2', 22_000]]);
    expect(isKept(keptRoutes(store.db), DAY, DAY + DAY_MS)).toBe(true);
    await change(store);
    expect(await keys(store)).toEqual(after);
    // A policy changes no flight.
    expect(isKept(keptRoutes(store.db), DAY, DAY + DAY_MS)).toBe(stays === 'kept');
    for (let search = 0; search < 3; search++) await keys(store);
    await readAhead(store.db);
    expect(await keys(store)).toEqual(after);
    expect(isKept(keptRoutes(store.db), DAY, DAY + DAY_MS)).toBe(true);
  });
}

it('begins anew when the schedule changes while a day is being read', async () => {
  const store = await TinyStore.open();
  const kept = new KeptRoutes();
  for (const route of ['JFK-LAX', 'BOS-LAX', 'MIA-LAX']) store.flight({ route, departs: '2026-11-21T14:00', minutes: 360 });
  for (let search = 0; search < 3; search++) (await kept.forSearch(store.db)).each('JFK', 'LAX', DAY, DAY + DAY_MS, () => {});
  for (let piece = 0; piece < 4; piece++) await kept.readSome(store.db);
  expect(kept.wantsMore).toBe(true);
  store.change('cancelled = 1', 1);
  await readAhead(store.db, kept);
  expect(isKept(kept, DAY, DAY + DAY_MS)).toBe(false);
  await keepDays(kept, store, DAY, DAY + DAY_MS);
  const ids: number[] = [];
  for (const origin of ['JFK', 'BOS', 'MIA']) kept.each(origin, 'LAX', DAY, DAY + DAY_MS, (id) => ids.push(id));
  expect(ids).toEqual([2, 3]);
});

it('reads a day when a second search asks for it', async () => {
  const store = await TinyStore.open();
  const kept = new KeptRoutes();
  const search = async () => (await kept.forSearch(store.db)).each('JFK', 'LAX', DAY, DAY + DAY_MS, () => {});
  // A search is counted when the next one begins.
  await search();
  await search();
  expect(kept.wantsMore).toBe(false);
  await search();
  expect(kept.wantsMore).toBe(true);
});

it('keeps no more than it may: a day gives way when searches have not needed it for long', async () => {
  const store = await TinyStore.open();
  for (let day = 0; day < 3; day++) {
    for (let n = 0; n < 50; n++) store.flight({ route: 'JFK-LAX', departs: DAY + day * DAY_MS + n * MINUTE_MS, minutes: 360 });
  }
  const kept = new KeptRoutes(1_000);
  const [first, second] = [DAY, DAY + DAY_MS];
  await keepDays(kept, store, first, first + 2 * DAY_MS);
  expect([isKept(kept, first, second), isKept(kept, second, second + DAY_MS)]).toEqual([true, true]);
  const third = second + DAY_MS;
  await keepDays(kept, store, third, third + DAY_MS);
  expect(isKept(kept, third, third + DAY_MS)).toBe(false);
  // Searches of the second day alone, and of the third, which is not tried again at once.
  for (let search = 0; search < 70; search++) {
    await kept.forSearch(store.db);
    isKept(kept, second, third);
    isKept(kept, third, third + DAY_MS);
  }
  expect(await readAhead(store.db, kept)).toBe(0);
  for (let search = 0; search < 1_000; search++) {
    await kept.forSearch(store.db);
    isKept(kept, second, third);
    isKept(kept, third, third + DAY_MS);
  }
  expect(await readAhead(store.db, kept)).toBeGreaterThan(0);
  expect([first, second, third].map((day) => isKept(kept, day, day + DAY_MS))).toEqual([false, true, true]);
});

it('reads a day that cannot be packed from the store, and tries no second time', async () => {
  const store = await TinyStore.open();
  const id = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360.5 });
  const kept = new KeptRoutes();
  await keepDays(kept, store, DAY, DAY + DAY_MS);
  for (let search = 0; search < 10; search++) await keepDays(kept, store, DAY, DAY + DAY_MS);
  expect(isKept(kept, DAY, DAY + DAY_MS)).toBe(false);
  const legs = new LegFlights(store.db, await leastFares(store), kept);
  expect(legs.id((await legs.between('JFK', 'LAX', DAY, DAY + DAY_MS)).from)).toBe(id);
});

it('gives up a day that the store cannot give', async () => {
  const store = await TinyStore.open();
  const kept = new KeptRoutes();
  for (let search = 0; search < 3; search++) (await kept.forSearch(store.db)).each('JFK', 'LAX', DAY, DAY + DAY_MS, () => {});
  await kept.readSome(store.db);
  kept.breakOff();
  expect(kept.wantsMore).toBe(false);
});
