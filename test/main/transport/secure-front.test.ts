import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectSafely } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Authority, openAuthority } from '../../../main/desks/authority.ts';
import { HubCertificate } from '../../../main/desks/hub-certificate.ts';
import { AddressRefused, type ConsoleServer, serveConsole, servePages } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { FAR_ADDRESS as FAR } from '../../support/far-address.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { IDENTITY } from '../support/here.ts';
import { httpPage } from '../support/http-page.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';

let folder = '';
let server: ConsoleServer;
let serveAt: (host: string, port?: number) => Promise<ConsoleServer>;
let secure: HubCertificate;
let authority: Authority;
let names: ReadonlySet<string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-secure-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Aisle</title>');
  const hub = new SmallHub();
  names = new Set(['127.0.0.1', 'localhost', '[::1]', ...(FAR ? [FAR] : [])]);
  authority = (await openAuthority(join(folder, 'authority'), hub.now())).authority;
  const clock = new FakeClock();
  // A TLS client asks the clock of this computer.
  Object.defineProperty(clock, 'now', { value: () => Date.now() });
  authority = (await openAuthority(join(folder, 'authority-now'), clock.now())).authority;
  const options = {
    authority,
    file: join(folder, 'certificate'),
    names: () => names,
    now: () => clock.now(),
    timer: new FakeTimer(clock),
    log: new KeptLog(),
  };
  secure = await HubCertificate.open(options);
  const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
  serveAt = (host, at = 0) => {
    const served = { host, port: at, root: folder, hub, live: liveOf(hub), identity: IDENTITY };
    return serveConsole({ ...served, dispatcher, secure, http: { requestMs: 400 } });
  };
  server = await serveAt('0.0.0.0');
});
afterEach(async () => {
  await server.close();
  secure.close();
  rmSync(folder, { recursive: true, force: true });
});

