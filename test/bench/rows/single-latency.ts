import { sale } from '../../main/support/test-hub.ts';
import { AGENT, accepted, flightsFor, holdInput, makeSmallStore, openBenchHub, placeHold } from '../bench-hub.ts';
import { latencyFigure, type Row } from '../figure.ts';
import { timed, underLoad } from '../measure.ts';
import { BareStore } from '../raw/bare-store.ts';
import { soldRows } from '../raw/sold-rows.ts';

const WARM_UP = 3_300;
const TURNS = 3_000;

/** One hold alone and one confirmation alone, nothing else under way, in turn with a bare transaction of the rows of such a one. */
export const singleLatency: Row = {
  metrics: ['hold.latency', 'confirm.latency'],
  async measure(bench) {
    const flights = flightsFor(WARM_UP + TURNS);
    const file = await makeSmallStore(bench, flights);
    const opened = await openBenchHub(file);
    const confirm = async (held: Awaited<ReturnType<typeof placeHold>>) =>
      accepted(await opened.hub.change('payments.confirm', { ...sale(held), approved: [] }, AGENT, `bench-confirm-${held.bookingId}`));
    // The warm-up sells: its rows are what the bare database writes in turn with the desk.
    await underLoad(0, WARM_UP, 64, async (turn) => confirm(await placeHold(opened, holdInput(turn))));
    const rows = soldRows(file, 0);
    const bare = new BareStore(await makeSmallStore(bench, flights));
    bare.hold(rows.holds.slice(TURNS));
    bare.confirm(rows.confirms.slice(TURNS));

    const [holds, rawHolds, confirms, rawConfirms]: [number[], number[], number[], number[]] = [[], [], [], []];
    const held: Awaited<ReturnType<typeof placeHold>>[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      holds.push(await timed(async () => held.push(await placeHold(opened, holdInput(WARM_UP + turn)))));
      rawHolds.push(await timed(() => bare.hold(rows.holds.slice(turn, turn + 1))));
    }
    for (const [turn, hold] of held.entries()) {
      confirms.push(await timed(() => confirm(hold)));
      rawConfirms.push(await timed(() => bare.confirm(rows.confirms.slice(turn, turn + 1))));
    }
    const storeBytes = opened.bytes();
    await opened.close();
    bare.close();
    const note = 'one under way; ratio to one bare transaction of the same rows, in turn';
    return [
      latencyFigure('hold.latency', 'p99', 2, holds, rawHolds, { note, storeBytes }),
      latencyFigure('confirm.latency', 'p99', 2, confirms, rawConfirms, { note, storeBytes }),
    ];
  },
};
