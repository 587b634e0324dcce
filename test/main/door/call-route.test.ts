import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callRoute } from '../../../main/door/call-route.ts';
import { DOOR_LIMITS, type DoorLimits, KeyLoads } from '../../../main/door/key-load.ts';
import { isConsoleOnly, isOpen, neededFor } from '../../../main/door/system-methods.ts';
import { takesRequestId } from '../../../main/door/with-request-id.ts';
import type { ConsoleSession } from '../../../main/hub/connection.ts';
import type { HubMethods } from '../../../main/hub/hub-methods.ts';
import { type ConsoleServer, type HttpLimits, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { assert } from '../../../shared/assert.ts';
import { MESSAGE_BYTES_MAX } from '../../../shared/bounds.ts';
import { contract } from '../../../shared/contract.ts';
import { METHOD_NAMES } from '../../../shared/method-names.ts';
import { refuse } from '../../../shared/refusals.ts';
import type { SystemCalls } from '../../../shared/system-rights.ts';
import { IDENTITY } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';
import { EXAMPLES } from '../transport/examples.ts';
import { callDoor, testKeys } from './support/door-client.ts';

let hub: SmallHub;
let log: KeptLog;
let root = '';
let server: ConsoleServer;
let keys: ReturnType<typeof testKeys>;
/** What the hub process answers itself, where a test says how. */
let methods: Partial<HubMethods>;
/** Steady milliseconds. */
let nowMs: number;

async function serve(limits: Partial<DoorLimits> = {}, http: Partial<HttpLimits> = {}): Promise<void> {
  const dispatcher = createDispatcher({ hub, methods: hub.methods(methods), log });
  const loads = new KeyLoads({ ...DOOR_LIMITS, ...limits }, () => nowMs);
  const routes = [callRoute({ dispatcher, keyOf: keys.keyOf, loads })];
  server = await serveConsole({ host: '127.0.0.1', port: 0, root, hub, live: liveOf(hub), dispatcher, identity: IDENTITY, routes, http });
}

beforeEach(() => {
  hub = new SmallHub();
  log = new KeptLog();
  keys = testKeys();
  methods = {};
  nowMs = 0;
  root = mkdtempSync(join(tmpdir(), 'aisle-door-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const call: (...rest: Parameters<typeof callDoor> extends [string, ...infer Rest] ? Rest : never) => ReturnType<typeof callDoor> = (
  ...rest
) => callDoor(server.address, ...rest);

describe('a call of another system', () => {
  it('reaches the hub as done by the system, under its Idempotency-Key', async () => {
    await serve();
    hub.answer = () => ({ bookingId: 7 });
    const answered = await call('holds.extend', { bookingId: 7 }, { key: 'order-0007' });
    expect(answered).toMatchObject({ status: 200, body: { bookingId: 7 } });
    expect(answered.headers.get('cache-control')).toBe('no-store');
    expect(hub.reached).toEqual([
      {
        name: 'holds.extend',
        input: { requestId: 'order-0007', bookingId: 7 },
        actor: { user: 'system:CRM-1', role: 'agent', desk: 'CRM-1' },
      },
    ]);
  });

  it.each(METHOD_NAMES)('%s: good inputs reach the hub, or are for a console alone', async (name) => {
    await serve();
    for (const example of EXAMPLES[name]) {
      hub.reached.length = 0;
      const { requestId, ...rest } = example as { requestId?: string };
      const answered = await call(name, rest, { as: 'supervisor', ...(requestId === undefined ? {} : { key: requestId }) });
      if (isConsoleOnly(name)) {
        expect(answered).toMatchObject({ status: 403, body: { code: 'CONSOLE_ONLY', details: { method: name } } });
        expect(hub.reached).toEqual([]);
      } else {
        expect(answered).toMatchObject({ status: 200, body: {} });
        const actor = { user: 'system:OPS-1', role: 'supervisor', desk: 'OPS-1' };
        expect(hub.reached).toEqual([{ name, input: contract[name].input.parse(example), actor }]);
      }
    }
  });

  it('every command has a request id, so that it is done once', () => {
    expect(METHOD_NAMES.filter((name) => contract[name].kind === 'command' && !takesRequestId(name))).toEqual([]);
  });

  it.each<[string, Parameters<typeof callDoor>[3], number, string]>([
    ['without a key', { as: null }, 401, 'KEY_NEEDED'],
    ['with a wrong key', { as: null, headers: { Authorization: 'Bearer sys-agent.other' } }, 401, 'KEY_NEEDED'],
    ['with a name and password', { as: null, headers: { Authorization: 'Basic YTpi' } }, 401, 'KEY_NEEDED'],
    ['with a key for the feeds', { as: 'reader' }, 403, 'SYSTEM_MAY_NOT'],
    ['with a key that sells', { as: 'agent' }, 403, 'SYSTEM_MAY_NOT'],
    ['with a key that supervises', { as: 'supervisor' }, 200, ''],
  ])('%s', async (_, options, status, code) => {
    await serve();
    const answered = await call('settings.set', { name: 'holdMinutes', value: 5 }, { key: 'request-0001', ...options });
    expect(answered.status).toBe(status);
    if (code) expect(answered.body).toMatchObject({ code, status });
    expect(answered.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="Aisle"' : null);
    expect(hub.reached.length).toBe(status === 200 ? 1 : 0);
  });

  it.each<[SystemCalls, string[]]>([
    ['nothing', []],
    ['reads', ['holds.ofDesk']],
    ['sells', ['holds.ofDesk', 'holds.extend']],
    ['supervises', ['holds.ofDesk', 'holds.extend', 'settings.set']],
  ])('a key that may call “%s” reaches %j and no more', async (calls, reached) => {
    await serve();
    keys.allow('agent', { calls, feeds: true, callsPerSecond: 100 });
    const asked = { 'holds.ofDesk': {}, 'holds.extend': { bookingId: 1 }, 'settings.set': { name: 'holdMinutes', value: 5 } };
    for (const [method, input] of Object.entries(asked)) {
      const answered = await call(method, input, { key: 'request-0001' });
      if (reached.includes(method)) expect(answered.status).toBe(200);
      else expect(answered).toMatchObject({ status: 403, body: { code: 'SYSTEM_MAY_NOT', details: { what: `call ${method}` } } });
    }
    expect(hub.reached.map(({ name }) => name)).toEqual(reached);
  });

  it('a method is open to no system before somebody has said what it needs, and what only reads changes nothing', () => {
    for (const name of METHOD_NAMES.filter(isOpen)) {
      const { kind, access } = contract[name];
      const needed = neededFor(name);
      expect([name, access]).toEqual([name, needed === 'supervises' ? 'supervisor' : 'agent']);
      if (kind === 'command') expect([name, needed]).not.toEqual([name, 'reads']);
    }
  });

  it('a key that is revoked opens nothing any more', async () => {
    await serve();
    expect((await call('holds.ofDesk', {})).status).toBe(200);
    keys.revoke('agent');
    expect((await call('holds.ofDesk', {})).status).toBe(401);
  });

  it('a refusal is a problem: its sentence, what to do next and all that it tells', async () => {
    await serve();
    const { refusal } = refuse('SEAT_HELD', { seat: '12A', flight: 'B6 101', desk: 'T1-04', until: 1_000, nextBest: ['12B'] });
    hub.executeJson = async () => JSON.stringify({ ok: false, refusal });
    const answered = await call('holds.extend', { bookingId: 1 }, { key: 'request-0001' });
    expect(answered.headers.get('content-type')).toBe('application/problem+json');
    expect(answered).toMatchObject({
      status: 409,
      body: {
        type: 'urn:aisle:problem:SEAT_HELD',
        title: 'Seat held',
        status: 409,
        detail: 'Seat 12A on B6 101 is held by desk T1-04 until 00:00:01 Z.',
        code: 'SEAT_HELD',
        next: 'Next best: 12B.',
        details: refusal.details,
      },
    });
  });
});

describe('Idempotency-Key', () => {
  it.each<[string, string, unknown, string | undefined, string]>([
    ['is needed where something changes', 'holds.extend', { bookingId: 1 }, undefined, 'Idempotency-Key: is missing.'],
    [
      'is not made up from the body',
      'holds.extend',
      { requestId: 'request-0001', bookingId: 1 },
      undefined,
      'Idempotency-Key: is missing.',
    ],
    ['is not empty', 'holds.extend', { bookingId: 1 }, '', 'Idempotency-Key: is missing.'],
    ['is long enough', 'holds.extend', { bookingId: 1 }, 'short', 'Idempotency-Key: is 8 to 64 letters, digits, - or _.'],
    ['is one', 'holds.extend', { bookingId: 1 }, 'request-0001, request-0002', 'Idempotency-Key: is 8 to 64 letters, digits, - or _.'],
    [
      'is that of the body',
      'holds.extend',
      { requestId: 'request-0002', bookingId: 1 },
      'request-0001',
      'Idempotency-Key: is another than requestId in the body.',
    ],
    ['needs an object beside it', 'holds.extend', [1], 'request-0001', 'input: must be of kind object.'],
  ])('%s', async (_, method, input, key, detail) => {
    await serve();
    const answered = await call(method, input, key === undefined ? {} : { key });
    expect(answered).toMatchObject({ status: 400, body: { code: 'INPUT_INVALID', detail } });
    expect(hub.reached).toEqual([]);
  });

  it.each<[string, string, unknown, string]>([
    ['stands in the body too', 'holds.extend', { requestId: 'request-0001', bookingId: 1 }, 'request-0001'],
    ['is written in quotes', 'holds.extend', { bookingId: 1 }, '"request-0001"'],
    ['comes with a question, which needs none', 'holds.ofDesk', {}, 'whatever it is'],
  ])('is taken where it %s', async (_, method, input, key) => {
    await serve();
    expect((await call(method, input, { key })).status).toBe(200);
    expect(hub.reached.length).toBe(1);
  });
});

/** `[[[...]]]` */
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('what is not a call', () => {
  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['a form', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'BODY_TYPE'],
    ['plain text', '{}', { 'Content-Type': 'text/plain' }, 415, 'BODY_TYPE'],
    ['JSON in Latin-1', '{}', { 'Content-Type': 'application/json; charset=iso-8859-1' }, 415, 'BODY_TYPE'],
    ['a compressed body', gzipSync('{}'), { 'Content-Encoding': 'gzip' }, 415, 'BODY_ENCODED'],
    ['half an object', '{"from":', {}, 400, 'INPUT_INVALID'],
    ['nothing', '', {}, 400, 'INPUT_INVALID'],
    ['two objects', '{}{}', {}, 400, 'INPUT_INVALID'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}, 400, 'INPUT_INVALID'],
    ['UTF-16', Buffer.from('{}', 'utf16le'), {}, 400, 'INPUT_INVALID'],
    ['a list', '[]', {}, 400, 'INPUT_INVALID'],
    ['deep nesting', nested(500_000), {}, 400, 'INPUT_INVALID'],
    ['what every object has', '{"__proto__":{"role":"supervisor"}}', {}, 400, 'INPUT_INVALID'],
    ['too much', 'x'.repeat(MESSAGE_BYTES_MAX + 1), {}, 413, 'MESSAGE_TOO_LARGE'],
    ['a field too many', '{"extra":1}', {}, 400, 'INPUT_INVALID'],
  ])('%s is refused clearly, and the next call is answered', async (_, body, headers, status, code) => {
    await serve();
    const answered = await call('holds.ofDesk', body, { headers });
    expect(answered).toMatchObject({ status, body: { code, status } });
    expect(hub.reached).toEqual([]);
    expect((await call('holds.ofDesk', {})).status).toBe(200);
    expect(log.lines).toEqual([]);
  });

  it.each(['application/json', 'application/json;charset=utf-8', 'Application/JSON; charset="UTF-8"'])('%s is JSON', async (type) => {
    await serve();
    expect((await call('holds.ofDesk', {}, { headers: { 'Content-Type': type } })).status).toBe(200);
  });

  it.each(['', 'flights.destroy', '__proto__', 'constructor', 'holds.ofDesk/', 'holds%2EofDesk', '<b>', '../v1/holds.ofDesk/..'])(
    'no method is called %j',
    async (method) => {
      await serve();
      const answered = await call(method, {});
      expect(answered.status).toBe(404);
      expect(JSON.stringify(answered.body)).not.toContain('<b>');
    },
  );

  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('%s is no way to call', async (method) => {
    await serve();
    const response = await fetch(`${server.address}/v1/holds.ofDesk`, { method, headers: { Authorization: 'Bearer sys-agent.secret' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(hub.reached).toEqual([]);
  });

  it('a page of another site calls nothing, and is told nothing that a browser would show it', async () => {
    await serve();
    const headers = { Origin: 'https://elsewhere.example' };
    const answered = await call('holds.ofDesk', {}, { headers });
    const preflight = await fetch(`${server.address}/v1/holds.ofDesk`, {
      method: 'OPTIONS',
      headers: { ...headers, 'Access-Control-Request-Method': 'POST' },
    });
    expect([answered.status, preflight.status]).toEqual([403, 403]);
    for (const each of [answered.headers, preflight.headers]) {
      expect([...each.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(each.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    expect(hub.reached).toEqual([]);
  });

  it('a body that never comes is not waited for', async () => {
    await serve({}, { requestMs: 100 });
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    const head = ['POST /v1/holds.ofDesk HTTP/1.1', `Host: ${hostname}:${port}`, 'Authorization: Bearer sys-agent.secret'];
    socket.write([...head, 'Content-Type: application/json', 'Content-Length: 10', '', '{'].join('\r\n'));
    await new Promise((gone) =>
      socket
        .on('error', () => {})
        .on('close', gone)
        .resume(),
    );
    expect(hub.reached).toEqual([]);
    expect((await call('holds.ofDesk', {})).status).toBe(200);
  });

  it('a body that is too large is not read to its end', async () => {
    await serve();
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    const head = ['POST /v1/holds.ofDesk HTTP/1.1', `Host: ${hostname}:${port}`, 'Authorization: Bearer sys-agent.secret'];
    socket.write([...head, 'Content-Type: application/json', 'Transfer-Encoding: chunked', '', ''].join('\r\n'));
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    let open = true;
    let said = '';
    const gone = new Promise((done) =>
      socket
        .on('error', () => {})
        .on('data', (data) => (said += data))
        .on('close', done),
    ).then(() => (open = false));
    let sent = 0;
    while (open && sent < 64 * MESSAGE_BYTES_MAX) {
      sent += chunk.length;
      if (!socket.write(chunk)) await Promise.race([new Promise((drained) => socket.once('drain', drained)), gone]);
    }
    await gone;
    expect(said === '' || said.includes('413')).toBe(true);
    expect(sent).toBeLessThan(64 * MESSAGE_BYTES_MAX);
  });
});

describe('how much a key may ask', () => {
  it('so many calls a second, and when it may come again; another key is not held up', async () => {
    await serve();
    keys.allow('agent', { calls: 'sells', feeds: false, callsPerSecond: 1 });
    expect((await call('holds.ofDesk', {})).status).toBe(200);
    expect((await call('holds.ofDesk', {})).status).toBe(200);
    const refused = await call('holds.ofDesk', {});
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_CALLS' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await call('holds.ofDesk', {}, { as: 'supervisor' })).status).toBe(200);
    nowMs += 1_000;
    expect((await call('holds.ofDesk', {})).status).toBe(200);
    expect((await call('holds.ofDesk', {})).status).toBe(429);
    keys.allow('agent', { calls: 'sells', feeds: false, callsPerSecond: 2 });
    expect((await call('holds.ofDesk', {})).status, 'a supervisor has said more').toBe(200);
  });

  it('so many calls at a time, over all its connections', async () => {
    await serve({ callsOpenMax: 1 });
    const { promise: open, resolve: finish } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    hub.askJson = async () => {
      begin();
      await open;
      return '{"ok":true,"value":{"holds":[]}}';
    };
    const first = call('holds.ofDesk', {});
    await begun;
    const second = await call('holds.ofDesk', {});
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    finish();
    expect(await first).toMatchObject({ status: 200, body: { holds: [] } });
    expect((await call('holds.ofDesk', {})).status).toBe(200);
  });

  it('who has gone away stands in no line any more', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<ConsoleSession>();
    methods = {
      async 'queue.status'({ session }) {
        assert(session, 'a system has one');
        begin(session);
        while (session.connection) await new Promise((next) => setImmediate(next));
        return refuse('HUB_BUSY');
      },
    };
    await serve();
    const leaves = new AbortController();
    const asked = fetch(`${server.address}/v1/queue.status`, {
      ...{ method: 'POST', body: '{}', signal: leaves.signal },
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer sys-agent.secret' },
    });
    const session = await begun;
    expect(session.connection).toBeDefined();
    leaves.abort();
    await expect(asked).rejects.toThrow('aborted');
    await expect.poll(() => session.connection).toBeUndefined();
  });
});

it('what breaks inside is told by a number, and nothing of the call is logged', async () => {
  await serve();
  hub.askJson = async () => {
    throw new Error('SMITH/JOHN');
  };
  const answered = await call('bookings.find', { anyOf: [{ by: 'name', name: 'SMITH/JOHN' }] });
  expect(answered).toMatchObject({ status: 500, body: { code: 'NOT_DONE' } });
  expect(log.lines.length).toBe(1);
  expect(log.lines.join()).not.toMatch(/SMITH|secret/);
});
