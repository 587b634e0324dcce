import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import type { HubMethods } from '../../../main/hub/hub-methods.ts';
import { processTimer } from '../../../main/hub/timer.ts';
import { LiveFeed } from '../../../main/live/live-feed.ts';
import { liveMethods } from '../../../main/live/live-methods.ts';
import { Session } from '../../../main/sessions/session.ts';
import { serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { IDENTITY } from '../../main/support/here.ts';
import { KeptLog } from '../../main/support/small-hub.ts';
import { holdInput, makeSmallStore, openBenchHub, placeHold } from '../bench-hub.ts';
import { latencyFigure, type Row } from '../figure.ts';

const CONSOLES = 1_000;
const CHANGES = 60;
const WARM_UP = 10;
const PAUSE_MS = 100;

/** From the call of a hold until each of a thousand consoles that show its flight has heard of it, all in one process over loopback. */
export const liveThousand: Row = {
  metrics: ['live.thousand'],
  async measure(bench) {
    const { hub, bytes, close } = await openBenchHub(await makeSmallStore(bench, 1));
    const live = new LiveFeed({ hub, timer: processTimer });
    const methods = {
      ...liveMethods(live),
      // A PIN costs tens of milliseconds on purpose, and is no part of what is measured.
      async 'session.signIn'({ connection }, { user }) {
        const facts = { token: 'token', user, display: user, role: 'agent' as const, desk: 'T1-04' };
        new Session(facts, hub.now()).attach(connection);
        return { ok: true, value: facts };
      },
    } satisfies Partial<HubMethods>;
    const dispatcher = createDispatcher({ hub, methods: methods as unknown as HubMethods, log: new KeptLog() });
    const server = await serveConsole({ host: '127.0.0.1', port: 0, root: bench.scratch(), hub, live, dispatcher, identity: IDENTITY });
    const sockets = await openAll(`${server.address.replace('http', 'ws')}/socket`);
    for (const socket of sockets) await signIn(socket, hub.newestEvent);
    const isFrame = (text: string) => text.startsWith('{"events":[{');
    const heard = await changes(sockets, isFrame, (turn) => placeHold({ hub, bytes, close } as never, holdInput(turn)));
    for (const socket of sockets) socket.terminate();
    await server.close();
    live.close();
    await close();
    const raw = await bareBroadcast();
    const note = `${CHANGES} changes heard by ${CONSOLES} consoles each; ratio to a bare socket server that sends one text to as many`;
    return [latencyFigure('live.thousand', 'p99', 100, heard, raw, { note, storeBytes: 0 })];
  },
};

async function openAll(url: string): Promise<WebSocket[]> {
  const sockets = Array.from({ length: CONSOLES }, () => new WebSocket(url, { perMessageDeflate: false }));
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  return sockets;
}

/** Signs in and follows the one flight. */
async function signIn(socket: WebSocket, after: number): Promise<void> {
  const call = async (id: number, method: string, input: object) => {
    socket.send(JSON.stringify({ id, method, input }));
    for (;;) {
      const [data] = (await once(socket, 'message')) as [Buffer];
      const reply = JSON.parse(String(data)) as { id?: number; ok?: boolean };
      if (reply.id !== id) continue;
      if (!reply.ok) throw new Error(`${method} was refused: ${String(data)}`);
      return;
    }
  };
  await call(1, 'session.signIn', { requestId: 'bench-sign-in', user: 'ruiz', pin: '4711' });
  await call(2, 'console.follow', { topics: ['flight:1', 'desk:T1-04'], after, anew: true });
}

/** How long after each change each socket has heard of it. */
async function changes(
  sockets: readonly WebSocket[],
  isNews: (text: string) => boolean,
  change: (turn: number) => unknown,
): Promise<number[]> {
  const samples: number[] = [];
  let [from, left, all] = [0, 0, () => {}];
  for (const socket of sockets)
    socket.on('message', (data) => {
      if (!isNews(String(data))) return;
      samples.push(performance.now() - from);
      if (--left === 0) all();
    });
  for (let turn = 0; turn < WARM_UP + CHANGES; turn++) {
    if (turn === WARM_UP) samples.length = 0;
    const heard = new Promise<void>((resolve) => {
      all = resolve;
    });
    left = sockets.length;
    from = performance.now();
    await change(turn);
    await heard;
    await pause(PAUSE_MS);
  }
  return samples;
}

/** The least that it can take: one text of the same length, sent to as many sockets. */
async function bareBroadcast(): Promise<number[]> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  const address = server.address();
  const sockets = await openAll(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  const text = 'x'.repeat(500);
  const samples = await changes(
    sockets,
    () => true,
    () => {
      for (const client of server.clients) client.send(text);
    },
  );
  for (const socket of sockets) socket.terminate();
  server.close();
  return samples;
}
