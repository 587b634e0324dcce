import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DeskConsole } from '../../crash/desk-console.ts';
import { HubProcess } from '../../crash/hub-process.ts';
import { liftLimits } from '../../crash/lift-limits.ts';
import { accepted, type Hold } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { percentiles, underLoad } from '../measure.ts';
import { BareProcess } from '../raw/bare-process.ts';
import { spreadHolds } from '../stores/spread-holds.ts';

const TURNS = 6;
const HOLDS_PER_TURN = 350;
const nothing = () => {};

/** From the start of the hub's process until it lets people in, on a store of a million bookings that was just killed while selling. */
export const startRecovery: Row = {
  metrics: ['start.recovery'],
  async measure(bench) {
    const store = await bench.stores.prepared('million');
    const holds = spreadHolds(store, (TURNS + 1) * HOLDS_PER_TURN, 'recovery');
    const file = await bench.copyOf('million');
    const sellAndDie = async (hub: HubProcess, turn: number) => {
      await sell(await hub.ready, holds.slice(turn * HOLDS_PER_TURN, (turn + 1) * HOLDS_PER_TURN));
      await hub.kill();
    };
    await sellAndDie(new HubProcess(dirname(file), '--live'), TURNS);
    const [ms, raw]: [number[], number[]] = [[], []];
    let walBytes = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      walBytes = Math.max(walBytes, statSync(`${file}-wal`).size);
      const bare = new BareProcess(file, 'SELECT max(event) FROM journal');
      raw.push(await bare.ready);
      await bare.kill();
      const hub = new HubProcess(dirname(file), '--live');
      await hub.ready;
      ms.push(hub.readyMs);
      await sellAndDie(hub, turn);
    }
    const [spread, rawSpread] = [percentiles(ms), percentiles(raw)];
    const wal = `${(walBytes / 2 ** 20).toFixed(1)} MiB of WAL`;
    const note = `worst of ${TURNS} starts after kill -9 with ${wal}; ratio to a bare process that opens it ${(rawSpread.worst / 1_000).toFixed(2)} s`;
    const { p50, p99, p999, worst } = spread;
    const figure = { metric: 'start.recovery', value: worst / 1_000, unit: 's', target: '<= 1', ratio: worst / rawSpread.worst };
    return [{ ...figure, p50, p99, p999, storeBytes: store.bytes, note }];
  },
};

async function sell(address: string, holds: readonly Hold[]): Promise<void> {
  const watch = { sent: nothing, answered: nothing, heard: nothing };
  await liftLimits(address);
  const one = await DeskConsole.signIn(address, 'ruiz', 'T1-04', watch);
  await underLoad(0, holds.length, 32, async (turn) => {
    const hold = holds[turn];
    if (hold) accepted(await one.call('holds.place', hold));
  });
}
