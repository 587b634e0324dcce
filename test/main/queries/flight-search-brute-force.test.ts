import { describe, expect, it } from 'vitest';
import { flightCarriers } from '../../../main/queries/flight-carriers.ts';
import { flightSearch } from '../../../main/queries/flight-search.ts';
import { flightsNamed } from '../../../main/queries/flights-named.ts';
import { localDateAt, localDay } from '../../../main/queries/search/local-day.ts';
import { flownMilesMax } from '../../../main/rules/circuity.ts';
import { connectionTime } from '../../../main/rules/connections.ts';
import { seededRandom } from '../../../main/seeded-random.ts';
import { addThroughNumbers } from '../../../main/store/tables/through-numbers-table.ts';
import { ThroughNumbers } from '../../../main/store/through-numbers.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { FlightSummary } from '../../../shared/methods/flights.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { readAhead } from '../support/read-ahead.ts';
import { tinyReference } from '../support/tiny-reference.ts';
import { TinyStore } from '../support/tiny-store.ts';

const CODES = ['JFK', 'LGA', 'BOS', 'PVD', 'ORD', 'MDW', 'DEN', 'SLC', 'LAX', 'MIA'];
const DATE = '2026-11-21';
const CARRIERS = ['QA', '9C', 'QB'];

interface Flown {
  readonly id: number;
  readonly origin: string;
  readonly destination: string;
  readonly departs: number;
  readonly arrives: number;
  readonly fare: number;
  readonly number: number;
  readonly equipment: string;
  readonly carrier: string;
}

/** A small schedule that two days of searches can be asked of, the same for the same seed. Every second number goes on, some with another equipment. */
async function schedule(store: TinyStore, seed: number, count: number): Promise<Flown[]> {
  const random = seededRandom(seed);
  const pick = () => CODES[Math.floor(random.next() * CODES.length)] ?? 'JFK';
  const start = Date.parse('2026-11-21T05:00Z');
  const flights: Flown[] = [];
  const numbers = new ThroughNumbers();
  const add = (number: number, origin: string, destination: string, departs: number, equipment: string): Flown | undefined => {
    const minutes = 40 + Math.floor(random.next() * 300);
    const fare = 5_000 + Math.floor(random.next() * 40) * 1_000;
    const to = destination === origin ? 'DEN' : destination;
    if (to === origin) return undefined;
    const carrier = CARRIERS[number % CARRIERS.length] ?? 'QA';
    const id = store.flight({ route: `${origin}-${to}`, departs, minutes, fare, number, equipment, carrier });
    const flown = { id, origin, destination: to, departs, arrives: departs + minutes * MINUTE_MS, fare, number, equipment, carrier };
    flights.push(flown);
    numbers.add(carrier, number, '', origin, to);
    return flown;
  };
  for (let number = 1; number <= count; number++) {
    let last = add(number, pick(), pick(), start + Math.floor(random.next() * 44 * 60) * MINUTE_MS, '738');
    const left = [last?.origin];
    while (last && number % 2 === 0 && left.length < 3 && !left.includes(last.destination)) {
      left.push(last.destination);
      const wait = Math.floor(random.next() * 45) * MINUTE_MS;
      last = add(number, last.destination, pick(), last.arrives + wait, random.next() < 0.2 ? '320' : '738');
    }
  }
  // Three legs with two short stays, which chance alone seldom brings.
  for (let number = count + 1; number <= count + 5; number++) {
    const first = add(number, 'JFK', 'ORD', start + (number - count + 6) * HOUR_MS, '738');
    const second = first && add(number, 'ORD', 'DEN', first.arrives + 20 * MINUTE_MS, '738');
    if (second) add(number, 'DEN', 'LAX', second.arrives + 25 * MINUTE_MS, '738');
  }
  await addThroughNumbers(store.db, numbers.found);
  return flights;
}

