import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../main/seeded-random.ts';
import { FaultProxy } from './fault-proxy.ts';

// Says back what it hears.
const echo = createServer((socket) => socket.on('error', () => {}).pipe(socket));
let proxy: FaultProxy;
const sockets: Socket[] = [];
beforeEach(async () => {
  if (!echo.listening) await once(echo.listen(0, '127.0.0.1'), 'listening');
  proxy = await FaultProxy.open(() => (echo.address() as AddressInfo).port, seededRandom(7));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await proxy.close();
});

async function open(): Promise<{ readonly socket: Socket; readonly heard: () => string; readonly closed: () => boolean }> {
  const socket = connect(Number(new URL(proxy.address).port), '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  let closed = false;
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    heard += bytes;
  });
  socket.on('close', () => {
    closed = true;
  });
  await once(socket, 'connect');
  return { socket, heard: () => heard, closed: () => closed };
}

describe('a network that fails', () => {
  test('keeps the order of what it delays and what it loses for a while', async () => {
    proxy.line = { latencyMs: 1, lossPercent: 30 };
    const { socket, heard } = await open();
    const pieces = Array.from({ length: 8 }, (_, at) => `piece ${at};`);
    for (const piece of pieces) {
      socket.write(piece);
      await new Promise((next) => setImmediate(next));
    }
    await expect.poll(heard, { timeout: 30_000 }).toBe(pieces.join(''));
  });

  test('breaks all connections when it is cut, and lets none in until it is mended', async () => {
    const before = await open();
    before.socket.write('a');
    await expect.poll(before.heard).toBe('a');
    proxy.cut();
    await expect.poll(before.closed).toBe(true);
    const during = await open();
    await expect.poll(during.closed).toBe(true);
    proxy.mend();
    const after = await open();
    after.socket.write('b');
    await expect.poll(after.heard).toBe('b');
  });

  test('says nothing to either end when a cable is pulled, and lets a new connection through', async () => {
    const dead = await open();
    dead.socket.write('a');
    await expect.poll(dead.heard).toBe('a');
    proxy.pullCables();
    dead.socket.write('b');
    const fresh = await open();
    fresh.socket.write('c');
    await expect.poll(fresh.heard).toBe('c');
    expect([dead.heard(), dead.closed()]).toEqual(['a', false]);
  });
});
