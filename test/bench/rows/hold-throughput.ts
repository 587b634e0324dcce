import { flightsFor, holdInput, makeSmallStore, openBenchDesk, placeHold } from '../bench-desk.ts';
import type { Row } from '../figure.ts';
import { percentiles, timed, underLoad } from '../measure.ts';
import { BareStore, inBatches } from '../raw/bare-store.ts';
import { soldRows } from '../raw/sold-rows.ts';

const IN_FLIGHT = 64;
const WARM_UP = 4_000;
const ROUNDS = 4;
const HOLDS_PER_ROUND = 15_000;
/** Two batches share what is in flight: one at work, one waiting. */
const RAW_BATCH = IN_FLIGHT / 2;

/** Holds with 64 callers at once. After each round the bare database writes the rows of that round, so that both meet the same machine. */
export const holdThroughput: Row = {
  metrics: ['hold.throughput'],
  async measure(bench) {
    const flights = flightsFor(WARM_UP + ROUNDS * HOLDS_PER_ROUND);
    const file = await makeSmallStore(bench, flights);
    const bare = new BareStore(await makeSmallStore(bench, flights));
    const it = await openBenchDesk(file);
    const place = (turn: number) => placeHold(it, holdInput(turn));
    await underLoad(0, WARM_UP, IN_FLIGHT, place);
    for (const batch of inBatches(soldRows(file, 0).holds, RAW_BATCH)) bare.hold(batch);
    const samples: number[] = [];
    let [ms, rawMs] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const from = WARM_UP + round * HOLDS_PER_ROUND;
      const load = await underLoad(from, from + HOLDS_PER_ROUND, IN_FLIGHT, place);
      samples.push(...load.samples);
      ms += (HOLDS_PER_ROUND * 1_000) / load.perSecond;
      const batches = inBatches(soldRows(file, from).holds, RAW_BATCH);
      rawMs += await timed(() => {
        for (const batch of batches) bare.hold(batch);
      });
    }
    const storeBytes = it.bytes();
    await it.close();
    bare.close();
    const { p50, p99, p999 } = percentiles(samples);
    const raw = (ROUNDS * HOLDS_PER_ROUND * 1_000) / rawMs;
    const note = `${IN_FLIGHT} in flight; the same rows by bare better-sqlite3 ${raw.toFixed(0)}/s in batches of ${RAW_BATCH}`;
    const value = (ROUNDS * HOLDS_PER_ROUND * 1_000) / ms;
    return [
      { metric: 'hold.throughput', value, unit: 'holds/s', target: '>= 25000', ratio: value / raw, p50, p99, p999, storeBytes, note },
    ];
  },
};
