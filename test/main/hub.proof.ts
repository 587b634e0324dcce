import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TRAINING_USERS } from '../../main/training/training-users.ts';
import { layQuietTraining } from '../support/quiet-training.ts';

/** The hub as a process of its own, from the sources, on a real store in a folder of its own, over real sockets. */
const HUB = resolve(import.meta.dirname, '../../main/hub.ts');
let folder = '';
const started: ChildProcess[] = [];
const sockets: WebSocket[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-hub-'));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Hub {
  readonly address: string;
  readonly said: () => string;
  stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** Waits for an address on its output, or for its end. */
function start(...args: string[]): Promise<Hub> {
  const port = args.includes('--port') ? [] : ['--port', '0'];
  const child = spawn(process.execPath, [HUB, '--data', folder, ...port, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return new Promise((ready) => {
    const hear = (data: Buffer) => {
      said += data;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) ready(hub(address));
    };
    const hub = (address: string): Hub => ({
      address,
      said: () => said,
      ended,
      stop(signal) {
        child.kill(signal);
        return ended;
      },
    });
    child.stdout.on('data', hear);
    child.stderr.on('data', (data: Buffer) => {
      said += data;
    });
    ended.then(() => ready(hub('')));
  });
}

class Caller {
  readonly heard: Record<string, unknown>[] = [];
  readonly #socket: WebSocket;
  #id = 0;
  #wake = () => {};

  constructor(address: string) {
    this.#socket = new WebSocket(`${address.replace('http', 'ws')}/socket`);
    sockets.push(this.#socket);
    this.#socket.on('error', () => {});
    this.#socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)));
      this.#wake();
    });
  }

  async hear(find: (each: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.heard.find(find);
      if (found) return found;
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  async call(method: string, input: unknown): Promise<Record<string, unknown>> {
    await this.hear((each) => each.type === 'hello');
    const id = ++this.#id;
    this.#socket.send(JSON.stringify({ id, method, input }));
    return this.hear((each) => each.id === id);
  }

  async signIn(role: 'agent' | 'supervisor' = 'supervisor'): Promise<this> {
    const { user, pin } = TRAINING_USERS.find((each) => each.role === role) ?? { user: '', pin: '' };
    expect(await this.call('session.signIn', { requestId: 'sign-in-0001', user, pin })).toMatchObject({ ok: true });
    return this;
  }
}

const setHoldMinutes = (minutes: number) =>
  ['settings.set', { requestId: `set-minutes-${minutes}`, name: 'holdMinutes', value: minutes }] as const;

describe('the hub', () => {
  it('starts in training, lets people in by role, and tells every console what the others do', async () => {
    const hub = await start('--desk', 'T1-09', '--home', 'LAX');
    expect(hub.said()).toMatch(/^Aisle is ready at http:\/\/127\.0\.0\.1:\d+\n$/m);
    const [one, two] = [new Caller(hub.address), new Caller(hub.address)];
    expect(await one.call('session.state', {})).toMatchObject({
      ok: true,
      value: {
        mode: 'training',
        desk: 'T1-09',
        home: { airport: 'LAX', zone: 'America/Los_Angeles' },
        trainingUsers: TRAINING_USERS,
        session: null,
      },
    });
    expect(await one.call('settings.get', {})).toMatchObject({ refusal: { code: 'NOT_SIGNED_IN' } });
    await Promise.all([one.signIn('supervisor'), two.signIn('agent')]);
    expect(await two.call('console.follow', { topics: [], after: 0 })).toMatchObject({ ok: true });
    expect(await two.call(...setHoldMinutes(7))).toMatchObject({ refusal: { code: 'ROLE_REQUIRED' } });
    expect(await one.call(...setHoldMinutes(7))).toMatchObject({ ok: true, value: { before: 5, value: 7 } });
    const isTold = ({ events }: Record<string, unknown>) =>
      (events as { type: string }[] | undefined)?.some(({ type }) => type === 'setting.changed');
    const frame = await two.hear((each) => isTold(each) === true);
    expect(frame.events).toContainEqual(
      expect.objectContaining({ type: 'setting.changed', desk: 'T1-09', data: expect.objectContaining({ after: '7' }) }),
    );
    expect(await two.call('settings.get', {})).toMatchObject({ value: { holdMinutes: 7 } });
    if (process.platform !== 'win32') {
      // Passengers' names are nobody else's to read on this computer.
      for (const name of readdirSync(folder))
        expect(`${name} ${(statSync(join(folder, name)).mode & 0o077).toString(8)}`).toBe(`${name} 0`);
    }
    expect(await hub.stop('SIGTERM')).toBe(0);
    expect(readFileSync(join(folder, 'aisle.log'), 'utf8')).toMatch(/Started\.[\s\S]*Stopped\./);
  });

  it('keeps through a kill what it acknowledged, and refuses a second hub on its store meanwhile', async () => {
    layQuietTraining(folder);
    const hub = await start();
    const supervisor = await new Caller(hub.address).signIn();
    expect(await supervisor.call(...setHoldMinutes(9))).toMatchObject({ ok: true });
    const second = await start();
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/^Another Aisle has the store/);
    expect(await hub.stop('SIGKILL')).toBe(null);
    const again = await start();
    expect(await (await new Caller(again.address).signIn()).call('settings.get', {})).toMatchObject({ value: { holdMinutes: 9 } });
  });

  it('takes a session back after a kill, locked, and holds nothing on the disk by which another could', async () => {
    layQuietTraining(folder);
    const hub = await start();
    const caller = new Caller(hub.address);
    const { user, pin } = TRAINING_USERS[0] ?? { user: '', pin: '' };
    const given = { requestId: 'sign-in-0001', user, pin };
    const { token } = (await caller.call('session.signIn', given)).value as { token: string };
    // Killed with the answer: it is kept before it is answered.
    expect(await hub.stop('SIGKILL')).toBe(null);
    const kept = join(folder, 'training.sqlite.sessions');
    expect(readFileSync(kept, 'utf8')).not.toContain(token);
    if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
    const again = await start();
    const back = new Caller(again.address);
    expect(await back.call('session.resume', { token })).toMatchObject({ value: { user, desk: 'T1-01', locked: true, restored: true } });
    expect(await back.call('settings.get', {})).toMatchObject({ refusal: { code: 'SESSION_LOCKED' } });
    expect(await back.call('session.signIn', given)).toMatchObject({ ok: true });
    expect(await back.call('settings.get', {})).toMatchObject({ ok: true });
    expect(await back.call('session.resume', { token })).toMatchObject({ refusal: { code: 'NOT_SIGNED_IN' } });
  });

  it('answers the same request after a kill with the same reply', async () => {
    layQuietTraining(folder);
    const hub = await start();
    const request = ['users.create', { requestId: 'create-user-1', user: 'new', display: 'N. New', role: 'agent', pin: '4711' }] as const;
    const first = await (await new Caller(hub.address).signIn()).call(...request);
    expect(first).toMatchObject({ ok: true, value: { user: 'new' } });
    await hub.stop('SIGKILL');
    const again = await start();
    const caller = await new Caller(again.address).signIn();
    expect((await caller.call(...request)).value).toEqual(first.value);
    expect(await caller.call(request[0], { ...request[1], pin: '8124' })).toMatchObject({ refusal: { code: 'REQUEST_REUSED' } });
    expect(await caller.call(request[0], { ...request[1], requestId: 'create-user-2' })).toMatchObject({
      refusal: { code: 'USER_EXISTS' },
    });
  });

  it('makes the first supervisor of a real store', async () => {
    const hub = await start('--live');
    const caller = new Caller(hub.address);
    expect(await caller.call('session.state', {})).toMatchObject({ value: { mode: 'live', needsSupervisor: true, trainingUsers: [] } });
    const first = { requestId: 'first-user-1', user: 'first', display: 'F. First', pin: '4711' };
    expect(await caller.call('session.createFirstSupervisor', first)).toMatchObject({ ok: true, value: { role: 'supervisor' } });
    expect(await caller.call('session.state', {})).toMatchObject({ value: { needsSupervisor: false, session: { user: 'first' } } });
    expect(
      await new Caller(hub.address).call('session.createFirstSupervisor', { ...first, requestId: 'first-user-2', user: 'second' }),
    ).toMatchObject({
      refusal: { code: 'SUPERVISOR_EXISTS' },
    });
    expect(await hub.stop('SIGINT')).toBe(0);
  });

  it('shows what to do when its store is damaged, changes nothing, and ends with a failure', async () => {
    const store = join(folder, 'training.sqlite');
    writeFileSync(store, 'This was a store once. '.repeat(1_000));
    const before = readFileSync(store);
    const hub = await start();
    expect(hub.said()).toMatch(/is damaged: [^.]*\. Nothing was changed\./);
    const page = await fetch(hub.address);
    expect(await page.text()).toMatch(/is damaged[\s\S]*backup/);
    expect(readFileSync(store)).toEqual(before);
    expect(await hub.stop('SIGTERM')).toBe(1);
  });

  it('that is stopped while it opens, or the moment it is ready, stops in order (the signal ended it at once)', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const opening = start('--port', String(port));
    // The page that says so is there before the store is.
    while (!(await fetch(`http://127.0.0.1:${port}`).catch(() => undefined))) await wait(5);
    started.at(-1)?.kill('SIGTERM');
    expect(await (await opening).ended).toBe(0);
    const log = readFileSync(join(folder, 'aisle.log'), 'utf8');
    expect(log).toContain('Stopped.');
  });

  it('names the line of a home that its store does not know either', async () => {
    expect(await (await start()).stop('SIGTERM')).toBe(0);
    const file = join(folder, 'hub.env');
    writeFileSync(file, '# The hub of the station.\nAISLE_HOME=XQX\n');
    const again = await start('--config', file);
    expect(await again.ended).toBe(2);
    expect(again.said()).toContain(`Line 2 of ${file}: AISLE_HOME must be an airport, and none is called XQX.\n`);
    expect(await (await start()).stop('SIGTERM'), 'its store is let go').toBe(0);
  });

  it.each([
    [['--port', 'x'], 2, /^--port must be/],
    [['--home', 'XQX'], 2, /^--home must be an airport, and none is called XQX\.\n$/],
    [['--what'], 2, /--what.*\.\n$/],
    // The package has no npm start that would say it.
    [['--help'], 0, /^node hub\.js \[options\]\n {2}--port NUMBER/],
  ])('says what is wrong with %j', async (args, code, sentence) => {
    const hub = await start(...args);
    expect(hub.said()).toMatch(sentence);
    if (hub.address) expect(await hub.stop('SIGTERM')).toBe(code);
    else expect(await hub.ended).toBe(code);
  });
});
