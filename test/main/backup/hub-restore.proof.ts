import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { TRAINING_USERS } from '../../../main/training/training-users.ts';

/** The hub as a process, on a real store, over real sockets. */
const HUB = resolve(import.meta.dirname, '../../../main/hub.ts');
let folder = '';
let hub: ChildProcess;
let address = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-hub-restore-'));
  hub = spawn(process.execPath, [HUB, '--data', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  address = await new Promise((ready) => {
    let said = '';
    hub.stdout?.on('data', (data: Buffer) => {
      said += data;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) ready(found);
    });
  });
});
afterEach(async () => {
  if (hub.exitCode === null) {
    const gone = new Promise((done) => hub.once('exit', done));
    hub.kill('SIGKILL');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
});

type Message = Record<string, unknown> & { value?: Record<string, never>; refusal?: { code: string } };

interface Console {
  call(method: string, input: object): Promise<Message>;
  hear(find: (message: Message) => boolean): Promise<Message>;
  readonly hello: Message;
  readonly gone: Promise<unknown>;
}

/** One console. Connects again and again until the hub is there. */
async function connect(): Promise<Console> {
  for (;;) {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`);
    const heard: Message[] = [];
    let wake = () => {};
    socket.on('message', (data) => {
      heard.push(JSON.parse(String(data)));
      wake();
    });
    const gone = new Promise((done) => socket.once('close', done));
    socket.on('error', () => {});
    const hear = async (find: (message: Message) => boolean) => {
      for (;;) {
        const found = heard.find(find);
        if (found) return found;
        await new Promise<void>((told) => {
          wake = told;
        });
      }
    };
    const hello = await Promise.race([hear(({ type }) => type === 'hello'), gone.then(() => undefined)]);
    if (!hello) continue;
    let id = 0;
    const call = (method: string, input: object) => {
      const own = ++id;
      socket.send(JSON.stringify({ id: own, method, input }));
      return hear((message) => message.id === own);
    };
    return { call, hear, hello, gone };
  }
}

const signIn = (role: string) => {
  const { user, pin } = TRAINING_USERS.find((each) => each.role === role) ?? { user: '', pin: '' };
  return ['session.signIn', { requestId: `sign-in-${role}`, user, pin }] as const;
};
const setMinutes = (minutes: number) =>
  ['settings.set', { requestId: `set-minutes-${minutes}`, name: 'holdMinutes', value: minutes }] as const;

test('a supervisor puts a backup back at the console: everybody is cut off, signs in again at the same address, and sees the store of then', async () => {
  const agent = await connect();
  await agent.call(...signIn('agent'));
  for (const method of ['backups.start', 'backups.list', 'backups.status', 'backups.stop', 'backups.restore']) {
    const input =
      {
        'backups.start': { requestId: 'agent-start-1' },
        'backups.restore': { requestId: 'agent-rest-1', file: 'training-2026-11-21T14-00-00Z-asked.sqlite' },
      }[method] ?? {};
    expect((await agent.call(method, input)).refusal?.code).toBe('ROLE_REQUIRED');
  }

  const supervisor = await connect();
  await supervisor.call(...signIn('supervisor'));
  await supervisor.call(...setMinutes(7));
  expect(await supervisor.call('backups.start', { requestId: 'backup-now-1' })).toMatchObject({
    ok: true,
    value: { running: { kind: 'asked' } },
  });
  await supervisor.hear(({ type, running }) => type === 'backup.progress' && running === null);
  const status = (await supervisor.call('backups.status', {})) as unknown as { value: { last: { file: string } } };
  const { file } = status.value.last;
  await supervisor.call(...setMinutes(9));
  const { event: heard } = (await connect()).hello as unknown as { event: number };

  expect(await supervisor.call('backups.restore', { requestId: 'restore-now-1', file })).toMatchObject({ ok: true, value: { file } });
  await Promise.all([supervisor.gone, agent.gone]);

  const again = await connect();
  expect(again.hello.event).toBeGreaterThan(heard);
  expect((await again.call('settings.get', {})).refusal?.code).toBe('NOT_SIGNED_IN');
  expect(await again.call(...signIn('supervisor'))).toMatchObject({ ok: true });
  expect(await again.call('settings.get', {})).toMatchObject({ value: { holdMinutes: 7 } });
  const { value } = (await again.call('backups.status', {})) as unknown as { value: { restored: { file: string; replaced: string } } };
  expect(value.restored.file).toBe(file);
  expect(readdirSync(folder)).toContain(value.restored.replaced);
  expect(await again.call(...setMinutes(11))).toMatchObject({ ok: true });
});
