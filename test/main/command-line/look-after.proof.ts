import { type ExecFileException, execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { root, textOf } from '../../tidy/project-files.ts';
import { backupStore } from '../backup/backup-store.ts';

// desks, queues and health as a person types them: the whole program, with its arguments, its settings and what it ends with.
const OWN_ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|AISLE_|INIT_CWD$)/i.test(name)));

function run(program: string, args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; error: string }>((ended) =>
    execFile(program, args, { cwd: root, env: { ...OWN_ENV, ...env }, encoding: 'utf8' }, (problem: ExecFileException | null, out, error) =>
      ended({ code: problem === null ? 0 : Number(problem.code), out, error }),
    ),
  );
}

let files: ReturnType<typeof backupStore>;
beforeEach(async () => {
  files = backupStore();
  await files.selling(async (hub) => void (await hub.addFlight()));
});
afterEach(() => files.remove());

/** As a person whose own folder is empty. */
const aisle = (args: readonly string[], env: Record<string, string> = {}) =>
  run(process.execPath, [join(root, 'main/aisle.ts'), ...args], { XDG_CONFIG_HOME: join(files.root, 'own'), ...env });

describe('desks and queues', () => {
  test.each([
    ['desks', 'No desk is paired.\n'],
    ['queues', expect.stringMatching(/^Queue +Waiting +Oldest +Next is due\n/)],
  ])('%s reads the store of --data, of --config, and of the environment', async (command, out) => {
    const config = join(files.root, 'hub.env');
    writeFileSync(config, `AISLE_DATA=${files.root}\nAISLE_MODE=training\n`);
    for (const [args, env] of [
      [['--data', files.root], {}],
      [['--config', config], {}],
      [[], { AISLE_DATA: files.root }],
    ] as const)
      expect(await aisle([command, ...args], env)).toEqual({ code: 0, out, error: '' });
  });

  test.each(['desks', 'queues'])('%s ends with 1 where there is no store, and says which it looked for', async (command) => {
    const { code, out } = await aisle([command, '--data', join(files.root, 'none'), '--live']);
    expect(code).toBe(1);
    expect(out).toContain(`Refused: There is no store ${join(files.root, 'none', 'live.sqlite')}.`);
  });
});

describe('health', () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    // A hub that is not open yet has no figures, and says what it is doing.
    server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/plain' }).end('opening'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('asks the hub at --port, or where the settings say that it listens', async () => {
    const config = join(files.root, 'hub.env');
    writeFileSync(config, `AISLE_PORT=${port}\nAISLE_HOST=0.0.0.0\n`);
    for (const args of [
      ['--port', String(port)],
      ['--config', config],
    ]) {
      const { code, out } = await aisle(['health', ...args]);
      expect(code, 'no figures are nothing to rely on').toBe(1);
      expect(out).toContain(`Refused: The hub at http://127.0.0.1:${port} is not open: opening.`);
    }
  });
});

test.each<[string[], string]>([
  [['desks', '--port', '4610'], '--port is for health.'],
  [['queues', 'of-today'], 'queues takes no file.'],
  [['health', '--clear'], '--clear is for replaced.'],
  [['health', '--dry-run'], '--dry-run is for import.'],
  [['health', '--port', 'x'], '--port must be a number from 0 to 65535.'],
  [['desks', '--config', '/nowhere/hub.env'], 'There is no file /nowhere/hub.env.'],
  [['desks', '--live', '--training'], 'Choose one of --live and --training.'],
  [['desk'], 'There is no command desk.'],
])('%j ends with 2 and says why', async (args, sentence) => {
  const { code, out, error } = await aisle(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error.startsWith(`${sentence}\n`), error).toBe(true);
});

describe('--json', () => {
  const PAGES = ['README.md', 'docs/running.md', 'docs/schedule-csv.md'];

  test('prints one object and nothing else through npm, as the pages say', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { code, out, error } = await run(npm, ['run', '-s', 'aisle', '--', 'desks', '--json', '--data', files.root]);
    expect(code, error).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, store: files.store, desks: [] });
  });

  test.each(PAGES)('%s says so of npm, which prints lines of its own without -s', (page) => {
    const told = [...textOf(page).matchAll(/npm run [^\n`]*aisle -- [^\n`]*--json/g)].map(([line]) => line);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((line) => !line.startsWith('npm run -s aisle'))).toEqual([]);
  });
});