const port = () => Number(new URL(server.address).port);
const safePage = (host: string, path: string) =>
  new Promise<{ status: number; body: string }>((done, fail) => {
    const asked = request(`https://${host}:${port()}${path}`, { ca: authority.certificatePem, agent: false }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', fail).end();
  });
/** What a console hears first, or why it was not let in. */
const greeting = (scheme: 'ws' | 'wss', host: string, origin = `${scheme.replace('ws', 'http')}://${host}:${port()}`) =>
  new Promise<string>((done) => {
    const socket = new WebSocket(`${scheme}://${host}:${port()}/socket`, { ca: authority.certificatePem, origin });
    socket.once('message', (data) => {
      done(JSON.parse(String(data)).type);
      socket.terminate();
    });
    socket.once('error', ({ message }) => done(message));
  });

describe('on this computer', () => {
  test('the hub is plain as ever, and speaks TLS to who likes it', async () => {
    expect(server.address).toBe(`http://127.0.0.1:${port()}`);
    expect(await httpPage(server.address, '/')).toMatchObject({ status: 200 });
    expect(await safePage('localhost', '/')).toMatchObject({ status: 200, body: '<!doctype html><title>Aisle</title>' });
    expect(await greeting('ws', '127.0.0.1')).toBe('hello');
    expect(await greeting('wss', '127.0.0.1')).toBe('hello');
  });

  test('a page in clear does not come over TLS, nor the other way round', async () => {
    expect(await greeting('wss', '127.0.0.1', `http://127.0.0.1:${port()}`)).toBe('Unexpected server response: 403');
    expect(await greeting('ws', '127.0.0.1', `https://127.0.0.1:${port()}`)).toBe('Unexpected server response: 403');
  });

  test('what computers are told to trust is there to be fetched', async () => {
    expect(await safePage('127.0.0.1', '/authority.crt')).toEqual({ status: 200, body: authority.certificatePem });
  });
});

describe.skipIf(!FAR)('from elsewhere', () => {
  const far = FAR ?? '';

  test('the hub is reached over TLS alone', async () => {
    expect(server.farAddress).toBe(`https://${far}:${port()}`);
    expect(await safePage(far, '/')).toMatchObject({ status: 200 });
    expect(await greeting('wss', far)).toBe('hello');
  });

  test('who comes in clear gets nothing but what to open', async () => {
    const page = await httpPage(`http://${far}:${port()}`, '/index.html');
    expect(page).toMatchObject({ status: 426, headers: { upgrade: 'TLS/1.2, HTTP/1.1', connection: 'close' } });
    expect(page.body).toBe(`This hub is reached over an encrypted connection alone: open https://${far}:${port()} instead.\n`);
    expect((await httpPage(`http://${far}:${port()}`, '/', { headers: { host: 'evil.example' } })).body).not.toContain('evil');
    expect(await greeting('ws', far)).toBe('Unexpected server response: 426');
  });

  test('a hub that listens on one address is open to its own computer too, where its desk is', async () => {
    await server.close();
    server = await serveAt(far);
    expect([server.address, server.farAddress]).toEqual([`http://127.0.0.1:${port()}`, `https://${far}:${port()}`]);
    expect(await httpPage(server.address, '/')).toMatchObject({ status: 200 });
    expect(await greeting('ws', '127.0.0.1')).toBe('hello');
    expect(await safePage(far, '/')).toMatchObject({ status: 200 });
    expect(await greeting('ws', far)).toBe('Unexpected server response: 426');
    const open = connect(port(), '127.0.0.1');
    const ended = new Promise((done) => open.on('error', () => {}).on('close', done));
    await server.close();
    await ended;
    await expect(httpPage(server.address, '/')).rejects.toThrow('ECONNREFUSED');
    server = await serveAt('0.0.0.0');
  });

  test('a hub at another address of a computer whose port 127.0.0.1 is taken says so, gives the port up, and starts once it is free', async () => {
    await server.close();
    const other = await servePages({ host: '127.0.0.1', port: 0, made: {} });
    const taken = Number(new URL(other.address).port);
    const sentence = `Port ${taken} is free at ${far} and in use at 127.0.0.1, which every hub of this computer needs too. Stop the other one, or start with --port and another number.`;
    await expect(serveAt(far, taken)).rejects.toThrow(new AddressRefused(sentence));
    await other.close();
    server = await serveAt(far, taken);
    expect(await httpPage(server.address, '/')).toMatchObject({ status: 200 });
  });

  test("under a name that is not the hub's it answers nobody, over TLS too", async () => {
    names = new Set(['127.0.0.1', 'localhost', '[::1]', '10.20.4.99']);
    expect((await safePage(far, '/')).status).toBe(200);
    await secure.look();
    await expect(safePage(far, '/')).rejects.toThrow('altnames');
    expect(await greeting('wss', '127.0.0.1')).toBe('hello');
  });
});

describe('connections that come to nothing', () => {
  /** Milliseconds until the hub ends it. */
  const lasts = (say: (socket: ReturnType<typeof connect>) => void) =>
    new Promise<void>((done) => {
      const socket = connect(port(), '127.0.0.1', () => say(socket));
      socket.on('error', () => {}).on('close', () => done());
      socket.resume();
    });

  test.each<[string, (socket: ReturnType<typeof connect>) => void]>([
    ['say nothing', () => {}],
    ['begin a handshake and stop', (socket) => socket.write(Buffer.from([0x16, 0x03]))],
    ['shake hands wrongly', (socket) => socket.write(Buffer.from([0x16, 0x03, 0x01, 0x00, 0x02, 0xff, 0xff]))],
    ['begin a request and stop', (socket) => socket.write('GET / HT')],
    ['speak neither', (socket) => socket.write(Buffer.from([0x00, 0x01, 0x02]))],
  ])('those that %s are ended', async (_, say) => {
    await lasts(say);
    expect(await httpPage(server.address, '/')).toMatchObject({ status: 200 });
  });

  test('TLS of before 1.2 is refused', async () => {
    const refused = new Promise<string>((done) => {
      const socket = connectSafely({
        port: port(),
        host: '127.0.0.1',
        ca: authority.certificatePem,
        maxVersion: 'TLSv1.1',
        minVersion: 'TLSv1',
      });
      socket.once('error', ({ message }) => done(message)).once('secureConnect', () => done('connected'));
    });
    expect(await refused).not.toBe('connected');
  });

  test('silent ones do not hold up the end of the hub', async () => {
    const socket = connect(port(), '127.0.0.1');
    await new Promise((open) => socket.once('connect', open));
    const closed = new Promise((done) => socket.on('error', () => {}).once('close', done));
    await server.close();
    await closed;
  });
});
