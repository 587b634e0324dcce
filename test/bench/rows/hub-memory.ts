import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../../main/seeded-random.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { DeskConsole } from '../../crash/desk-console.ts';
import { HubProcess } from '../../crash/hub-process.ts';
import { liftLimits } from '../../crash/lift-limits.ts';
import { accepted } from '../bench-hub.ts';
import type { Row } from '../figure.ts';
import { percentiles, underLoad } from '../measure.ts';
import { BareProcess } from '../raw/bare-process.ts';
import { residentMiB } from '../resident.ts';
import { sampleAirports } from '../stores/generate-flights.ts';
import { spreadHolds } from '../stores/spread-holds.ts';

const CONSOLES = 6;
const BOARDS = 30;
const SEARCHES = 90;
const HOLDS = 2_000;
/** Long enough for the reader to read ahead the routes of the days that were searched. */
const SETTLES_MS = 15_000;
const nothing = () => {};

/** The memory of the real hub after a busy hour's variety of work, on three million flights and a million bookings. */
export const hubMemory: Row = {
  metrics: ['hub.memory'],
  async measure(bench) {
    const store = await bench.stores.prepared('million');
    const holds = spreadHolds(store, HOLDS, 'memory');
    const file = await bench.copyOf('million');
    const bare = new BareProcess(file, 'SELECT count(*) FROM flights', 'SELECT count(*) FROM claims');
    await bare.ready;
    const rawMiB = residentMiB(bare.pid).now;
    await bare.kill();

    const hub = new HubProcess(dirname(file), '--live');
    const address = await hub.ready;
    await liftLimits(address);
    const watch = { sent: nothing, answered: nothing, heard: nothing };
    const consoles: DeskConsole[] = [];
    for (let n = 0; n < CONSOLES; n++) consoles.push(await DeskConsole.signIn(address, 'ruiz', `T1-0${n + 1}`, watch));
    const at = (turn: number) => consoles[turn % CONSOLES] as DeskConsole;
    const random = seededRandom(3);
    const airports = sampleAirports().map(({ airport }) => airport.code);
    const date = dateOfDay(store.recipe.firstDay + 1);
    await underLoad(0, BOARDS, CONSOLES, async (turn) =>
      accepted(await at(turn).call('flights.board', { from: random.pick(airports), date })),
    );
    const { samples } = await underLoad(0, SEARCHES, CONSOLES, async (turn) => {
      const [from, to] = [airports[turn % airports.length] ?? '', airports[(turn * 7 + 11) % airports.length] ?? ''];
      const when = { date, leavesFrom: 0, leavesTo: 1_440 };
      const party = { adults: 1, children: 0, cabin: null };
      accepted(await at(turn).call('flights.search', { from, to, ...when, ...party, maxStops: turn % 3, sort: 'price' }));
    });
    await underLoad(0, HOLDS, 64, async (turn) => {
      const hold = holds[turn];
      if (hold) accepted(await at(turn).call('holds.place', hold));
    });
    await wait(SETTLES_MS);
    const { now, peak } = residentMiB(hub.pid);
    await Promise.all(consoles.map((one) => one.close()));
    // Left to quit by itself it would first back the store up.
    await hub.kill();
    const { p50, p99, p999 } = percentiles(samples);
    const note = `after ${BOARDS} boards, ${SEARCHES} searches, ${HOLDS} holds over WebSocket; peak ${peak.toFixed(0)} MiB; percentiles of its searches; ratio to a bare process ${rawMiB.toFixed(0)} MiB`;
    const figure = { metric: 'hub.memory', value: now, unit: 'MiB', target: '<= 300', ratio: now / rawMiB };
    return [{ ...figure, p50, p99, p999, storeBytes: store.bytes, note }];
  },
};
