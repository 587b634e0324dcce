import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';
import { frameBytes, textFrame } from './frame-bytes.ts';
import { HubUnderFire } from './hub-under-fire.ts';

let hub: HubUnderFire;
beforeAll(async () => {
  hub = await HubUnderFire.start();
});
afterAll(async () => {
  expect(hub.complaints).toEqual([]);
  await hub.stop();
});

const HELLO = (port: number): string =>
  `GET /socket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
const MEBIBYTE = 1_048_576;

/** A WebSocket without a client's manners: connected, past the greeting. */
async function rude() {
  const socket = hub.socket();
  socket.write(HELLO(hub.port));
  await new Promise((next) => socket.once('data', next));
  socket.resume();
  const gone = new Promise<void>((done) => socket.once('end', done).once('close', done));
  return { socket, gone };
}

/** Somebody who means no harm is served meanwhile, and so is somebody who comes now. */
async function othersAreServed(desk: string): Promise<void> {
  expect((await hub.inside.call('settings.get', {})).ok).toBe(true);
  const newcomer = await hub.signIn(desk);
  expect((await newcomer.call('holds.ofDesk', {})).ok).toBe(true);
  await newcomer.close();
}

describe('a hub under fire', () => {
  test('cuts off whoever goes on flooding, with calls, nonsense or messages too large, and serves the others', async () => {
    const before = hub.residentBytes;
    const call = textFrame('{"id":1,"method":"session.state","input":{}}');
    const nonsense = textFrame('nonsense');
    const ping = frameBytes({ opcode: 9, fin: true, reserved: 0, masked: true, payload: Buffer.alloc(125) });
    const large = frameBytes({ opcode: 1, fin: true, reserved: 0, masked: true, payload: Buffer.alloc(MESSAGE_BYTES_MAX + 1, 0x20) });
    const floods = await Promise.all(
      [call, call, nonsense, nonsense, large].map(async (frame) => {
        const { socket, gone } = await rude();
        const many = Buffer.concat(Array.from({ length: frame === large ? 2 : 500 }, () => frame));
        let over = false;
        void gone.then(() => {
          over = true;
        });
        while (!over) if (!socket.write(many)) await Promise.race([gone, new Promise((next) => socket.once('drain', next))]);
        return 'cut off';
      }),
    );
    expect(floods).toHaveLength(5);
    // Pings are the protocol's own and cost a pong each; whoever sends ten thousand and reads them is served.
    const pinger = await rude();
    pinger.socket.write(Buffer.concat(Array.from({ length: 10_000 }, () => ping)));
    await othersAreServed('T1-31');
    expect((hub.residentBytes - before) / MEBIBYTE).toBeLessThan(150);
  });

  test('lets a newcomer in while strangers hold every place', async () => {
    const before = hub.residentBytes;
    for (let hundreds = 0; hundreds < 13; hundreds++) await Promise.all(Array.from({ length: 100 }, rude));
    await othersAreServed('T1-32');
    expect((hub.residentBytes - before) / MEBIBYTE).toBeLessThan(150);
  });

  test('lets go of everybody who connects and says nothing, or never comes to an end', async () => {
    const texts = [
      '',
      'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ',
      HELLO(hub.port).slice(0, -2),
      `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\n`,
      HELLO(hub.port).replace('GET /socket', 'GET /elsewhere'),
      HELLO(hub.port).replace('Connection', 'Origin: http://evil.example\r\nConnection'),
    ];
    const begin = (text: string) => {
      const socket = hub.socket();
      socket.write(text);
      socket.resume();
      return { socket, ended: new Promise((done) => socket.once('end', done).once('close', done)) };
    };
    const callers = Array.from({ length: 300 }, (_, place) => begin(texts[place % texts.length] ?? ''));
    // One that sends its headers a letter at a time, for as long as it is let.
    const slow = begin('GET / HTTP/1.1\r\nX: ');
    const drip = setInterval(() => slow.socket.write('X'), 200);
    await othersAreServed('T1-33');
    await Promise.all([...callers, slow].map(({ ended }) => ended));
    clearInterval(drip);
    await othersAreServed('T1-34');
  });

  test('cuts off a console that asks for much and reads nothing, before it costs much memory', async () => {
    const before = hub.residentBytes;
    const { socket, gone } = await rude();
    const signIn = { requestId: 'sign-in-slow', user: 'weber', pin: '2210' };
    socket.write(textFrame(JSON.stringify({ id: 1, method: 'session.signIn', input: signIn })));
    await new Promise((next) => socket.once('data', next));
    socket.pause();
    const date = new Date(Date.now()).toISOString().slice(0, 10);
    let most = 0;
    for (let id = 2; id < 40; id++) {
      socket.write(textFrame(JSON.stringify({ id, method: 'flights.board', input: { from: null, date } })));
      if (id % 4 === 0) expect((await hub.inside.call('settings.get', {})).ok).toBe(true);
      most = Math.max(most, hub.residentBytes);
    }
    await othersAreServed('T1-36');
    expect((most - before) / MEBIBYTE).toBeLessThan(300);
    socket.resume();
    await gone;
  });
});
