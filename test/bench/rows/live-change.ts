import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import { DeskConsole } from '../../crash/desk-console.ts';
import { HubProcess } from '../../crash/hub-process.ts';
import { liftLimits } from '../../crash/lift-limits.ts';
import { accepted, makeSmallStore, oneSeat, SEATS } from '../bench-hub.ts';
import { latencyFigure, type Row } from '../figure.ts';
import { timed } from '../measure.ts';
import { BareStore } from '../raw/bare-store.ts';
import { type RawWork, soldRows } from '../raw/sold-rows.ts';

const CHANGES = 400;
/** Slower than a console may call at the most. */
const PAUSE_MS = 20;
const nothing = () => {};

/** From one console's hold to another console's socket having heard of it, over the real hub, without drawing it. */
export const liveChange: Row = {
  metrics: ['live.change'],
  async measure(bench) {
    const dataDir = bench.scratch();
    const hub = new HubProcess(dataDir, '--training');
    const address = await hub.ready;
    await liftLimits(address);
    let heard: () => void = nothing;
    const one = await DeskConsole.signIn(address, 'ruiz', 'T1-01', { sent: nothing, answered: nothing, heard: nothing });
    const other = await DeskConsole.signIn(address, 'weber', 'T1-02', {
      sent: nothing,
      answered: nothing,
      heard: ({ type }) => type === 'hold.placed' && heard(),
    });
    const date = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
    const { flights } = accepted(await one.call('flights.board', { from: 'JFK', date }));
    const ids = flights.filter(({ equipment }) => equipment === '320').map(({ flightId }) => flightId);
    const samples: number[] = [];
    for (let turn = 0; turn < CHANGES; turn++) {
      const reached = new Promise<void>((resolve) => {
        heard = resolve;
      });
      const flightId = ids[Math.floor(turn / SEATS.length)] ?? 0;
      const replied = Promise.withResolvers<void>();
      samples.push(
        await timed(async () => {
          const reply = one.call('holds.place', oneSeat(`bench-live-${turn}`, flightId, SEATS[turn % SEATS.length] ?? ''));
          reply.then(accepted).then(() => replied.resolve(), replied.reject);
          await Promise.race([reached, replied.promise.then(() => reached)]);
        }),
      );
      await replied.promise;
      await pause(PAUSE_MS);
    }
    await Promise.all([one.close(), other.close()]);
    await hub.stop();
    const file = join(dataDir, 'training.sqlite');
    const raw = await bareChanges(await makeSmallStore(bench, 0), soldRows(file, 0).holds);
    const note = 'over the built hub; ratio to a bare socket server with one bare transaction of the same rows';
    return [latencyFigure('live.change', 'p99', 100, samples, raw, { note, storeBytes: statSync(file).size })];
  },
};

/** The least that such a change can take: a message, one commit of its rows, a message to the other. */
async function bareChanges(file: string, work: readonly RawWork[]): Promise<number[]> {
  const bare = new BareStore(file);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  let turn = 0;
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      bare.hold(work.slice(turn, ++turn));
      for (const client of server.clients) client.send(String(data));
    }),
  );
  const address = server.address();
  const url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const [one, other] = [new WebSocket(url), new WebSocket(url)];
  await Promise.all([once(one, 'open'), once(other, 'open')]);
  const samples: number[] = [];
  for (const { rows } of work) {
    const text = JSON.stringify(rows.at(-1)?.values);
    samples.push(
      await timed(() => {
        const reached = once(other, 'message');
        one.send(text);
        return reached;
      }),
    );
    await pause(PAUSE_MS);
  }
  one.close();
  other.close();
  server.close();
  bare.close();
  return samples;
}
