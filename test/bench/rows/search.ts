import { seededRandom } from '../../../main/seeded-random.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import type { Row } from '../figure.ts';
import { sampleAirports } from '../stores/generate-flights.ts';
import { readLatency } from './read-latency.ts';

const SEED = 20_150_102;
const WARM_UP = 20;
/** A search with stops keeps the routes of its days, and reads them while nobody asks for anything: some seconds for two million flights. */
export const READS_AHEAD_MS = 15_000;

/** Searches between random airports on the middle one of three days of a million flights each, a part of them booked. */
const searchRow = (metric: string, maxStops: number, times: number, target: number): Row => ({
  metrics: [metric],
  async measure(bench) {
    const { file, recipe } = await bench.stores.prepared('million');
    const airports = sampleAirports().map(({ airport }) => airport.code);
    const random = seededRandom(SEED);
    const input = (): Input<'flights.search'> => {
      const from = random.pick(airports);
      const to = random.pick(airports.filter((code) => code !== from));
      const [date, window] = [dateOfDay(recipe.firstDay + 1), { leavesFrom: 0, leavesTo: 1_440 }];
      return { from, to, date, adults: 1, children: 0, cabin: null, maxStops, ...window, sort: 'price' };
    };
    const inputs = Array.from({ length: WARM_UP + times }, input);
    const ahead = maxStops > 0 ? { readsAheadMs: READS_AHEAD_MS } : {};
    const note = `${times} pairs of airports; ratio to the statements of a search that keeps no routes, by bare better-sqlite3, in turn`;
    return [await readLatency(file, { metric, target, query: 'flights.search', warmUp: WARM_UP, ...ahead, inputs, note })];
  },
});

/** Many, for they are short: of a few hundred, the slowest hundredth is what the processor does when it first meets the code. */
export const searchDirect = searchRow('search.direct', 0, 4_000, 1);
export const searchOneStop = searchRow('search.one_stop', 1, 200, 10);
export const searchTwoStop = searchRow('search.two_stop', 2, 120, 50);
