import { flightsFor, makeSmallStore, openBenchHub } from '../bench-hub.ts';
import { cancel, sell } from '../bench-sales.ts';
import type { Row } from '../figure.ts';
import { percentiles, underLoad } from '../measure.ts';

const WARM_UP = 4_000;
const CANCELLED = 16_000;
const IN_FLIGHT = 64;

/** Cancellations with 64 callers at once: each is a quote and what it says, durable, with its refund. Nobody waits for the seats. */
export const cancelThroughput: Row = {
  metrics: ['cancel.throughput'],
  async measure(bench) {
    const all = WARM_UP + CANCELLED;
    const opened = await openBenchHub(await makeSmallStore(bench, flightsFor(all)));
    const sold: number[] = [];
    const sale = sell(opened);
    await underLoad(0, all, IN_FLIGHT, async (turn) => {
      sold[turn] = await sale(turn);
    });
    const turn = (at: number) => cancel(opened, sold[at] ?? 0);
    await underLoad(0, WARM_UP, IN_FLIGHT, turn);
    const { perSecond, samples } = await underLoad(WARM_UP, all, IN_FLIGHT, turn);
    const storeBytes = opened.bytes();
    await opened.close();
    const { p50, p99, p999 } = percentiles(samples);
    const note = `${IN_FLIGHT} in flight, two commands each, after ${WARM_UP} to warm up`;
    return [
      { metric: 'cancel.throughput', value: perSecond, unit: 'cancels/s', target: '>= 5000', ratio: 1, p50, p99, p999, storeBytes, note },
    ];
  },
};
