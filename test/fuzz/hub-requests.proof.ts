import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HubUnderFire } from './hub-under-fire.ts';

let hub: HubUnderFire;
beforeAll(async () => {
  hub = await HubUnderFire.start();
});
afterAll(async () => {
  expect((await hub.inside.call('settings.get', {})).ok).toBe(true);
  expect(hub.complaints).toEqual([]);
  await hub.stop();
});

const statusOf = (heard: string): string => /^HTTP\/1\.1 (\d{3}) /.exec(heard)?.[1] ?? 'closed';
const get = (lines: readonly string[]) => hub.say(`${['GET / HTTP/1.1', ...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
const upgrade = (lines: readonly string[]) =>
  hub.say(
    `${['GET /socket HTTP/1.1', ...lines, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='].join('\r\n')}\r\n\r\n`,
  );

/** `PORT` stands for the hub's own. */
const here = (text: string): string => text.replaceAll('PORT', String(hub.port));

describe('names that are not the hub, as when a site points its own here, and origins that are not its page', () => {
  test.each([
    ['Host: evil.example'],
    ['Host: evil.example:PORT'],
    ['Host: 127.0.0.1.evil.example:PORT'],
    ['Host: localhost.evil.example:PORT'],
    ['Host: evil.example@127.0.0.1:PORT'],
    ['Host: 127.0.0.1:PORT@evil.example'],
    ['Host: 127.0.0.1:PORT/evil.example'],
    ['Host: 127.0.0.1:PORT, evil.example'],
    ['Host: 127.0.0.1:PORT evil.example'],
    ['Host: 127.0.0.1:999999'],
    ['Host: 127.0.0.1:'],
    ['Host: 127.0.0.1:-1'],
    ['Host: localhost.:PORT'],
    ['Host: 127.1:PORT'],
    ['Host: 2130706433:PORT'],
    ['Host: 0x7f000001:PORT'],
    ['Host: 0.0.0.0:PORT'],
    ['Host: 127.0.0.2:PORT'],
    ['Host: [::]:PORT'],
    ['Host: [::2]:PORT'],
    ['Host: [::ffff:127.0.0.1]:PORT'],
    ['Host: [::1%25lo]:PORT'],
    ['Host: [::1'],
    ['Host: ::1'],
    ['Host: '],
    ['X-Forwarded-Host: 127.0.0.1:PORT'],
    ['Host: 127.0.0.1:PORT', 'Origin: null'],
    ['Host: 127.0.0.1:PORT', 'Origin: '],
    ['Host: 127.0.0.1:PORT', 'Origin: http://evil.example'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://evil.example:PORT'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:1'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT1'],
    ['Host: 127.0.0.1:PORT', 'Origin: https://127.0.0.1:PORT'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://localhost:PORT'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://[::1]:PORT'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT/'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT.evil.example'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT http://evil.example'],
    ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT@evil.example'],
    ['Host: [::1]:PORT', 'Origin: http://[::1]:1'],
    ['Host: [::1]:PORT', 'Origin: http://127.0.0.1:PORT'],
    ['Host: evil.example', 'Origin: http://evil.example'],
  ])('%s %s', async (...lines) => {
    const sent = lines.filter((line) => line !== undefined).map(here);
    // Without a Host at all Node itself says that the request is none.
    expect(['403', '400']).toContain(statusOf(await get(sent)));
    expect(['403', '400']).toContain(statusOf(await upgrade(sent)));
  });

  test.each([
    ['Host: 127.0.0.1:PORT'],
    ['Host: LOCALHOST:PORT'],
    ['Host: [::1]:PORT', 'Origin: http://[::1]:PORT'],
    ['Host: localhost:PORT', 'Origin: HTTP://LOCALHOST:PORT'],
  ])('but: %s %s', async (...lines) => {
    expect(statusOf(await get(lines.filter((line) => line !== undefined).map(here)))).toBe('200');
  });
});

describe('requests that are odd', () => {
  const HOST = 'Host: 127.0.0.1\r\nConnection: close\r\n';
  test.each([
    '/..',
    '/../package.json',
    '/../../../../../../etc/passwd',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/assets/..%2f..%2fmain%2fhub.js',
    '/assets/..%5c..%5cmain%5chub.js',
    '/%252e%252e/main/hub.js',
    '/..;/main/hub.js',
    '//etc/passwd',
    '/./index.html',
    '/index.html/',
    '/index.html%00.js',
    '/%00',
    '/%c0%ae%c0%ae/main/hub.js',
    '/%ff%fe',
    '/%',
    '/%zz',
    '/.env',
    '/.git/config',
    '/assets',
    '/assets/',
    '/index.html::$DATA',
    '/INDEX.HTML~1',
    `/${'a'.repeat(10_000)}`,
    `/${'../'.repeat(3_000)}etc/passwd`,
    'http://evil.example/',
    'http://127.0.0.1/../main/hub.js',
    '/socket',
    '*',
  ])('GET %s shows nothing', async (path) => {
    expect(['400', '404', 'closed']).toContain(statusOf(await hub.say(`GET ${path} HTTP/1.1\r\n${HOST}\r\n`)));
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND', 'MKCOL', 'PURGE', 'QUERY'])(
    '%s is not served',
    async (method) => {
      const body = method === 'POST' ? 'Content-Length: 3\r\n\r\nabc' : '\r\n';
      expect(statusOf(await hub.say(`${method} / HTTP/1.1\r\n${HOST}${body}`))).toBe('405');
    },
  );

  test.each<[string, string | Buffer]>([
    ['a method that is none', `BREW / HTTP/1.1\r\n${HOST}\r\n`],
    ['a method in small letters', `get / HTTP/1.1\r\n${HOST}\r\n`],
    ['a tunnel', `CONNECT 127.0.0.1:22 HTTP/1.1\r\n${HOST}\r\n`],
    ['an older protocol', 'GET /\r\n\r\n'],
    ['a newer protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a secure greeting', Buffer.from('16030100c8010000c40303', 'hex')],
    ['two lengths', `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    [
      'a length and chunks',
      `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n${HOST}\r\n`,
    ],
    ['a header folded', `GET / HTTP/1.1\r\n${HOST}X: a\r\n b\r\n\r\n`],
    ['a header without a name', `GET / HTTP/1.1\r\n${HOST}: x\r\n\r\n`],
    ['a NUL in a header', `GET / HTTP/1.1\r\n${HOST}X: \u0000\r\n\r\n`],
    ['a header of a megabyte', `GET / HTTP/1.1\r\n${HOST}X: ${'x'.repeat(1_000_000)}\r\n\r\n`],
    ['headers without end', `GET / HTTP/1.1\r\n${HOST}${'X: x\r\n'.repeat(50_000)}\r\n`],
    ['a space before the colon', `GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n`],
    ['bytes', Buffer.from(Array.from({ length: 4_096 }, (_, place) => (place * 37) % 256))],
  ])('%s ends the connection without an answer worth having', async (_, bytes) => {
    expect(['400', '403', '404', '405', '431', 'closed']).toContain(statusOf(await hub.say(bytes)));
  });
});
