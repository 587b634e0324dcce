import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveStarting } from '../../../main/boot/starting-page.ts';
import { tellHealth } from '../../../main/command-line/health-command.ts';
import { figuresRoute, type Readiness, watchRoutes } from '../../../main/health/health-routes.ts';
import { type ConsoleServer, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { ownAddress } from '../../../main/transport/own-computer.ts';
import { contract } from '../../../shared/contract.ts';
import { FIGURE_NAMES, FIGURES } from '../../../shared/health/figures.ts';
import type { FigureView, HealthView } from '../../../shared/methods/health.ts';
import { IDENTITY, TO_A_READER } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';

let root = '';
let server: ConsoleServer;
let readiness: Readiness = 'ready';
let state: FigureView['state'] = 'good';

const view = (): HealthView =>
  contract['health.figures'].output.parse({
    checkedAt: 2_000,
    startedAt: 1_000,
    figures: FIGURE_NAMES.map((figure) => ({
      figure,
      state,
      now: figure === 'hold' ? 41 : null,
      limit: 95,
      limitSet: false,
      more: '',
      hour: [],
    })),
    alarms: [],
    consoles: { live: 12, off: [] },
    terminal: null,
    today: { since: 1_000, holds: 0, confirmed: 0, seatsSold: 0, ended: 0, endedLate: 0, denied: 0 },
  });

beforeEach(async () => {
  [readiness, state] = ['ready', 'good'];
  root = mkdtempSync(join(tmpdir(), 'aisle-told-'));
  const hub = new SmallHub();
  const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
  const routes = [...watchRoutes(() => readiness), figuresRoute(view)];
  server = await serveConsole({ host: '127.0.0.1', port: 0, root, hub, live: liveOf(hub), dispatcher, identity: IDENTITY, routes });
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

async function run(json = false, address = server.address) {
  let text = '';
  const out = (said: string) => {
    text += said;
  };
  const code = await tellHealth({ dataDir: root, backupsDir: root, mode: 'training', json, out, progress: () => {}, address });
  return { code, text };
}

test('tells every figure of the running hub in 80 columns, and ends well while none is over its limit', async () => {
  const { code, text } = await run();
  expect(code).toBe(0);
  const lines = text.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^The hub at http:\S+ is ready\. Consoles: 12 live, 0 off line\.$/);
  expect(lines).toHaveLength(2 + FIGURE_NAMES.length);
  expect(lines.find((line) => line.includes(FIGURES.hold.name))).toMatch(/ 41 ms +95 ms$/);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});

test.each(['over', 'clock'] as const)('marks it and ends with 1 when something is wrong: %s', async (what) => {
  if (what === 'over') state = 'over';
  else readiness = what;
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain(what === 'over' ? '!!' : 'is not ready: clock');
  const told = JSON.parse((await run(true)).text) as { ok: boolean; standing: string; health: HealthView };
  expect(told).toMatchObject({ ok: false, standing: readiness, health: { consoles: { live: 12 } } });
});

test('says so where no hub answers', async () => {
  const { address } = server;
  await server.close();
  expect(await run(false, address)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/^Refused: No hub answers at http:\S+\.\nStart one/),
  });
});

test('says of a hub that is not open yet what it is doing', async () => {
  const starting = await serveStarting('127.0.0.1', 0);
  starting?.tell('migrating, 40 %');
  const { code, text } = await run(false, `http://127.0.0.1:${starting?.port}`);
  await starting?.close();
  expect([code, text]).toEqual([1, expect.stringMatching(/^Refused: The hub at http:\S+ is not open: migrating, 40 %\.\n/)]);
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:4610'],
  ['localhost', 'http://localhost:4610'],
  ['::1', 'http://[::1]:4610'],
  ['0.0.0.0', 'http://127.0.0.1:4610'],
  ['10.20.4.31', 'http://127.0.0.1:4610'],
])('asks a hub that listens on %s at %s', (host, address) => expect(ownAddress(host, 4610)).toBe(address));

test('the figures are told to this computer alone', async () => {
  const said: unknown[] = [];
  const response = { writeHead: (status: number) => ({ end: () => said.push(status) }) } as unknown as ServerResponse;
  const answer = (local: boolean) =>
    figuresRoute(view).answer({} as IncomingMessage, response, { address: '10.0.0.7', console: 'http', local }, TO_A_READER);
  await answer(false);
  await answer(true);
  expect(said).toEqual([403, 200]);
});
