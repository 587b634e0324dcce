import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callRoute } from '../../../main/door/call-route.ts';
import { DOOR_LIMITS, KeyLoads } from '../../../main/door/key-load.ts';
import { type ConsoleServer, type HttpLimits, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { IDENTITY } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';
import { bearer, callDoor, type KeyName, testKeys } from './support/door-client.ts';

/** More than the two ends of a connection hold. */
const BOARD_BYTES = 16_000_000;

let hub: SmallHub;
let root = '';
let server: ConsoleServer;
const readers: Socket[] = [];

async function serve(callsOpenMax: number, http: Partial<HttpLimits> = {}, allWaitingBytesMax = 10 * BOARD_BYTES): Promise<void> {
  const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
  const loads = new KeyLoads({ ...DOOR_LIMITS, callsOpenMax }, () => 0);
  const routes = [callRoute({ dispatcher, keyOf: testKeys().keyOf, loads })];
  const served = { host: '127.0.0.1', port: 0, root, identity: IDENTITY, http, limits: { allWaitingBytesMax } };
  server = await serveConsole({ ...served, hub, live: liveOf(hub), dispatcher, routes });
}

beforeEach(() => {
  hub = new SmallHub();
  hub.answer = ({ name }) => (name === 'holds.ofDesk' ? 'x'.repeat(BOARD_BYTES) : 'short');
  root = mkdtempSync(join(tmpdir(), 'aisle-unread-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.destroy();
  await server.close();
  rmSync(root, { recursive: true });
});

const ask = (as: KeyName = 'agent') => callDoor(server.address, 'settings.get', {}, { as });

/** Asks for so many long answers over one connection, and reads none of them. */
function unread(times: number, as: KeyName = 'agent') {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  readers.push(socket);
  socket.pause();
  const asked = ['POST /v1/holds.ofDesk HTTP/1.1', 'Host: 127.0.0.1', `Authorization: ${bearer(as)}`, 'Content-Type: application/json'];
  const end = times === 1 ? ['Connection: close'] : [];
  socket.write([...asked, ...end, 'Content-Length: 2', '', '{}'].join('\r\n').repeat(times));
  return {
    /** Reads all that comes. Resolves with its length when the connection is closed. */
    read: () =>
      new Promise<number>((over) => {
        let bytes = 0;
        socket
          .on('data', (data) => (bytes += data.length))
          .on('error', () => {})
          .on('close', () => over(bytes))
          .resume();
      }),
    leave: () => socket.destroy(),
  };
}

const asked = () => hub.reached.filter(({ name }) => name === 'holds.ofDesk').length;
const reached = (times: number) => expect.poll(asked).toBe(times);

it('a system that reads no answer piled up one after the other: each keeps its place until it is read, or its caller is gone', async () => {
  await serve(2);
  const slow = unread(2);
  await reached(2);
  expect(await ask()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_CALLS' } });
  expect((await ask('supervisor')).status, 'another key').toBe(200);
  slow.leave();
  await expect.poll(async () => (await ask()).status).toBe(200);
  const late = unread(2);
  await reached(4);
  expect((await ask()).status).toBe(429);
  void late.read();
  await expect.poll(async () => (await ask()).status).toBe(200);
});

it('an answer that nobody reads is waited for no longer than any other: it waited as long as a call may take', async () => {
  await serve(1, { unreadMs: 200 });
  const slow = unread(1);
  await reached(1);
  expect((await ask()).status).toBe(429);
  await expect.poll(async () => (await ask()).status).toBe(200);
  expect(await slow.read()).toBeLessThan(BOARD_BYTES);
});

it('what waits for systems is within the one bound of the hub: whoever most waits for is cut off', async () => {
  await serve(64, {}, 3 * BOARD_BYTES);
  const most = unread(2, 'supervisor');
  await reached(2);
  const other = unread(1);
  await reached(3);
  const third = unread(1);
  await reached(4);
  expect(await most.read()).toBeLessThan(2 * BOARD_BYTES);
  for (const each of [other, third]) expect(await each.read()).toBeGreaterThan(BOARD_BYTES);
});
