import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorRoutes } from '../../../main/door/door-routes.ts';
import { type ConsoleServer, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { MESSAGE_BYTES_MAX } from '../../../shared/bounds.ts';
import { IDENTITY } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';
import { bearer, testKeys } from './support/door-client.ts';

/** Whatever another system does wrong is answered as a problem, by the method that it called, by the door, or by the server under it. */

let root = '';
let server: ConsoleServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'aisle-errors-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
  const hub = new SmallHub();
  const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
  const look = async () => ({ ok: true, value: {} }) as never;
  const routes = doorRoutes({ hub: Object.assign(hub, { look }), dispatcher, keyOf: testKeys().keyOf });
  const served = { host: '127.0.0.1', port: 0, root, identity: IDENTITY, http: { requestMs: 200 } };
  server = await serveConsole({ ...served, hub, live: liveOf(hub), dispatcher, routes });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** Sends bytes, and reads what is answered until the connection ends. */
async function send(...parts: string[]) {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  const text = await new Promise<string>((done) => {
    let said = '';
    socket
      .on('error', () => {})
      .on('data', (data) => (said += data))
      .on('close', () => done(said));
    for (const part of parts) socket.write(part);
  });
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [status = '', ...lines] = head.split('\r\n');
  const headers = new Map(lines.map((line) => line.split(': ', 2) as [string, string]).map(([name, said]) => [name.toLowerCase(), said]));
  const body = rest.join('\r\n\r\n');
  return { status: Number(status.split(' ')[1]), type: headers.get('content-type'), headers, body };
}

const HOST = 'Host: 127.0.0.1';
const KEY = `Authorization: ${bearer('agent')}`;
const JSON_TYPE = 'Content-Type: application/json';
/** A request as it is written, whose connection ends with its answer. */
const request = (line: string, headers: readonly string[], body = ''): string =>
  [`${line} HTTP/1.1`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body].join('\r\n');
const call = (headers: readonly string[], body: string): string => request('POST /v1/holds.ofDesk', [HOST, KEY, ...headers], body);

describe('is answered as a problem', () => {
  it.each<[string, string, number, string | undefined]>([
    ['a method that there is not', request('POST /v1/holds.sell', [HOST, KEY]), 404, 'METHOD_UNKNOWN'],
    ['no method', request('POST /v1', [HOST, KEY]), 404, undefined],
    ['no feed of this name', request('GET /feeds/bookings', [HOST, KEY]), 404, undefined],
    ['the feeds themselves', request('GET /feeds', [HOST, KEY]), 404, undefined],
    ['a description that is not there', request('GET /openapi', [HOST]), 404, undefined],
    ['GET instead of POST', request('GET /v1/holds.ofDesk', [HOST, KEY]), 405, undefined],
    ['PATCH', request('PATCH /v1/holds.ofDesk', [HOST, KEY]), 405, undefined],
    ['OPTIONS', request('OPTIONS /v1/holds.ofDesk', [HOST, KEY]), 405, undefined],
    ['POST to a feed', request('POST /feeds/journal', [HOST, KEY]), 405, undefined],
    ['POST to the description', request('POST /openapi.json', [HOST]), 405, undefined],
    ['no key', request('POST /v1/holds.ofDesk', [HOST]), 401, 'KEY_NEEDED'],
    ['no key for a feed', request('GET /feeds/journal', [HOST]), 401, 'KEY_NEEDED'],
    ['a query that no feed has', request('GET /feeds/journal?since=1', [HOST, KEY]), 400, 'INPUT_INVALID'],
    ['a body that is no JSON', call([JSON_TYPE], '{'), 400, 'INPUT_INVALID'],
    ['no body', call([JSON_TYPE], ''), 400, 'INPUT_INVALID'],
    ['a body of another type', call(['Content-Type: text/plain'], '{}'), 415, 'BODY_TYPE'],
    ['a body that is compressed', call([JSON_TYPE, 'Content-Encoding: gzip'], '{}'), 415, 'BODY_ENCODED'],
    ['a method for a console', request('POST /v1/session.signIn', [HOST, KEY]), 403, 'CONSOLE_ONLY'],
    ['what the key may not', request('POST /v1/settings.set', [HOST, KEY]), 403, 'SYSTEM_MAY_NOT'],
    ['another name of the hub', request('POST /v1/holds.ofDesk', ['Host: elsewhere.example', KEY]), 403, undefined],
    ['no name of the hub', request('POST /v1/holds.ofDesk', [KEY]), 400, undefined],
    ['an expectation', call([JSON_TYPE, 'Expect: a-miracle'], '{}'), 417, undefined],
    ['headers that are too large', call([`X-More: ${'x'.repeat(20_000)}`], ''), 431, undefined],
    ['a header that is broken', call(['No header at all'], ''), 400, undefined],
    ['two lengths', call(['Content-Length: 7'], '{}'), 400, undefined],
    ['no HTTP', 'HELLO\r\n\r\n', 400, undefined],
  ])('%s', async (_, text, status, code) => {
    const answered = await send(text);
    expect([answered.status, answered.type]).toEqual([status, 'application/problem+json']);
    const problem = JSON.parse(answered.body) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(/\.$/) });
    if (code) expect(problem).toMatchObject({ code, type: `urn:aisle:problem:${code}` });
    else expect(problem).toMatchObject({ type: 'about:blank', title: STATUS_CODES[status] });
    if (status === 405) expect(answered.headers.get('allow')).toMatch(/GET|POST/);
  });

  it('a body that is too large, before it is sent', async () => {
    const head = ['POST /v1/holds.ofDesk HTTP/1.1', HOST, KEY, JSON_TYPE, `Content-Length: ${MESSAGE_BYTES_MAX + 1}`, '', '{'];
    const answered = await send(head.join('\r\n'));
    expect([answered.status, answered.type]).toEqual([413, 'application/problem+json']);
    expect(JSON.parse(answered.body)).toMatchObject({ code: 'MESSAGE_TOO_LARGE' });
  });

  it('headers, or a body, that do not come in time', async () => {
    const head = ['POST /v1/holds.ofDesk HTTP/1.1', HOST, KEY, JSON_TYPE, 'Content-Length: 10'];
    for (const text of [head.join('\r\n'), [...head, '', '{'].join('\r\n')]) {
      const answered = await send(text);
      expect([answered.status, answered.type]).toEqual([408, 'application/problem+json']);
    }
  });
});

it('a program that offers HTTP/2 with its call is answered over HTTP/1.1', async () => {
  const offers = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA'];
  const text = ['POST /v1/holds.ofDesk HTTP/1.1', HOST, KEY, JSON_TYPE, ...offers, 'Content-Length: 2', '', '{}'].join('\r\n');
  const ended = request('GET /v1/holds.ofDesk', [HOST]);
  expect(await send(text, ended)).toMatchObject({ status: 200, type: 'application/json' });
});

it('a page that is not there is told to a browser as text', async () => {
  const response = await fetch(`${server.address}/nowhere.html`);
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
});