/** By the words of the rule, without the code of the search. */
function staysOnBoard(before: Flown, next: Flown): boolean {
  const day = ({ origin, departs }: Flown) => localDateAt(departs, tinyReference.airport(origin)?.zone ?? '');
  return (
    before.number === next.number && before.equipment === next.equipment && day(before) === day(next) && next.departs >= before.arrives
  );
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
      const stays = last.destination === next.origin && staysOnBoard(last, next);
      if (time && (stays || layover >= time.minimumMs) && layover <= time.layoverMsMax) extend([...chain, next]);
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
    const flights = await schedule(store, seed, 340);
    const codes = (place: string) => tinyReference.airportsOf(place).map(({ code }) => code);
    const expected = allItineraries(flights, codes(from), codes(to));
    const elapsed = (chain: Flown[]) => (chain.at(-1)?.arrives ?? 0) - (chain[0]?.departs ?? 0);
    const departs = (chain: Flown[]) => chain[0]?.departs ?? 0;
    let pieces = 0;
    const fare = (chain: Flown[]) => chain.reduce((sum, leg) => sum + leg.fare, 0);
    // At first all routes are read from the store, in the end they are kept.
    const sorts = ['price', 'duration', 'departure', 'stops'] as const;
    for (const sort of [...sorts, ...sorts, 'carrier', 'aircraft'] as const) {
      const context = store.context('2026-11-20T12:00');
      const ask = { from, to, date: DATE, adults: 1, children: 0, cabin: null, maxStops: 2, leavesFrom: 0, leavesTo: 1440, sort };
      const reply = await flightSearch(context, ask);
      if (!reply.ok) throw new Error(reply.refusal.code);
      const { itineraries, more, found } = reply.value;
      const count = (legs: number) => expected.filter((chain) => chain.length === legs).length;
      expect(found).toEqual({ direct: count(1), oneStop: count(2), twoStops: count(3) });
      expect(more).toBe(expected.length - itineraries.length);
      const text = (code: string | undefined) => [...(code ?? '')].map((sign) => sign.charCodeAt(0));
      const rank = {
        carrier: (chain: Flown[]) => [...text(chain[0]?.carrier), departs(chain), elapsed(chain), chain.length],
        aircraft: (chain: Flown[]) => [...text(chain[0]?.equipment), departs(chain), elapsed(chain), chain.length],
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
      const few = await flightSearch(context, { ...ask, most: 7 });
      if (!few.ok) throw new Error(few.refusal.code);
      expect(few.value).toEqual({ itineraries: itineraries.slice(0, 7), more: Math.max(0, expected.length - 7), found });
      pieces += await readAhead(store.db);
    }
    expect(pieces).toBeGreaterThan(CODES.length);
  });
});

it.each<[string, { carriers?: string[]; aircraft?: string[] }, (leg: Flown) => boolean]>([
  ['one carrier', { carriers: ['QB'] }, ({ carrier }) => carrier === 'QB'],
  ['two carriers', { carriers: ['QA', '9C'] }, ({ carrier }) => carrier !== 'QB'],
  ['a type', { aircraft: ['738'] }, ({ equipment }) => equipment === '738'],
  ['a family of types', { aircraft: ['737'] }, ({ equipment }) => equipment === '738'],
  ['a carrier and a type', { carriers: ['QA', 'QB'], aircraft: ['738'] }, (leg) => leg.carrier !== '9C' && leg.equipment === '738'],
  ['a type that does not fly', { aircraft: ['380'] }, () => false],
])('narrowed to %s, finds and counts every chain whose flights all are', async (_name, narrowed, fits) => {
  const chains = { whole: 0, fitting: 0 };
  for (const seed of [11, 13]) {
    const store = await TinyStore.open();
    const flights = await schedule(store, seed, 340);
    for (const [from, to] of SEARCHES) {
      const codes = (place: string) => tinyReference.airportsOf(place).map(({ code }) => code);
      const whole = allItineraries(flights, codes(from), codes(to));
      const fitting = whole.filter((chain) => chain.every(fits));
      chains.whole += whole.length;
      chains.fitting += fitting.length;
      const ask = { from, to, date: DATE, adults: 1, children: 0, cabin: null, maxStops: 2, leavesFrom: 0, leavesTo: 1440 };
      const reply = await flightSearch(store.context('2026-11-20T12:00'), { ...ask, ...narrowed, sort: 'departure' });
      if (!reply.ok) throw new Error(reply.refusal.code);
      const { itineraries, found } = reply.value;
      const count = (legs: number) => fitting.filter((chain) => chain.length === legs).length;
      expect(found).toEqual({ direct: count(1), oneStop: count(2), twoStops: count(3) });
      const best = fitting.map((chain) => ({
        chain,
        departs: chain[0]?.departs ?? 0,
        elapsed: (chain.at(-1)?.arrives ?? 0) - (chain[0]?.departs ?? 0),
      }));
      best.sort((a, b) =>
        inOrder(
          [a.departs, a.elapsed, a.chain.length, ...a.chain.map(({ id }) => id)],
          [b.departs, b.elapsed, b.chain.length, ...b.chain.map(({ id }) => id)],
        ),
      );
      const keys = best.slice(0, 200).map(({ chain }) => chain.map(({ id }) => id).join('-'));
      expect(itineraries.map(({ key }) => key)).toEqual(keys);
    }
  }
  expect(chains.fitting).toBeLessThan(chains.whole);
});

it('the schedules are rich enough to prove something', async () => {
  const store = await TinyStore.open();
  const found = allItineraries(await schedule(store, 11, 340), ['JFK', 'LGA'], ['LAX']);
  expect(found.filter((chain) => chain.length === 3).length).toBeGreaterThan(10);
  expect(found.some((chain) => (chain.at(-1)?.arrives ?? 0) - (chain[0]?.departs ?? 0) > 12 * HOUR_MS)).toBe(true);
  const short = (chain: Flown[], place: number) => (chain[place]?.departs ?? 0) - (chain[place - 1]?.arrives ?? 0) < 30 * MINUTE_MS;
  const all = [11, 12, 13, 14].map(async (seed) => {
    const flights = await schedule(await TinyStore.open(), seed, 340);
    const codes = (place: string) => tinyReference.airportsOf(place).map(({ code }) => code);
    return SEARCHES.flatMap(([from, to]) => allItineraries(flights, codes(from), codes(to)));
  });
  const chains = (await Promise.all(all)).flat();
  const stays = (legs: number, ...places: number[]) =>
    chains.filter((chain) => chain.length === legs && places.every((place) => short(chain, place))).length;
  expect([stays(2, 1), stays(3, 1), stays(3, 2), stays(3, 1, 2)].map((count) => count > 2)).toEqual([true, true, true, true]);
});

