import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConsoleServer, type HttpLimits, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { IDENTITY } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';

let root = '';
let server: ConsoleServer;
const callers: Socket[] = [];
/** The server's ends, in the order in which they came. */
const ends: Socket[] = [];
let wake = () => {};
const came = (message: unknown): void => {
  const { socket } = message as { socket: Socket };
  ends.push(socket);
  socket.once('close', () => wake());
};

async function serve(http: Partial<HttpLimits> = {}): Promise<void> {
  const hub = new SmallHub();
  const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
  server = await serveConsole({ host: '127.0.0.1', port: 0, root, hub, live: liveOf(hub), dispatcher, identity: IDENTITY, http });
}

beforeEach(() => {
  subscribe('net.server.socket', came);
  root = mkdtempSync(join(tmpdir(), 'aisle-idle-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
});
afterEach(async () => {
  unsubscribe('net.server.socket', came);
  for (const socket of callers.splice(0)) socket.destroy();
  await server.close();
  ends.length = 0;
  rmSync(root, { recursive: true });
});

/** Somebody whose own end stays open whatever the server does. */
function call(text: string): Socket {
  const socket = connect({ port: Number(new URL(server.address).port), host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(text));
  socket.on('error', () => {});
  callers.push(socket);
  return socket;
}

async function untilClosed(count: number): Promise<void> {
  while (ends.filter((end) => end.closed).length < count)
    await new Promise<void>((next) => {
      wake = next;
    });
}

const works = async (): Promise<boolean> => (await fetch(server.address)).ok;

const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

describe('connections that only take room', () => {
  it.each([
    ["another site's page", `GET /socket HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example\r\n${UPGRADE}`, '403'],
    ['another path', `GET /elsewhere HTTP/1.1\r\nHost: 127.0.0.1\r\n${UPGRADE}`, '404'],
  ])('are let go of when they were refused and never leave: %s', async (_, text, status) => {
    await serve();
    let heard = '';
    call(text).on('data', (data) => {
      heard += data;
    });
    await untilClosed(1);
    expect(await works()).toBe(true);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it.each([
    ['say nothing', ''],
    ['stop within the headers', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: '],
    ['stop within an upgrade', 'GET /socket HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'],
    ['stop within a body', 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\nx'],
  ])('are let go of when they %s', async (_, text) => {
    await serve({ requestMs: 50 });
    call(text).resume();
    await untilClosed(1);
    expect(await works()).toBe(true);
  });

  it('are let go of when they do not read their answer', async () => {
    writeFileSync(join(root, 'large.txt'), Buffer.alloc(10_000_000, 0x41));
    await serve({ unreadMs: 1_000 });
    call('GET /large.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n').pause();
    await untilClosed(1);
    expect(ends[0]?.bytesWritten).toBeGreaterThan(0);
    expect(await works()).toBe(true);
  });

  it('give way to somebody who comes, the oldest first, when they have taken all places (4,000 silent ones kept everybody out)', async () => {
    await serve({ connectionsMax: 3 });
    const gone: number[] = [];
    for (let place = 0; place < 3; place++) {
      const silent = call('');
      silent.resume().once('end', () => gone.push(place));
      while (ends.length <= place) await new Promise((next) => setImmediate(next));
    }
    expect(await works()).toBe(true);
    await untilClosed(1);
    expect(gone).toEqual([0]);
  });
});
