import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../main/store/open-store.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { Input } from '../../shared/contract.ts';
import { DAY_MS, dateOfDay } from '../../shared/instants.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { AGENT, makeStore, openBenchDesk } from './bench-desk.ts';
import { type Figure, percentiles, percentileText, rate, timeEach } from './measure.ts';
import { generateFlights, sampleAirports } from './stores/generate-flights.ts';

const FLIGHTS_PER_DAY = 1_000_000;
const SEED = 20_150_102;
const SEARCHES: readonly { metric: string; stops: number; times: number; target: number }[] = [
  { metric: 'search.direct', stops: 0, times: 400, target: 2 },
  { metric: 'search.one_stop', stops: 1, times: 200, target: 20 },
  { metric: 'search.two_stop', stops: 2, times: 100, target: 100 },
];

/** Searches between random airports on a day of a million flights, and the day's own neighbour for late arrivals. */
export async function search(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const file = join(folder, 'store.sqlite');
  const { db } = await openStore({ file, mode: 'training', fresh: { storeId: 'bench', locatorKey: 7, madeAt: Date.now() } });
  const firstDay = Math.floor(Date.now() / DAY_MS) + 7;
  if (db instanceof SqliteDatabase) await generateFlights(db, { flightsPerDay: FLIGHTS_PER_DAY, days: 2, firstDay, seed: SEED });
  await db.close();
  const { desk } = await openBenchDesk(file);
  const airports = sampleAirports().map(({ airport }) => airport.code);
  const random = seededRandom(SEED);
  const figures: Figure[] = [];
  for (const { metric, stops, times, target } of SEARCHES) {
    const ask = async () => {
      const from = random.pick(airports);
      const to = random.pick(airports.filter((code) => code !== from));
      const input: Input<'flights.search'> = {
        from,
        to,
        date: dateOfDay(firstDay),
        adults: 1,
        children: 0,
        cabin: null,
        maxStops: stops,
        leavesFrom: 0,
        leavesTo: 1_440,
        sort: 'price',
      };
      const reply = await desk.ask('flights.search', input, AGENT);
      if (!reply.ok && reply.refusal.code !== 'SAME_PLACE') throw new Error(`refused: ${reply.refusal.code}`);
    };
    await timeEach(20, ask);
    const spread = percentiles(await timeEach(times, ask));
    figures.push({ metric, value: spread.p99, unit: 'ms p99', target: `<= ${target}`, note: percentileText(spread) });
  }
  await desk.close();
  rmSync(folder, { recursive: true });
  return figures;
}

const LOOK_UPS = 50_000;

/** Cabin availability as a search asks for it: the counters of one flight, many at once, in one thread. */
export async function availability(): Promise<Figure[]> {
  const store = await makeStore(10_000);
  const db = new SqliteDatabase({ file: store.file });
  for (let flight = 1; flight <= 10_000; flight += 2) db.change("INSERT INTO cabin_counters VALUES (?, 'Y', 178, 3, 40)").run(flight);
  const { cabinCounters } = await import('../../main/store/flights-table.ts');
  const random = seededRandom(SEED);
  const perSecond = await rate(LOOK_UPS * 4, 1, async () => cabinCounters(db, 1 + random.below(10_000)));
  db.close();
  store.remove();
  return [
    { metric: 'availability.lookups', value: perSecond, unit: 'look-ups/s', target: '>= 100000', note: 'half of the cabins untouched' },
  ];
}
