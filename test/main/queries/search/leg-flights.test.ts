import { expect, it } from 'vitest';
import { LegFlights, NO_FLIGHTS, type Run } from '../../../../main/queries/search/leg-flights.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';
import type { ReadDatabase, Value } from '../../../../main/store/database.ts';
import { POLICY_TEMPLATES } from '../../../../shared/pricing/policy-templates.ts';
import { fareByPolicy } from '../../../../shared/pricing/price-by-policy.ts';
import { CABINS } from '../../../../shared/seat-map.ts';
import { rulesOf } from '../../support/publish-policy.ts';
import { leastFares, TinyStore } from '../../support/tiny-store.ts';

const DAY = [Date.parse('2026-11-21T00:00Z'), Date.parse('2026-11-22T00:00Z')] as const;

/** Flights of a run as they were read. */
const read = (legs: LegFlights, { from, until }: Run = NO_FLIGHTS) =>
  Array.from({ length: until - from }, (_, n) => ({
    id: legs.id(from + n),
    departs: legs.departs(from + n),
    arrives: legs.arrives(from + n),
    low: legs.low(from + n),
  }));

// The price sort leans on this: what is beaten at its least price need not be priced.
it.each(Object.keys(POLICY_TEMPLATES))(
  'the least price of a %s flight is never above what any of its cabins costs at any load',
  async (template) => {
    const store = await TinyStore.open();
    const rules = rulesOf(template);
    for (const fare of [1, 4_999, 10_000, 123_457]) {
      const id = store.flight({ route: 'JFK-LAX', departs: '2026-11-21T14:00', minutes: 360, fare, strategy: template });
      for (const asked of [null, ...CABINS]) {
        const legs = new LegFlights(store.db, await leastFares(store, asked));
        const low = read(legs, await legs.between('JFK', 'LAX', ...DAY)).find((flight) => flight.id === id)?.low ?? Number.NaN;
        for (const cabin of asked ? [asked] : CABINS) {
          for (const sold of [0, 1, 50, 99, 100, 120]) {
            for (const currency of ['USD', 'JPY']) {
              const taken = { authorised: 100, held: 0, sold };
              const asked = { baseFare: fare, currency, cabin, ofCabin: taken, ofFlight: taken, origin: '', date: '2026-11-21' };
              expect(low).toBeLessThanOrEqual(
                fareByPolicy(rules, {
                  ...asked,
                  daysAhead: 0,
                  seat: 'standard',
                  passenger: 'ADT',
                  miles: undefined,
                  competitor: undefined,
                  promotion: undefined,
                }),
              );
            }
          }
        }
      }
    }
  },
);

/** The same store, answering like one that keeps no order. */
const shuffled = ({ db }: TinyStore): ReadDatabase => ({
  begun: 0,
  commits: () => undefined,
  column: (sql) => db.column(sql),
  query<Row>(sql: string) {
    const rows = db.query<Row>(sql);
    return {
      get: (...values: Value[]) => rows.get(...values),
      all: async (...values: Value[]) => {
        const random = seededRandom(7);
        return (await rows.all(...values))
          .map((row) => ({ row, at: random.next() }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
      },
    };
  },
});

it.each([
  ['in order', (store: TinyStore) => store.db],
  ['in any order', shuffled],
] as const)('keeps the flights of a route by departure, when the database answers %s', async (_, database) => {
  const store = await TinyStore.open();
  const departures = ['18:00', '09:00', '23:59', '09:00', '12:30', '00:00'];
  for (const [n, departs] of departures.entries()) {
    store.flight({ route: 'JFK-LAX', departs: `2026-11-21T${departs}`, minutes: 60 + n });
    store.flight({ route: 'LAX-JFK', departs: `2026-11-21T${departs}`, minutes: 60 });
  }
  store.flight({ route: 'JFK-LAX', departs: DAY[1], minutes: 60 });
  const legs = new LegFlights(database(store), await leastFares(store));
  await legs.between('LAX', 'JFK', ...DAY);
  const flights = read(legs, await legs.between('JFK', 'LAX', ...DAY));
  expect(flights.map(({ departs }) => new Date(departs).toISOString().slice(11, 16))).toEqual(departures.toSorted());
  // The minutes flown tell which flight it is.
  expect(flights.map(({ departs, arrives }) => (arrives - departs) / 60_000 - 60).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(await legs.between('JFK', 'BOS', ...DAY)).toEqual(NO_FLIGHTS);
});

it('finds the first flight that leaves at or after an instant', async () => {
  const store = await TinyStore.open();
  for (const minute of ['10', '20', '20', '30']) store.flight({ route: 'JFK-LAX', departs: `2026-11-21T14:${minute}`, minutes: 360 });
  const legs = new LegFlights(store.db, await leastFares(store));
  // Another run before it, so that places are not counted from the start.
  await legs.between('JFK', 'LAX', ...DAY);
  const run = await legs.between('JFK', 'LAX', ...DAY);
  const at = (minute: string) => legs.firstFrom(run, Date.parse(`2026-11-21T14:${minute}Z`)) - run.from;
  expect([at('09'), at('10'), at('11'), at('20'), at('21'), at('30'), at('31')]).toEqual([0, 0, 1, 1, 3, 3, 4]);
  expect(legs.firstFrom(NO_FLIGHTS, 0)).toBe(0);
  expect(legs.arrivals(run).map((instant) => new Date(instant).toISOString().slice(11, 16))).toEqual(['20:10', '20:30']);
  expect(legs.arrivals(NO_FLIGHTS)).toEqual([Number.POSITIVE_INFINITY, 0]);
});
