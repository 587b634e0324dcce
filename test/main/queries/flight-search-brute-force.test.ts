import { describe, expect, it } from 'vitest';
import { flightSearch } from '../../../main/queries/flight-search.ts';
import { localDay } from '../../../main/queries/search/local-day.ts';
import { flownMilesMax } from '../../../main/rules/circuity.ts';
import { connectionTime } from '../../../main/rules/connections.ts';
import { seededRandom } from '../../../main/seeded-random.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { readAhead } from '../support/read-ahead.ts';
import { tinyReference } from '../support/tiny-reference.ts';
import { TinyStore } from '../support/tiny-store.ts';

const CODES = ['JFK', 'LGA', 'BOS', 'PVD', 'ORD', 'MDW', 'DEN', 'SLC', 'LAX', 'MIA'];
const DATE = '2026-11-21';

interface Flown {
  readonly id: number;
  readonly origin: string;
  readonly destination: string;
  readonly departs: number;
  readonly arrives: number;
  readonly fare: number;
}

/** A small schedule that two days of searches can be asked of, the same for the same seed. */
function schedule(store: TinyStore, seed: number, count: number): Flown[] {
  const random = seededRandom(seed);
  const pick = () => CODES[Math.floor(random.next() * CODES.length)] ?? 'JFK';
  const start = Date.parse('2026-11-21T05:00Z');
  return Array.from({ length: count }, () => {
    const [origin, destination] = [pick(), pick()];
    const departs = start + Math.floor(random.next() * 44 * 60) * MINUTE_MS;
    const minutes = 40 + Math.floor(random.next() * 300);
    const fare = 5_000 + Math.floor(random.next() * 40) * 1_000;
    const route = `${origin}-${destination === origin ? 'DEN' : destination}`;
    const id = store.flight({ route, departs, minutes, fare });
    return { id, origin, destination: route.slice(4), departs, arrives: departs + minutes * MINUTE_MS, fare };
  }).filter(({ origin, destination }) => origin !== destination);
}

/** Every chain of one to three flights, by the rules alone and without any index. */
function allItineraries(flights: readonly Flown[], from: readonly string[], to: readonly string[]): Flown[][] {
  const at = (code: string) => {
    const airport = tinyReference.airport(code);
    if (!airport) throw new Error(code);
    return airport;
  };
  const day = localDay(DATE, at(from[0] ?? '').zone);
  const found: Flown[][] = [];
  const extend = (chain: Flown[]): void => {
    const last = chain.at(-1);
    const first = chain[0];
    if (!last || !first) return;
    if (to.includes(last.destination)) {
      const flown = chain.reduce((sum, leg) => sum + (tinyReference.miles(at(leg.origin), at(leg.destination)) ?? 0), 0);
      if (flown <= flownMilesMax(tinyReference.miles(at(first.origin), at(last.destination)) ?? 0)) found.push(chain);
      return;
    }
    if (chain.length === 3 || from.includes(last.destination)) return;
    const visited = new Set(chain.flatMap((leg) => [leg.origin, leg.destination]));
    for (const next of flights) {
      if (visited.has(next.destination) || from.includes(next.origin) || to.includes(next.origin) || from.includes(next.destination))
        continue;
      if (visited.has(next.origin) && next.origin !== last.destination) continue;
      const time = connectionTime(tinyReference, at(last.origin), at(last.destination), at(next.origin), at(next.destination));
      const layover = next.departs - last.arrives;
      if (time && layover >= time.minimumMs && layover <= time.layoverMsMax) extend([...chain, next]);
    }
  };
  for (const flight of flights) {
    if (from.includes(flight.origin) && flight.departs >= day.from && flight.departs < day.until) extend([flight]);
  }
  return found;
}

/** By the first figure that differs; a chain that is the beginning of another stands before it. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((figure, place) => figure !== b[place]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? Number.NEGATIVE_INFINITY);
}

const SEARCHES: readonly [from: string, to: string][] = [
  ['JFK', 'LAX'],
  ['NYC', 'LAX'],
  ['BOS', 'CHI'],
  ['PVD', 'MIA'],
  ['MIA', 'SLC'],
  ['CHI', 'NYC'],
];

describe.each([11, 12, 13, 14])('against every possible chain of flights, seed %i', (seed) => {
  it.each(SEARCHES)('%s to %s', async (from, to) => {
    const store = await TinyStore.open();
    const flights = schedule(store, seed, 420);
    const codes = (place: string) => tinyReference.airportsOf(place).map(({ code }) => code);
    const expected = allItineraries(flights, codes(from), codes(to));
    const elapsed = (chain: Flown[]) => (chain.at(-1)?.arrives ?? 0) - (chain[0]?.departs ?? 0);
    const departs = (chain: Flown[]) => chain[0]?.departs ?? 0;
    let pieces = 0;
    const fare = (chain: Flown[]) => chain.reduce((sum, leg) => sum + leg.fare, 0);
    // At first all routes are read from the store, in the end they are kept.
    for (const sort of ['price', 'duration', 'departure', 'stops', 'price', 'duration', 'departure', 'stops'] as const) {
      const context = store.context('2026-11-20T12:00');
      const ask = { from, to, date: DATE, adults: 1, children: 0, cabin: null, maxStops: 2, leavesFrom: 0, leavesTo: 1440, sort };
      const reply = await flightSearch(context, ask);
      if (!reply.ok) throw new Error(reply.refusal.code);
      const { itineraries, more, found } = reply.value;
      const count = (legs: number) => expected.filter((chain) => chain.length === legs).length;
      expect(found).toEqual({ direct: count(1), oneStop: count(2), twoStops: count(3) });
      expect(more).toBe(expected.length - itineraries.length);
      const rank = {
        price: (chain: Flown[]) => [fare(chain), elapsed(chain), departs(chain)],
        duration: (chain: Flown[]) => [elapsed(chain), departs(chain), chain.length],
        departure: (chain: Flown[]) => [departs(chain), elapsed(chain), chain.length],
        stops: (chain: Flown[]) => [chain.length, elapsed(chain), departs(chain)],
      }[sort];
      const best = expected
        .map((chain) => ({ chain, rank: [...rank(chain), ...chain.map(({ id }) => id)] }))
        .sort((a, b) => inOrder(a.rank, b.rank))
        .slice(0, 200);
      expect(itineraries.map(({ key }) => key)).toEqual(best.map(({ chain }) => chain.map(({ id }) => id).join('-')));
      if (sort === 'price') expect(itineraries.map(({ total }) => total)).toEqual(best.map(({ chain }) => fare(chain)));
      pieces += await readAhead(store.db);
    }
    expect(pieces).toBeGreaterThan(CODES.length);
  });
});

it('the schedules are rich enough to prove something', async () => {
  const store = await TinyStore.open();
  const found = allItineraries(schedule(store, 11, 420), ['JFK', 'LGA'], ['LAX']);
  expect(found.filter((chain) => chain.length === 3).length).toBeGreaterThan(10);
  expect(found.some((chain) => (chain.at(-1)?.arrives ?? 0) - (chain[0]?.departs ?? 0) > 12 * HOUR_MS)).toBe(true);
});
