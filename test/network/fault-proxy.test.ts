import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../main/seeded-random.ts';
import { CLEAR, FaultProxy } from './fault-proxy.ts';

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
    expect(proxy.lost).toBeGreaterThan(0);
  });

  test('tells nobody of a silence: open connections stay open, new ones are never answered, and all that was said arrives after it', async () => {
    const before = await open();
    before.socket.write('a');
    await expect.poll(before.heard).toBe('a');
    proxy.line = { ...CLEAR, silent: true };
    before.socket.write('b');
    const during = await open();
    during.socket.write('c');
    // A connection that was made later has its answer by way of the same computer, so the others would have had theirs.
    const around = connect((echo.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(around);
    around.write('d');
    await once(around, 'data');
    expect([before.heard(), before.closed(), during.heard(), during.closed(), proxy.connections]).toEqual(['a', false, '', false, 1]);
    before.socket.write('e');
    proxy.line = CLEAR;
    await expect.poll(before.heard).toBe('abe');
    await expect.poll(during.heard).toBe('c');
  });

  test('brings what somebody said in a silence, also when they gave up meanwhile', async () => {
    proxy.line = { ...CLEAR, silent: true };
    const heard = new Promise<string>((told) => echo.once('connection', (socket) => socket.once('data', (bytes) => told(String(bytes)))));
    const { socket, closed } = await open();
    socket.end('late');
    socket.destroySoon();
    await expect.poll(closed).toBe(true);
    proxy.line = CLEAR;
    expect(await heard).toBe('late');
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
    const atHub = once(echo, 'connection') as Promise<[Socket]>;
    const dead = await open();
    dead.socket.write('a');
    await expect.poll(dead.heard).toBe('a');
    proxy.pullCables();
    dead.socket.write('b');
    const fresh = await open();
    fresh.socket.write('c');
    await expect.poll(fresh.heard).toBe('c');
    expect([dead.heard(), dead.closed(), proxy.foundDeadByHub]).toEqual(['a', false, 0]);
    // The hub gives it up by itself, and the console does not hear of that either.
    (await atHub)[0].destroy();
    await expect.poll(() => proxy.foundDeadByHub).toBe(1);
    expect(dead.closed()).toBe(false);
  });
});
