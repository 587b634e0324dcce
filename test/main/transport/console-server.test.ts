import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { troublePages } from '../../../main/boot/trouble-page.ts';
import { liveMethods } from '../../../main/live/live-methods.ts';
import { Session } from '../../../main/sessions/session.ts';
import { type ConsoleServer, serveConsole, servePages } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import type { WebSocketLimits } from '../../../main/transport/websocket-limits.ts';
import { IDLE_LOCK_MS, MESSAGE_BYTES_MAX } from '../../../shared/bounds.ts';
import { eventSchema, type JournalEvent } from '../../../shared/events.ts';
import { type Notice, noticeSchema } from '../../../shared/notices.ts';
import type { Topic } from '../../../shared/topics.ts';
import { IDENTITY } from '../support/here.ts';
import { httpPage } from '../support/http-page.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub, smallEvent } from '../support/small-hub.ts';

let hub: SmallHub;
let root = '';
let server: ConsoleServer;
let tellAll: (notice: Notice) => void = () => {};
const open: WebSocket[] = [];

async function serve(limits: Partial<WebSocketLimits> = {}): Promise<void> {
  const live = liveOf(hub);
  const methods = hub.methods({
    ...liveMethods(live),
    async 'session.signIn'({ connection }, { user }) {
      const facts = { user, display: user, role: 'agent' as const, desk: 'T1-04', token: 'token' };
      new Session(facts, hub.now()).attach(connection);
      return { ok: true, value: facts };
    },
  });
  const dispatcher = createDispatcher({ hub, methods, log: new KeptLog() });
  const onNotice = (listener: typeof tellAll) => {
    tellAll = listener;
    return () => {};
  };
  server = await serveConsole({ host: '127.0.0.1', port: 0, root, hub, live, dispatcher, identity: IDENTITY, onNotice, limits });
}

