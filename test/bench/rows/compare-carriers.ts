import { seededRandom } from '../../../main/seeded-random.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import type { Row } from '../figure.ts';
import { sampleAirports } from '../stores/generate-flights.ts';
import { readLatency } from './read-latency.ts';
import { READS_AHEAD_MS } from './search.ts';

const SEED = 20_150_103;
const WARM_UP = 20;
const COMPARISONS = 200;
/** The cities of so many of the busiest airports. */
const AIRPORTS = 20;
/** As fast as an answer seems to come while one watches. */
const TARGET_MS = 100;

/** The carriers of a million flights a day between two large cities, each with all its airports. */
export const compareCarriers: Row = {
  metrics: ['search.carriers'],
  async measure(bench) {
    const { file, recipe } = await bench.stores.prepared('million');
    const busiest = sampleAirports().slice(0, AIRPORTS);
    const cities = [...new Set(busiest.map(({ airport }) => airport.cityCode))];
    const random = seededRandom(SEED);
    const input = (): Input<'flights.carriers'> => {
      const from = random.pick(cities);
      const to = random.pick(cities.filter((code) => code !== from));
      const [date, window] = [dateOfDay(recipe.firstDay + 1), { leavesFrom: 0, leavesTo: 1_440 }];
      return { from, to, date, adults: 1, children: 0, cabin: null, maxStops: 1, ...window };
    };
    const inputs = Array.from({ length: WARM_UP + COMPARISONS }, input);
    const asked = { metric: 'search.carriers', target: TARGET_MS, query: 'flights.carriers', warmUp: WARM_UP } as const;
    const note = `${COMPARISONS} pairs of ${cities.length} large cities; ratio to the statements of one that keeps no routes, by bare better-sqlite3, in turn`;
    return [await readLatency(file, { ...asked, readsAheadMs: READS_AHEAD_MS, inputs, note })];
  },
};
