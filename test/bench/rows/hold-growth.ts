import { AGENT, accepted, openBenchHub, placeHold } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { percentiles, timed, underLoad } from '../measure.ts';
import { spreadHolds } from '../stores/spread-holds.ts';

const WARM_UP = 500;
const TURNS = 2_500;

/**
 * What a hold costs beside ten million bookings, against the same hold in a store of the same flights and no bookings: in turn, so
 * that both meet the same noise, and each after its seat map was looked at, as at a counter. The large store is too large to copy;
 * its holds are released again.
 */
export const holdGrowth: Row = {
  metrics: ['hold.growth'],
  async measure(bench) {
    const empty = await bench.stores.prepared('flights');
    const full = await bench.stores.prepared('ten-million');
    const holds = spreadHolds(empty, WARM_UP + TURNS, Date.now().toString(36));
    const [small, large] = [await openBenchHub(await bench.copyOf('flights')), await openBenchHub(full.file)];
    const [smallMs, largeMs]: [number[], number[]] = [[], []];
    const held: number[] = [];
    for (const [turn, hold] of holds.entries()) {
      for (const { hub } of [small, large]) accepted(await hub.ask('flights.seatMap', { flightId: hold.legs[0]?.flightId ?? 0 }, AGENT));
      const a = await timed(() => placeHold(small, hold));
      const b = await timed(async () => held.push((await placeHold(large, hold)).bookingId));
      if (turn < WARM_UP) continue;
      smallMs.push(a);
      largeMs.push(b);
    }
    await underLoad(0, held.length, 64, async (turn) => {
      const input = { requestId: `${holds[turn]?.requestId}-release`, bookingId: held[turn] ?? 0 };
      accepted(await large.hub.execute('holds.release', input, AGENT));
    });
    await small.close();
    await large.close();
    const [a, b] = [percentiles(smallMs), percentiles(largeMs)];
    const value = b.p50 / a.p50;
    const note = `p50 in turn; empty: p50 ${a.p50.toFixed(2)}, p99 ${a.p99.toFixed(2)} ms; on ${holds.length} flights all over the store`;
    const figure = { metric: 'hold.growth', value, unit: 'x of empty', target: '<= 1.5', ratio: value };
    return [{ ...figure, p50: b.p50, p99: b.p99, p999: b.p999, storeBytes: full.bytes, note }];
  },
};
