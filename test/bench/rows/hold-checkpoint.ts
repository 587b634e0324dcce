import { statSync } from 'node:fs';
import { openBenchHub, placeHold } from '../bench-hub.ts';
import { latencyFigure, type Row } from '../figure.ts';
import { percentiles, timed, underLoad } from '../measure.ts';
import { BareStore, inBatches } from '../raw/bare-store.ts';
import { soldRows } from '../raw/sold-rows.ts';
import { spreadHolds } from '../stores/spread-holds.ts';

const IN_FLIGHT = 16;
const WARM_UP = 2_000;
const HOLDS = 30_000;

/**
 * Holds that met a checkpoint: the store's file itself, which only checkpoints write, changed between their beginning and their end.
 * The holds are spread over a store of a million bookings, so that a checkpoint has as many pages to write as it ever has.
 */
export const holdCheckpoint: Row = {
  metrics: ['hold.checkpoint'],
  async measure(bench) {
    const store = await bench.stores.prepared('million');
    const holds = spreadHolds(store, WARM_UP + HOLDS, 'checkpoint');
    const file = await bench.copyOf('million');
    const opened = await openBenchHub(file);
    const written = () => statSync(file, { bigint: true }).mtimeNs;
    const place = async (turn: number) => {
      const hold = holds[turn];
      if (hold) await placeHold(opened, hold);
    };
    await underLoad(0, WARM_UP, IN_FLIGHT, place);
    const met: number[] = [];
    const checkpoints = new Set<bigint>();
    const { samples } = await underLoad(WARM_UP, WARM_UP + HOLDS, IN_FLIGHT, async (turn) => {
      const before = written();
      const ms = await timed(() => place(turn));
      const after = written();
      if (before === after) return;
      met.push(ms);
      checkpoints.add(after);
    });
    const storeBytes = opened.bytes();
    await opened.close();
    const bare = new BareStore(await bench.copyOf('million'));
    const raw: number[] = [];
    for (const batch of inBatches(soldRows(file, store.recipe.bookings).holds, IN_FLIGHT / 2))
      raw.push(await timed(() => bare.hold(batch)));
    bare.close();
    const note = `${met.length} of ${HOLDS} holds met one of ${checkpoints.size} writes, ${IN_FLIGHT} in flight, p99.9 of all ${percentiles(samples).p999.toFixed(1)} ms; ratio to bare batches of ${IN_FLIGHT / 2}`;
    return [latencyFigure('hold.checkpoint', 'p999', 50, met, raw, { note, storeBytes })];
  },
};
