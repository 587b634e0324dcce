import { confirmBookingMethod } from '../../../main/payment/confirm-booking.ts';
import { sale } from '../../main/support/test-desk.ts';
import { AGENT, accepted, flightsFor, holdInput, makeSmallStore, openBenchDesk, placeHold } from '../bench-desk.ts';
import type { Row } from '../figure.ts';
import { percentiles, timed, underLoad } from '../measure.ts';
import { BareStore, inBatches } from '../raw/bare-store.ts';
import { soldRows } from '../raw/sold-rows.ts';

const IN_FLIGHT = 64;
const WARM_UP = 3_000;
const ROUNDS = 3;
const SALES_PER_ROUND = 8_000;
const RAW_BATCH = IN_FLIGHT / 2;
const CONNECTION = { session: undefined, notify() {} };

/** Whole sales: a hold, then names and cash in one step, with 64 agents at once. */
export const saleThroughput: Row = {
  metrics: ['sale.throughput'],
  async measure(bench) {
    const flights = flightsFor(WARM_UP + ROUNDS * SALES_PER_ROUND);
    const file = await makeSmallStore(bench, flights);
    const bare = new BareStore(await makeSmallStore(bench, flights));
    const it = await openBenchDesk(file);
    const confirm = confirmBookingMethod({
      desk: it.desk,
      terminal: undefined,
      wait: () => Promise.reject(new Error('cash asks no terminal')),
    });
    const sell = async (turn: number) => {
      const held = await placeHold(it, holdInput(turn));
      const input = { requestId: `bench-confirm-${turn}`, ...sale(held) };
      accepted(await confirm({ session: undefined, actor: AGENT, connection: CONNECTION }, input));
    };
    const writeBare = (after: number) => {
      const rows = soldRows(file, after);
      return timed(() => {
        for (const batch of inBatches(rows.holds, RAW_BATCH)) bare.hold(batch);
        for (const batch of inBatches(rows.confirms, RAW_BATCH)) bare.confirm(batch);
      });
    };
    await underLoad(0, WARM_UP, IN_FLIGHT, sell);
    await writeBare(0);
    const samples: number[] = [];
    let [ms, rawMs] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const from = WARM_UP + round * SALES_PER_ROUND;
      const load = await underLoad(from, from + SALES_PER_ROUND, IN_FLIGHT, sell);
      samples.push(...load.samples);
      ms += (SALES_PER_ROUND * 1_000) / load.perSecond;
      rawMs += await writeBare(from);
    }
    const storeBytes = it.bytes();
    await it.close();
    bare.close();
    const { p50, p99, p999 } = percentiles(samples);
    const [value, raw] = [ms, rawMs].map((total) => (ROUNDS * SALES_PER_ROUND * 1_000) / total) as [number, number];
    const note = `${IN_FLIGHT} agents; the same rows by bare better-sqlite3 ${raw.toFixed(0)}/s in batches of ${RAW_BATCH}`;
    return [
      { metric: 'sale.throughput', value, unit: 'sales/s', target: '>= 10000', ratio: value / raw, p50, p99, p999, storeBytes, note },
    ];
  },
};
