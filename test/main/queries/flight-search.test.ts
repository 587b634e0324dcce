import { describe, expect, it } from 'vitest';
import { flightSearch } from '../../../main/queries/flight-search.ts';
import type { Input } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { TinyStore } from '../support/tiny-store.ts';

type SearchInput = Input<'flights.search'>;
const ASK: SearchInput = {
  from: 'JFK',
  to: 'LAX',
  date: '2026-11-21',
  adults: 1,
  children: 0,
  cabin: null,
  maxStops: 2,
  leavesFrom: 0,
  leavesTo: 1440,
  sort: 'price',
};
const ask = (change: Partial<SearchInput> = {}): SearchInput => ({ ...ASK, ...change });

async function search(store: TinyStore, change: Partial<SearchInput> = {}, now: string | number = '2026-11-20T00:00') {
  const reply = await flightSearch(store.context(now), ask(change));
  if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`);
  return reply.value;
}
const keys = async (store: TinyStore, change: Partial<SearchInput> = {}, now?: string | number) =>
  (await search(store, change, now)).itineraries.map(({ key }) => key).join(' ');

describe('flights.search refuses', () => {
  // In the contract's order: each case has all the faults after its own too.
  const REFUSED: readonly [code: string, change: Partial<SearchInput>, now?: string][] = [
    ['INPUT_INVALID', { adults: 0, from: 'QQQ', date: '2020-01-01' }],
    ['INPUT_INVALID', { leavesFrom: 600, leavesTo: 599 }],
    ['GROUP', { adults: 6, children: 4, from: 'QQQ', date: '2020-01-01' }],
    ['PLACE_UNKNOWN', { from: 'QQQ', to: 'QQQ', date: '2020-01-01' }],
    ['PLACE_UNKNOWN', { to: 'QQQ', date: '2020-01-01' }],
    ['SAME_PLACE', { to: 'JFK', date: '2020-01-01' }],
    ['SAME_PLACE', { from: 'NYC', to: 'NYC', date: '2020-01-01' }],
    ['SAME_PLACE', { from: 'NYC', to: 'LGA' }],
    ['SAME_PLACE', { from: 'LGA', to: 'NYC' }],
    // Midnight in New York is 05:00 UTC.
    ['DATE_PAST', { date: '2026-11-19' }, '2026-11-20T05:00'],
    // 400 days after 2026-11-20.
    ['DATE_TOO_FAR', { date: '2027-12-26' }, '2026-11-20T12:00'],
  ];
  it.each(REFUSED)('%s for %o', async (code, change, now) => {
    const store = await TinyStore.open();
    const reply = await flightSearch(store.context(now), ask(change));
    expect(reply.ok ? 'accepted' : reply.refusal.code).toBe(code);
  });

  const ACCEPTED: readonly [name: string, change: Partial<SearchInput>, now: string][] = [
    ['nine passengers', { adults: 5, children: 4 }, '2026-11-20T12:00'],
    ['a date that is still today in New York', { date: '2026-11-19' }, '2026-11-20T04:59'],
    ['400 days ahead', { date: '2027-12-25' }, '2026-11-20T12:00'],
    ['two airports of one city', { to: 'LGA' }, '2026-11-20T12:00'],
    ['today in Guam, which is tomorrow in New York', { from: 'GUM', to: 'HNL', date: '2026-11-21' }, '2026-11-20T20:00'],
  ];
  it.each(ACCEPTED)('but not %s', async (_name, change, now) => {
    const store = await TinyStore.open();
    expect((await flightSearch(store.context(now), ask(change))).ok).toBe(true);
  });
});

describe('flights.search takes the local day', () => {
  it('from midnight to midnight at the place of departure', async () => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T04:59', minutes: 360 });
    const first = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T05:00', minutes: 360 });
    const last = store.flight({ route: 'JFK-LAX', departs: '2026-11-22T04:59', minutes: 360 });
    store.flight({ route: 'JFK-LAX', departs: '2026-11-22T05:00', minutes: 360 });
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T12:00', minutes: 360, cancelled: true });
    expect(await keys(store)).toBe(`${first} ${last}`);
  });

  it('of 25 and of 23 hours, with the minutes of the wall clock', async () => {
    const store = await TinyStore.open();
    // 2026-11-01 in New York: 01:30 comes twice, at 05:30 and 06:30 UTC.
    const early = store.flight({ route: 'JFK-LAX', departs: '2026-11-01T05:30', minutes: 360 });
    const again = store.flight({ route: 'JFK-LAX', departs: '2026-11-01T06:30', minutes: 360 });
    const late = store.flight({ route: 'JFK-LAX', departs: '2026-11-02T04:59', minutes: 360 });
    store.flight({ route: 'JFK-LAX', departs: '2026-11-02T05:00', minutes: 360 });
    const now = '2026-10-01T00:00';
    expect(await keys(store, { date: '2026-11-01', sort: 'departure' }, now)).toBe(`${early} ${again} ${late}`);
    expect(await keys(store, { date: '2026-11-01', sort: 'departure', leavesFrom: 90, leavesTo: 90 }, now)).toBe(`${early} ${again}`);
    // 2026-03-08: 02:00 does not exist; 03:00 is 07:00 UTC.
    const three = store.flight({ route: 'JFK-LAX', departs: '2026-03-08T07:00', minutes: 360 });
    const end = store.flight({ route: 'JFK-LAX', departs: '2026-03-09T03:59', minutes: 360 });
    store.flight({ route: 'JFK-LAX', departs: '2026-03-09T04:00', minutes: 360 });
    expect(await keys(store, { date: '2026-03-08' }, '2026-03-01T00:00')).toBe(`${three} ${end}`);
    expect(await keys(store, { date: '2026-03-08', leavesFrom: 180, leavesTo: 180 }, '2026-03-01T00:00')).toBe(`${three}`);
  });

  it('across the date line, where one arrives the day before', async () => {
    const store = await TinyStore.open();
    // 07:00 on the 22nd in Guam is 21:00 UTC on the 21st.
    const id = store.flight({ route: 'GUM-HNL', departs: '2026-11-21T21:00', minutes: 440 });
    expect(await keys(store, { from: 'GUM', to: 'HNL', date: '2026-11-22' })).toBe(`${id}`);
    expect(await keys(store, { from: 'GUM', to: 'HNL', date: '2026-11-21' })).toBe('');
    const [itinerary] = (await search(store, { from: 'GUM', to: 'HNL', date: '2026-11-22' })).itineraries;
    expect(itinerary?.flights[0]).toMatchObject({ date: '2026-11-22', originZone: 'Pacific/Guam', destinationZone: 'Pacific/Honolulu' });
    expect(itinerary?.elapsedMinutes).toBe(440);
  });

  it('and never offers what has left, to the millisecond', async () => {
    const store = await TinyStore.open();
    const departs = Date.parse('2026-11-21T14:00Z');
    const id = store.flight({ route: 'JFK-LAX', departs, minutes: 360 });
    expect(await keys(store, {}, departs - 1)).toBe(`${id}`);
    expect(await keys(store, {}, departs)).toBe('');
  });

  it.each([
    [0, 1440, '1 2 3'],
    [540, 600, '1 2'],
    [541, 600, '2'],
    [601, 1440, '3'],
    [0, 539, ''],
  ])('between minute %d and %d', async (leavesFrom, leavesTo, expected) => {
    const store = await TinyStore.open();
    for (const departs of ['14:00', '15:00', '15:01']) store.flight({ route: 'JFK-LAX', departs: `2026-11-21T${departs}`, minutes: 360 });
    expect(await keys(store, { leavesFrom, leavesTo, sort: 'departure' })).toBe(expected);
  });
});

describe('flights.search connects', () => {
  const MINUTES: readonly [name: string, route: string, next: string, layover: number, offered: boolean][] = [
    ['exactly the minimum', 'JFK-ORD', 'ORD-LAX', 30, true],
    ['one minute less', 'JFK-ORD', 'ORD-LAX', 29, false],
    ['exactly the longest', 'JFK-ORD', 'ORD-LAX', 360, true],
    ['one minute longer', 'JFK-ORD', 'ORD-LAX', 361, false],
    ['between the airports of a city', 'JFK-ORD', 'MDW-LAX', 240, true],
    ['a minute too short between airports', 'JFK-ORD', 'MDW-LAX', 239, false],
    ['between two cities', 'JFK-ORD', 'DEN-LAX', 300, false],
  ];
  it.each(MINUTES)('%s', async (_name, route, next, layover, offered) => {
    const store = await TinyStore.open();
    const departs = Date.parse('2026-11-21T14:00Z');
    store.flight({ route, departs, minutes: 150 });
    store.flight({ route: next, departs: departs + (150 + layover) * 60_000, minutes: 250 });
    const answer = await search(store);
    expect(answer.itineraries.map(({ key }) => key)).toEqual(offered ? ['1-2'] : []);
    expect(answer.found).toEqual({ direct: 0, oneStop: offered ? 1 : 0, twoStops: 0 });
    expect(await search(store, { maxStops: 1 })).toEqual(answer);
    if (!offered) return;
    const [airport, toAirport] = [route.slice(4), next.slice(0, 3)];
    const minimumMinutes = airport === toAirport ? 30 : 240;
    expect(answer.itineraries[0]).toMatchObject({
      stops: 1,
      elapsedMinutes: 400 + layover,
      connections: [{ airport, toAirport, minutes: layover, minimumMinutes }],
    });
  });

  it.each([
    [720, 1, '1-2'],
    [721, 1, ''],
    [720, 2, '1-2'],
    [721, 2, ''],
  ])('abroad after %d minutes when up to %d stops will do: the longest layover belongs to it', async (layover, maxStops, expected) => {
    const store = await TinyStore.open();
    const departs = Date.parse('2026-11-21T14:00Z');
    store.flight({ route: 'JFK-BOS', departs, minutes: 60 });
    store.flight({ route: 'BOS-LHR', departs: departs + (60 + layover) * MINUTE_MS, minutes: 390 });
    expect(await keys(store, { to: 'LHR', maxStops })).toBe(expected);
  });

  it('only as often as asked', async () => {
    const store = await TinyStore.open();
    const direct = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360 });
    store.flight({ route: 'JFK-ORD', departs: '2026-11-21T14:00', minutes: 120 });
    store.flight({ route: 'ORD-DEN', departs: '2026-11-21T17:00', minutes: 120 });
    store.flight({ route: 'DEN-LAX', departs: '2026-11-21T20:00', minutes: 120 });
    store.flight({ route: 'ORD-LAX', departs: '2026-11-21T17:00', minutes: 240 });
    expect(await keys(store, { sort: 'stops', maxStops: 0 })).toBe(`${direct}`);
    expect(await keys(store, { sort: 'stops', maxStops: 1 })).toBe(`${direct} 2-5`);
    expect(await keys(store, { sort: 'stops', maxStops: 2 })).toBe(`${direct} 2-5 2-3-4`);
  });

  it('with no detour beyond the circuity bound, but anywhere where the place is disputed', async () => {
    const store = await TinyStore.open();
    // JFK to BOS is 187 miles: at most 2.4 times that. By ORD it is 1,600, by PVD 200.
    store.flight({ route: 'JFK-ORD', departs: '2026-11-21T14:00', minutes: 120 });
    store.flight({ route: 'ORD-BOS', departs: '2026-11-21T17:00', minutes: 120 });
    store.flight({ route: 'JFK-PVD', departs: '2026-11-21T14:00', minutes: 50 });
    store.flight({ route: 'PVD-BOS', departs: '2026-11-21T17:00', minutes: 30 });
    store.flight({ route: 'JFK-XXS', departs: '2026-11-21T14:00', minutes: 120 });
    store.flight({ route: 'XXS-BOS', departs: '2026-11-21T17:00', minutes: 120 });
    expect(await keys(store, { to: 'BOS', sort: 'duration' })).toBe('3-4 5-6');
  });

  it('at no airport twice, and not in the cities sought', async () => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-BOS', departs: '2026-11-21T10:00', minutes: 60 });
    store.flight({ route: 'BOS-PVD', departs: '2026-11-21T12:00', minutes: 30 });
    store.flight({ route: 'PVD-BOS', departs: '2026-11-21T14:00', minutes: 30 });
    store.flight({ route: 'BOS-ORD', departs: '2026-11-21T16:00', minutes: 150 });
    store.flight({ route: 'BOS-LGA', departs: '2026-11-21T12:00', minutes: 60 });
    store.flight({ route: 'LGA-ORD', departs: '2026-11-21T16:00', minutes: 150 });
    expect(await keys(store, { from: 'JFK', to: 'ORD' })).toBe('1-4 1-5-6');
    expect(await keys(store, { from: 'NYC', to: 'ORD' })).toBe('6 1-4');
  });

  it('from every airport of a city to every airport of another', async () => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-ORD', departs: '2026-11-21T14:00', minutes: 150 });
    store.flight({ route: 'LGA-MDW', departs: '2026-11-21T15:00', minutes: 150 });
    store.flight({ route: 'JFK-LGA', departs: '2026-11-21T15:00', minutes: 20 });
    expect(await keys(store, { from: 'NYC', to: 'CHI', sort: 'departure' })).toBe('1 2');
    expect(await keys(store, { from: 'NYC', to: 'ORD', sort: 'departure' })).toBe('1');
    expect(await keys(store, { from: 'LGA', to: 'CHI', sort: 'departure' })).toBe('2');
  });
});

describe('flights.search prices', () => {
  it('the cheapest cabin that seats the party on every flight', async () => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-ORD', departs: '2026-11-21T14:00', minutes: 150, fare: 10_000 });
    store.flight({ route: 'ORD-LAX', departs: '2026-11-21T18:00', minutes: 250, fare: 20_000 });
    const total = async (change: Partial<SearchInput>) => {
      const [itinerary] = (await search(store, change)).itineraries;
      return [itinerary?.cabin, itinerary?.total];
    };
    expect(await total({ adults: 2, children: 1 })).toEqual(['Y', 90_000]);
    expect(await total({ cabin: 'J' })).toEqual(['J', 75_000]);
    expect(await total({ cabin: 'F' })).toEqual([null, null]);
    // Three of 23 are left in economy, at 20/23 of half of the base on top, in whole dollars.
    store.load(2, 'Y', 23, 8, 12);
    expect(await total({ adults: 3 })).toEqual(['Y', 3 * (10_000 + 28_700)]);
    expect(await total({ adults: 4 })).toEqual(['J', 4 * 75_000]);
    store.load(1, 'J', 8, 0, 5);
    expect(await total({ adults: 4 })).toEqual([null, null]);
  });

  it('nothing in two currencies, which are shown as not for sale', async () => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-ORD', departs: '2026-11-21T14:00', minutes: 150 });
    store.flight({ route: 'ORD-LAX', departs: '2026-11-21T18:00', minutes: 250, currency: 'EUR' });
    expect((await search(store)).itineraries[0]).toMatchObject({ cabin: null, total: null, currency: null });
  });

  it('and sorts by what is paid now, not by the empty fare; what is full comes last', async () => {
    const store = await TinyStore.open();
    const full = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360, fare: 1_000, seatMap: 'mini' });
    const busy = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T15:00', minutes: 360, fare: 10_000 });
    const empty = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T16:00', minutes: 360, fare: 12_000 });
    const fixed = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T17:00', minutes: 360, fare: 99_000, strategy: 'fixed' });
    store.load(full, 'Y', 2, 1, 1);
    store.load(busy, 'Y', 23, 0, 18);
    expect(await keys(store)).toBe(`${fixed} ${empty} ${busy} ${full}`);
  });

  const SORTED = [
    ['price', '3 1 2 4'],
    ['departure', '1 2 4 3'],
    ['duration', '2 4 3 1'],
    ['stops', '2 4 3 1'],
  ] as const;
  it.each(SORTED)('sorted by %s, ties by time and then by flight', async (sort, expected) => {
    const store = await TinyStore.open();
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 400 });
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T15:00', minutes: 300, fare: 11_000 });
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T18:00', minutes: 350 });
    store.flight({ route: 'JFK-LAX', departs: '2026-11-21T15:00', minutes: 300, fare: 11_000 });
    expect(await keys(store, { sort })).toBe(expected);
  });

  it.each(['price', 'departure', 'duration', 'stops'] as const)('at most 200 by %s, saying how many more there are', async (sort) => {
    const store = await TinyStore.open();
    for (let n = 0; n < 250; n++) {
      const fare = 10_000 + ((n * 7_919) % 250) * 100;
      store.flight({ route: 'JFK-LAX', departs: Date.parse('2026-11-21T06:00Z') + n * 60_000, minutes: 300 + ((n * 31) % 250), fare });
    }
    const { itineraries, more, found } = await search(store, { sort });
    expect([itineraries.length, more, found]).toEqual([200, 50, { direct: 250, oneStop: 0, twoStops: 0 }]);
    if (sort === 'price') expect(Math.max(...itineraries.map(({ total }) => total ?? 0))).toBe(10_000 + 199 * 100);
  });
});

it('ends with bounded work where three shuttles make 20 million itineraries', async () => {
  const store = await TinyStore.open();
  const start = Date.parse('2026-11-21T06:00Z');
  for (const [leg, route] of ['JFK-ORD', 'ORD-DEN', 'DEN-LAX'].entries()) {
    for (let n = 0; n < 600; n++) store.flight({ route, departs: start + (n * 2 + leg * 180) * 60_000, minutes: 120 });
  }
  const { itineraries, more, found } = await search(store, { sort: 'departure' });
  expect(itineraries).toHaveLength(200);
  expect(found.twoStops).toBeGreaterThan(1_000);
  expect(found.twoStops).toBeLessThan(2_000_000);
  expect(more).toBe(found.twoStops - 200);
  // All 200 leave with the first flight of the day.
  expect(new Set(itineraries.map(({ flights }) => flights[0]?.flightId))).toEqual(new Set([1]));
});

it.each(['price', 'duration', 'departure', 'stops'] as const)(
  'keeps the best by %s where two shuttles make more than can wait to be compared',
  async (sort) => {
    const store = await TinyStore.open();
    const start = Date.parse('2026-11-21T06:00Z');
    const shuttle = (route: string, from: number) =>
      Array.from({ length: 300 }, (_, n) => {
        const departs = from + n * 3 * MINUTE_MS;
        const [minutes, fare] = [120 + ((n * 37) % 90), 5_000 + ((n * 7_919) % 251) * 100];
        return { id: store.flight({ route, departs, minutes, fare }), departs, arrives: departs + minutes * MINUTE_MS, fare };
      });
    const chains: { key: string; rank: number[] }[] = [];
    for (const [at, stop] of ['DEN', 'ORD'].entries()) {
      const seconds = shuttle(`${stop}-LAX`, start + (150 + at) * MINUTE_MS);
      for (const first of shuttle(`JFK-${stop}`, start + at * MINUTE_MS)) {
        for (const second of seconds) {
          const layover = second.departs - first.arrives;
          if (layover < 30 * MINUTE_MS || layover > 6 * HOUR_MS) continue;
          const [departs, elapsed, fare] = [first.departs, second.arrives - first.departs, first.fare + second.fare];
          const rank = {
            price: [fare, elapsed, departs],
            departure: [departs, elapsed],
            duration: [elapsed, departs],
            stops: [elapsed, departs],
          };
          chains.push({ key: `${first.id}-${second.id}`, rank: [...rank[sort], first.id, second.id] });
        }
      }
    }
    expect(chains.length).toBeGreaterThan(50_000);
    const { itineraries, found } = await search(store, { sort, maxStops: 1 });
    expect(found.oneStop).toBe(chains.length);
    chains.sort((a, b) => a.rank.reduce((order, figure, place) => order || figure - (b.rank[place] ?? 0), 0));
    expect(itineraries.map(({ key }) => key)).toEqual(chains.slice(0, 200).map(({ key }) => key));
  },
);

it('settles a tie at the edge of what is shown by time and then by flight, whatever was met first', async () => {
  const store = await TinyStore.open();
  const start = Date.parse('2026-11-21T06:00Z');
  // All cost the same; the shortest leave last.
  for (let n = 0; n < 260; n++) store.flight({ route: 'JFK-LAX', departs: start + n * MINUTE_MS, minutes: 600 - n });
  expect((await keys(store)).split(' ').map(Number)).toEqual(Array.from({ length: 200 }, (_, n) => 260 - n));
});