describe.each([21, 22])('carriers against every possible chain of up to two flights, seed %i', (seed) => {
  it.each<[from: string, to: string, adults: number, aircraft?: string[]]>([
    ['JFK', 'LAX', 1],
    ['NYC', 'LAX', 3],
    ['CHI', 'NYC', 2, ['738']],
    ['MIA', 'SLC', 2],
  ])('%s to %s for %i', async (from, to, adults, aircraft) => {
    const store = await TinyStore.open();
    const flights = await schedule(store, seed, 340);
    const random = seededRandom(seed);
    for (const { id } of flights) if (random.next() < 0.5) store.load(id, 'Y', 4, 0, Math.floor(random.next() * 5));
    const context = store.context('2026-11-20T12:00');
    const named = new Map<number, FlightSummary>();
    for (let start = 0; start < flights.length; start += 100) {
      const reply = await flightsNamed(context, { flightIds: flights.slice(start, start + 100).map(({ id }) => id) });
      if (reply.ok) for (const flight of reply.value.flights) named.set(flight.flightId, flight);
    }
    const codes = (place: string) => tinyReference.airportsOf(place).map(({ code }) => code);
    const chains = allItineraries(flights, codes(from), codes(to)).filter(
      (chain) => chain.length < 3 && (!aircraft || chain.every(({ equipment }) => aircraft.includes(equipment))),
    );
    const groups = Map.groupBy(chains, ([first, next]) => (next && next.carrier !== first?.carrier ? null : (first?.carrier ?? '')));
    const loads = (chain: Flown[], cabin: string) =>
      chain.map(({ id }) => named.get(id)?.cabins.find((one) => one.cabin === cabin) ?? { authorised: 0, sold: 0, held: 0, price: 0 });
    const left = (chain: Flown[], cabin: string) =>
      Math.max(0, Math.min(...loads(chain, cabin).map(({ authorised, sold, held }) => authorised - sold - held)));
    const expected = [...groups].map(([carrier, ways]) => {
      const priced = ways.flatMap((chain) =>
        CABINS.filter((cabin) => left(chain, cabin) >= adults).map((cabin) =>
          loads(chain, cabin).reduce((sum, { price }) => sum + price, 0),
        ),
      );
      const departs = ways.map(([first]) => first?.departs ?? 0);
      return {
        carrier,
        direct: ways.filter(({ length }) => length === 1).length,
        oneStop: ways.filter(({ length }) => length === 2).length,
        total: priced.length > 0 ? Math.min(...priced) * adults : null,
        shortestMinutes: Math.min(...ways.map((chain) => ((chain.at(-1)?.arrives ?? 0) - (chain[0]?.departs ?? 0)) / MINUTE_MS)),
        seatsLeft: Math.max(...ways.flatMap((chain) => CABINS.map((cabin) => left(chain, cabin)))),
        first: Math.min(...departs),
        last: Math.max(...departs),
      };
    });
    expected.sort((a, b) => (a.total ?? 1e12) - (b.total ?? 1e12) || ((a.carrier ?? '~') < (b.carrier ?? '~') ? -1 : 1));
    const ask = { from, to, date: DATE, adults, children: 0, cabin: null, maxStops: 1, leavesFrom: 0, leavesTo: 1440 };
    const reply = await flightCarriers(context, { ...ask, ...(aircraft ? { aircraft } : {}) });
    if (!reply.ok) throw new Error(reply.refusal.code);
    expect(expected.length).toBeGreaterThan(2);
    expect(reply.value.more).toBe(0);
    expect(
      reply.value.carriers.map(({ name: _, cabin: _cabin, currency: _currency, first, last, ...rest }) => ({
        ...rest,
        first: first.departsAt,
        last: last.departsAt,
      })),
    ).toEqual(expected);
    // What a carrier costs and how many ways it has is what the search says that is narrowed to it.
    for (const { carrier, total, cabin, direct, oneStop } of reply.value.carriers) {
      if (carrier === null) continue;
      const narrowed = await flightSearch(context, { ...ask, sort: 'price', carriers: [carrier], ...(aircraft ? { aircraft } : {}) });
      if (!narrowed.ok) throw new Error(narrowed.refusal.code);
      expect(narrowed.value.itineraries[0]).toMatchObject({ total, cabin });
      expect(narrowed.value.found).toEqual({ direct, oneStop, twoStops: 0 });
    }
  });
});
