import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { doorRoutes } from '../../../../main/door/door-routes.ts';
import { systemConnection } from '../../../../main/door/system-connection.ts';
import { serveConsole } from '../../../../main/transport/console-server.ts';
import type { Dispatcher } from '../../../../main/transport/dispatch.ts';
import type { Reply } from '../../../../shared/refusals.ts';
import { openFuzzHub } from '../../../fuzz/fuzz-hub.ts';
import { IDENTITY } from '../../support/here.ts';
import { liveOf } from '../../support/live-of.ts';
import { type Answered, callDoor, KEYS, testKeys } from './door-client.ts';

const MANY = 1_000_000;
type Caller = 'agent' | 'supervisor';

/** A console at which a system sits: real frames over a real socket, and the session that the system has over HTTP. */
async function socketOf(address: string, as: Caller) {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket?${as}`);
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let calls = 0;
  socket.on('message', (data) => {
    const { id, ...reply } = JSON.parse(String(data)) as { id?: number } & Reply<unknown>;
    if (id !== undefined) waiting.get(id)?.(reply as Reply<unknown>);
  });
  await new Promise((done, fail) => socket.on('open', done).on('error', fail));
  return {
    call(method: string, input: unknown): Promise<Reply<unknown>> {
      const id = ++calls;
      const reply = new Promise<Reply<unknown>>((done) => waiting.set(id, done));
      socket.send(JSON.stringify({ id, method, input }));
      return reply.finally(() => waiting.delete(id));
    },
    close: () => socket.terminate(),
  };
}

/** Two hubs with the same flights and the same time: one is called over sockets, the other over HTTP. */
export async function openTwoDoors() {
  const [bySocket, byHttp] = [await openFuzzHub(), await openFuzzHub()];
  const root = mkdtempSync(join(tmpdir(), 'aisle-doors-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
  const roles: Caller[] = [];
  /** Which socket is whose is known by the order in which they were opened. */
  const seated = new WeakSet();
  const asSystem: Dispatcher = {
    call(connection, ...call) {
      const place = Number(connection.caller.console.replace('socket ', '')) - 1;
      const role = roles[place];
      if (role && !seated.has(connection)) {
        seated.add(connection);
        Object.assign(connection, { session: systemConnection(KEYS[role], connection.caller).session });
      }
      return bySocket.dispatcher.call(connection, ...call);
    },
  };
  const served = { host: '127.0.0.1', port: 0, root, identity: IDENTITY };
  const limits = { callsAtOnce: MANY, callsPerSecond: MANY };
  const sockets = await serveConsole({ ...served, hub: bySocket.hub, live: liveOf(bySocket.hub), dispatcher: asSystem, limits });
  const { keyOf } = testKeys();
  const routes = doorRoutes({ hub: byHttp.hub, dispatcher: byHttp.dispatcher, keyOf });
  const door = await serveConsole({ ...served, hub: byHttp.hub, live: liveOf(byHttp.hub), dispatcher: byHttp.dispatcher, routes });
  const consoles = {} as Record<Caller, Awaited<ReturnType<typeof socketOf>>>;
  for (const role of ['agent', 'supervisor'] as const) {
    roles.push(role);
    consoles[role] = await socketOf(sockets.address, role);
  }

  return {
    bySocket,
    byHttp,
    answers: bySocket.answers,
    /** Both at the same time of the hub, which does not pass meanwhile. */
    async ask(as: Caller, method: string, input: unknown, body: unknown, key: string | undefined): Promise<[Reply<unknown>, Answered]> {
      return Promise.all([
        consoles[as].call(method, input),
        callDoor(door.address, method, JSON.stringify(body), { as, ...(key === undefined ? {} : { key }) }),
      ]);
    },
    http: (as: Caller, method: string, body: unknown, key: string | undefined) =>
      callDoor(door.address, method, JSON.stringify(body), { as, ...(key === undefined ? {} : { key }) }),
    pass(ms: number): void {
      bySocket.timer.pass(ms);
      byHttp.timer.pass(ms);
    },
    async close(): Promise<void> {
      for (const { close } of Object.values(consoles)) close();
      await sockets.close();
      await door.close();
      await bySocket.close();
      await byHttp.close();
      rmSync(root, { recursive: true });
    },
  };
}

export type TwoDoors = Awaited<ReturnType<typeof openTwoDoors>>;
