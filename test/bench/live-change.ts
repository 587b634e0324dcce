import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { boot } from '../../main/boot.ts';
import { WallClock } from '../../main/clock.ts';
import type { Log } from '../../main/log.ts';
import { serveConsole } from '../../main/transport/console-server.ts';
import { createDispatcher } from '../../main/transport/dispatch.ts';
import { type Figure, percentiles, percentileText } from './measure.ts';

const CHANGES = 400;
/** Slower than a console may call at the most. */
const PAUSE_MS = 20;
const silentLog: Log = { info() {}, warn() {}, error() {} };

interface Console {
  call(method: string, input: object): Promise<unknown>;
  /** The next hold that this console hears of. */
  nextHold(): Promise<void>;
  close(): void;
}

/** From one console's hold to another console's socket having heard of it, over the real hub, without drawing it. */
export async function liveChange(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const clock = new WallClock();
  const booted = await boot({ dataDir, mode: 'training', desk: 'T1-01', home: 'JFK', clock, log: silentLog });
  const dispatcher = createDispatcher({ desk: booted.desk, methods: booted.methods, log: silentLog });
  const server = await serveConsole({
    host: '127.0.0.1',
    port: 0,
    root: dataDir,
    desk: booted.desk,
    dispatcher,
    onNotice: booted.onNotice,
  });
  const [one, other] = await Promise.all([
    signIn(server.address, 'ruiz', '1204', 'T1-01'),
    signIn(server.address, 'weber', '2210', 'T1-02'),
  ]);
  const day = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
  const board = (await one.call('flights.board', { from: 'JFK', date: day })) as { flights: { flightId: number; equipment: string }[] };
  const flights = board.flights.filter(({ equipment }) => equipment === '320').map(({ flightId }) => flightId);
  const samples: number[] = [];
  for (let turn = 0; turn < CHANGES; turn++) {
    const heard = other.nextHold();
    const from = performance.now();
    const seat = `${15 + (turn % 12)}${'ABCDEF'[Math.floor(turn / 12) % 6]}`;
    const legs = [{ flightId: flights[Math.floor(turn / 72)], cabin: 'Y', seats: [seat] }];
    void one.call('holds.place', { requestId: `bench-live-${turn}`, legs, passengers: [{ type: 'ADT' }] });
    await heard;
    samples.push(performance.now() - from);
    await pause(PAUSE_MS);
  }
  one.close();
  other.close();
  await booted.close();
  await server.close();
  clock.close();
  rmSync(dataDir, { recursive: true });
  const spread = percentiles(samples);
  return [{ metric: 'live.change', value: spread.p99, unit: 'ms p99', target: '<= 100', note: percentileText(spread) }];
}

async function signIn(address: string, user: string, pin: string, desk: string): Promise<Console> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`, { origin: address });
  const waiting = new Map<number, (value: unknown) => void>();
  let nextHold: (() => void) | undefined;
  let calls = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { id?: number; ok?: boolean; value?: unknown; refusal?: unknown; type?: string };
    if (message.type === 'hold.placed') nextHold?.();
    if (message.id === undefined) return;
    if (message.ok === false) throw new Error(JSON.stringify(message.refusal));
    waiting.get(message.id)?.(message.value);
  });
  await new Promise((open) => socket.once('open', open));
  const call = (method: string, input: object): Promise<unknown> =>
    new Promise((answer) => {
      waiting.set(++calls, answer);
      socket.send(JSON.stringify({ id: calls, method, input }));
    });
  await call('session.signIn', { requestId: `bench-sign-in-${user}`, user, pin, desk });
  return {
    call,
    nextHold: () =>
      new Promise((heard) => {
        nextHold = heard;
      }),
    close: () => socket.close(),
  };
}