beforeEach(() => {
  hub = new SmallHub();
  root = mkdtempSync(join(tmpdir(), 'aisle-console-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await server.close();
  rmSync(root, { recursive: true });
});

/** A console that keeps what it hears and waits for it. */
class TestConsole {
  readonly heard: Record<string, unknown>[] = [];
  readonly socket: WebSocket;
  closed: number | undefined;
  #wake: () => void = () => {};

  constructor(path = '/socket', headers: Record<string, string> = {}, options: ClientOptions = {}) {
    this.socket = new WebSocket(server.address.replace('http', 'ws') + path, { ...options, headers });
    open.push(this.socket);
    this.socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)));
      this.#wake();
    });
    this.socket.on('close', (code) => {
      this.closed = code;
      this.#wake();
    });
    this.socket.on('error', () => {});
  }

  async until(done: () => boolean): Promise<void> {
    while (!done()) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  async hear(find: (each: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    await this.until(() => this.heard.some(find) || this.closed !== undefined);
    const found = this.heard.find(find);
    if (!found) throw new Error(`closed with ${this.closed}`);
    return found;
  }

  call(id: number, method: string, input: unknown, by?: unknown): Promise<Record<string, unknown>> {
    this.socket.send(JSON.stringify({ id, method, input, by }));
    return this.hear((each) => each.id === id);
  }

  /** Every event that came, in order. */
  get events(): JournalEvent[] {
    return this.heard.flatMap((each) => (each.events ?? []) as JournalEvent[]);
  }

  async follow(...topics: Topic[]): Promise<this> {
    await this.call(99, 'console.follow', { topics, after: hub.newestEvent });
    return this;
  }

  async signIn(): Promise<this> {
    await this.hear((each) => each.type === 'hello');
    await this.call(1, 'session.signIn', { requestId: 'request-0001', user: 'agent', pin: '4711' });
    return this;
  }
}

describe('a console over WebSocket', () => {
  it('hears hello first, then gets a reply to each call under its number', async () => {
    await serve();
    hub.newestEvent = 41;
    const client = new TestConsole();
    const first = await client.hear(() => true);
    expect(noticeSchema.parse(first)).toMatchObject({ type: 'hello', protocol: 4, event: 41, now: hub.now() });
    expect(await client.call(7, 'session.state', {})).toEqual({ id: 7, ok: true, value: {} });
    expect(await client.call(8, 'holds.ofDesk', {})).toMatchObject({ id: 8, ok: false, refusal: { code: 'NOT_SIGNED_IN' } });
    await client.signIn();
    expect(await client.call(9, 'holds.ofDesk', {})).toMatchObject({ id: 9, ok: true });
    expect(hub.reached.at(-1)?.actor).toEqual({ user: 'agent', role: 'agent', desk: 'T1-04' });
  });

  it('says on whose account it calls; what is odd there is refused', async () => {
    await serve();
    const client = await new TestConsole().signIn();
    hub.clock.advance(IDLE_LOCK_MS - 1);
    expect(await client.call(2, 'holds.ofDesk', {}, 'robot')).toMatchObject({ ok: false, refusal: { code: 'INPUT_INVALID' } });
    expect(await client.call(3, 'holds.ofDesk', {}, 'person')).toMatchObject({ ok: true });
    hub.clock.advance(1);
    expect(await client.call(4, 'holds.ofDesk', {})).toMatchObject({ ok: true });
    hub.clock.advance(IDLE_LOCK_MS - 1);
    expect(await client.call(5, 'holds.ofDesk', {})).toMatchObject({ refusal: { code: 'SESSION_LOCKED' } });
  });

  it('hears events exactly as the journal has them, in order, once it is signed in and follows something', async () => {
    await serve();
    const [inside, silent, outside] = [await new TestConsole().signIn(), await new TestConsole().signIn(), new TestConsole()];
    await outside.hear((each) => each.type === 'hello');
    await inside.follow();
    hub.tell(smallEvent(1), smallEvent(2));
    hub.tell(smallEvent(3));
    await inside.hear((each) => each.to === 3);
    expect(inside.events).toEqual([smallEvent(1), smallEvent(2), smallEvent(3)]);
    for (const event of inside.events) eventSchema.parse(event);
    for (const other of [silent, outside]) {
      await other.call(2, 'session.state', {});
      expect(other.events).toEqual([]);
    }
  });

  it('hears when the hub is in trouble', async () => {
    await serve();
    const client = await new TestConsole().signIn();
    tellAll({ notice: true, type: 'hub.trouble', problem: 'The store does not answer.', backups: false });
    expect(await client.hear((each) => each.type === 'hub.trouble')).toMatchObject({ problem: 'The store does not answer.' });
  });

  it.each([
    ['no JSON', 'hello?'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['no id', '{"method":"session.state","input":{}}'],
    ['a text as id', '{"id":"7","method":"session.state","input":{}}'],
    ['half an id', '{"id":1.5,"method":"session.state","input":{}}'],
  ])('is told when it sends %s, and goes on', async (_, text) => {
    await serve();
    const client = new TestConsole();
    await client.hear((each) => each.type === 'hello');
    client.socket.send(text);
    expect(await client.hear((each) => each.id === null)).toMatchObject({ id: null, ok: false, refusal: { code: 'INPUT_INVALID' } });
    client.socket.send(Buffer.from(text));
    expect(await client.call(3, 'session.state', {})).toMatchObject({ ok: true });
  });

  it('may call so often, and is told when it may again', async () => {
    await serve({ callsAtOnce: 3, callsPerSecond: 0.001 });
    const client = new TestConsole();
    await client.hear((each) => each.type === 'hello');
    for (const id of [1, 2, 3]) expect(await client.call(id, 'session.state', {})).toMatchObject({ ok: true });
    expect(await client.call(4, 'session.state', {})).toMatchObject({ refusal: { code: 'TOO_MANY_CALLS', details: { seconds: 1_000 } } });
    const other = new TestConsole();
    expect(await other.hear((each) => each.type === 'hello').then(() => other.call(1, 'session.state', {}))).toMatchObject({ ok: true });
  });

  it('may have so many calls open', async () => {
    await serve({ callsOpenMax: 1 });
    const { promise: open, resolve: finish } = Promise.withResolvers<void>();
    hub.askJson = async () => {
      await open;
      return '{"ok":true,"value":{"holds":[]}}';
    };
    const client = new TestConsole();
    await client.signIn();
    client.socket.send(JSON.stringify({ id: 5, method: 'holds.ofDesk', input: {} }));
    expect(await client.call(6, 'holds.ofDesk', {})).toMatchObject({ refusal: { code: 'TOO_MANY_CALLS' } });
    finish();
    expect(await client.hear((each) => each.id === 5)).toMatchObject({ ok: true, value: { holds: [] } });
  });

  it('is closed for a message that is too large; the others go on', async () => {
    await serve();
    const [large, other] = [new TestConsole(), new TestConsole()];
    await large.hear((each) => each.type === 'hello');
    large.socket.send('x'.repeat(MESSAGE_BYTES_MAX + 1));
    await large.until(() => large.closed !== undefined);
    expect(large.closed).toBe(1009);
    await other.hear((each) => each.type === 'hello');
    expect(await other.call(1, 'session.state', {})).toMatchObject({ ok: true });
  });

  it('that does not read gets no more events, and asks anew when it reads again; the others hear all (it was cut off)', async () => {
    await serve({ waitingEventBytesMax: 200_000 });
    const [slow, quick] = [await (await new TestConsole().signIn()).follow(), await (await new TestConsole().signIn()).follow()];
    slow.socket.pause();
    const long = 'x'.repeat(20_000);
    for (let number = 1; number <= 2_000; number++) {
      hub.tell(smallEvent(number, long));
      if (number % 20 === 0) await quick.hear((each) => each.to === number);
    }
    expect(quick.events).toHaveLength(2_000);
    slow.socket.resume();
    await slow.hear((each) => each.resync === true);
    expect(slow.events.length).toBeLessThan(2_000);
    hub.tell(smallEvent(2_001));
    await slow.hear((each) => each.to === 2_001);
    expect(slow.events.at(-1)?.event).toBe(2_001);
    for (const client of [slow, quick]) expect(client.closed).toBeUndefined();
  });

  it('is cut off when replies wait for it and all together wait for too much: the one for which most waits', async () => {
    await serve({ allWaitingBytesMax: 10_000_000 });
    const [slow, quick] = [await new TestConsole().signIn(), await new TestConsole().signIn()];
    hub.askJson = async () => `{"ok":true,"value":{"holds":"${'x'.repeat(1_000_000)}"}}`;
    slow.socket.pause();
    for (let id = 1; id <= 30; id++) {
      slow.socket.send(JSON.stringify({ id, method: 'holds.ofDesk', input: {} }));
      await quick.call(100 + id, 'holds.ofDesk', {});
    }
    slow.socket.resume();
    await slow.until(() => slow.closed !== undefined);
    expect(slow.heard.length).toBeLessThan(30);
    expect(quick.closed).toBeUndefined();
  });

  it('is let go when it no longer answers pings', async () => {
    await serve({ pingMs: 20 });
    // As behind a pulled cable.
    const client = new TestConsole('/socket', {}, { autoPong: false });
    await client.hear((each) => each.type === 'hello');
    await client.until(() => client.closed !== undefined);
    expect(client.closed).toBe(1006);
  });

  it.each([
    ['another site', '/socket', { origin: 'http://evil.example' }],
    ['a name that was pointed here', '/socket', { host: 'evil.example' }],
    ['another path', '/elsewhere', {}],
  ])('is not let in from %s', async (_, path, headers) => {
    await serve();
    const client = new TestConsole(path, headers);
    await client.until(() => client.closed !== undefined);
    expect(client.heard).toEqual([]);
  });

  it('is not let in when there are too many', async () => {
    await serve({ consolesMax: 1 });
    await new TestConsole().signIn();
    const second = new TestConsole();
    await second.until(() => second.closed !== undefined);
    expect(second.heard).toEqual([]);
  });

  it('gives way to another while nobody has signed in, so that strangers keep nobody out', async () => {
    await serve({ consolesMax: 2 });
    const [inside, stranger] = [await new TestConsole().signIn(), new TestConsole()];
    await stranger.hear((each) => each.type === 'hello');
    const late = await new TestConsole().signIn();
    await stranger.until(() => stranger.closed !== undefined);
    for (const client of [inside, late]) expect(await client.call(9, 'holds.ofDesk', {})).toMatchObject({ ok: true });
  });

  it('keeps its place at the sign-in screen when silent ones of its own address want it (they cut off who was signing in)', async () => {
    await serve({ consolesMax: 2 });
    const signingIn = new TestConsole();
    await signingIn.hear((each) => each.type === 'hello');
    expect(await signingIn.call(1, 'session.state', {})).toMatchObject({ ok: true });
    const silent = new TestConsole();
    await silent.hear((each) => each.type === 'hello');
    const next = new TestConsole();
    await next.hear((each) => each.type === 'hello');
    await silent.until(() => silent.closed !== undefined);
    expect(await signingIn.call(2, 'session.state', {})).toMatchObject({ ok: true });
  });

  it.each([
    ['calls', '{"id":1,"method":"session.state","input":{}}'],
    ['nonsense', 'nonsense'],
  ])('is cut off when it goes on flooding with %s after it was told; the others go on', async (_, text) => {
    await serve({ callsAtOnce: 5, callsPerSecond: 0.001, refusalsAtOnce: 20, refusalsPerSecond: 0.001 });
    const [flood, other] = [new TestConsole(), new TestConsole()];
    await flood.hear((each) => each.type === 'hello');
    for (let turn = 0; turn < 500; turn++) flood.socket.send(text);
    await flood.until(() => flood.closed !== undefined);
    const told = flood.heard.filter((each) => (each.refusal as { code?: string } | undefined)?.code === 'TOO_MANY_CALLS');
    expect(told.length).toBeLessThanOrEqual(20);
    expect(hub.reached.length).toBeLessThanOrEqual(5);
    await other.hear((each) => each.type === 'hello');
    expect(await other.call(1, 'session.state', {})).toMatchObject({ ok: true });
  });

  it('is told when the hub shuts down', async () => {
    await serve();
    const client = new TestConsole();
    await client.hear((each) => each.type === 'hello');
    const closing = server.close();
    await client.until(() => client.closed !== undefined);
    expect(client.closed).toBe(1001);
    await closing;
  });

  it('survives what is no WebSocket at all', async () => {
    await serve();
    const { port } = new URL(server.address);
    for (const text of [
      '\u0000\u0001\u0002',
      'GET /socket HTTP/1.1\r\nUpgrade: websocket\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: ${'x'.repeat(70_000)}\r\n\r\n`,
    ]) {
      await new Promise<void>((done) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
        socket.on('error', () => {}).on('close', () => done());
        socket.resume();
      });
    }
    const client = new TestConsole();
    expect(await client.hear((each) => each.type === 'hello')).toBeTruthy();
  });
});

describe('pages', () => {
  it('carry the headers that keep a page to itself', async () => {
    await serve();
    const { status, headers, body } = await httpPage(server.address, '/');
    expect(status).toBe(200);
    expect(body).toContain('<title>Aisle</title>');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['a missing page', '/missing.js', {}, 404],
    ['a write', '/', { method: 'POST' }, 405],
    ['only the headers', '/', { method: 'HEAD' }, 200],
    ['another name', '/', { headers: { host: 'evil.example' } }, 403],
    ["another site's request", '/', { headers: { origin: 'http://evil.example' } }, 403],
    ['a question behind the path', '/?x=1', {}, 200],
  ])('%s', async (_, path, options, status) => {
    await serve();
    const answer = await httpPage(server.address, path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-security-policy']).toBeTruthy();
  });

  it('say what to do when the store cannot be opened, on every path, and as text only', async () => {
    server = await servePages({
      host: '127.0.0.1',
      port: 0,
      made: troublePages({ sentence: 'The store <b> is damaged.', advice: 'Keep the file.' }),
    });
    for (const path of ['/', '/board']) {
      const { body, headers } = await httpPage(server.address, path);
      expect(body).toContain('The store &#60;b&#62; is damaged.');
      expect(headers['content-type']).toContain('text/html');
    }
    expect((await httpPage(server.address, '/trouble.css')).headers['content-type']).toContain('text/css');
  });

  it('are refused with a sentence when the port is taken', async () => {
    await serve();
    const port = Number(new URL(server.address).port);
    await expect(servePages({ host: '127.0.0.1', port, made: {} })).rejects.toThrow(`Port ${port} is in use.`);
  });
});
