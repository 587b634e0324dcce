import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { metricsRoute, type Readiness, watchRoutes } from '../../../main/health/health-routes.ts';
import { createMetrics } from '../../../main/health/metrics.ts';
import { THE_HUB } from '../../../main/hub/caller.ts';
import { type ConsoleServer, serveConsole, servePages } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { IDENTITY, TO_A_READER } from '../support/here.ts';
import { httpPage } from '../support/http-page.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';

let root = '';
let server: ConsoleServer;
let readiness: Readiness = 'ready';
const metrics = createMetrics();
const route = metricsRoute(metrics.registry, (authorization) => authorization === 'Bearer right');

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'aisle-health-'));
  const hub = new SmallHub();
  const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
  server = await serveConsole({
    host: '127.0.0.1',
    port: 0,
    root,
    hub,
    live: liveOf(hub),
    dispatcher,
    identity: IDENTITY,
    routes: [...watchRoutes(() => readiness), route],
  });
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

it('says that it is alive, whatever else', async () => {
  readiness = 'damaged';
  expect(await httpPage(server.address, '/healthz')).toMatchObject({ status: 200, body: 'alive\n' });
});

it('is alive and not ready where only a page says what is wrong with the store', async () => {
  const page = { type: 'text/html', body: 'The store is damaged.' };
  const trouble = await servePages({ host: '127.0.0.1', port: 0, made: { '/': page }, routes: watchRoutes(() => 'stopped') });
  expect(await httpPage(trouble.address, '/healthz')).toMatchObject({ status: 200 });
  expect(await httpPage(trouble.address, '/readyz')).toMatchObject({ status: 503, body: 'stopped\n' });
  expect(await httpPage(trouble.address, '/other')).toMatchObject({ status: 200, body: page.body });
  await trouble.close();
});

it.each([
  ['ready', 200],
  ['closing', 503],
  ['damaged', 503],
  ['stopped', 503],
  ['store', 503],
  ['reader', 503],
  ['clock', 503],
] as const)('says %s, with %d', async (word, status) => {
  readiness = word;
  expect(await httpPage(server.address, '/readyz')).toMatchObject({ status, body: `${word}\n` });
});

it('tells the figures on its own computer', async () => {
  metrics.holds.inc();
  const { status, headers, body } = await httpPage(server.address, '/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('version=0.0.4');
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toContain('# TYPE booking_holds_total counter\nbooking_holds_total 1');
});

it.each([
  ['without a key', undefined, 401],
  ['with a wrong key', 'Bearer wrong', 401],
  ['with a key', 'Bearer right', 200],
])('tells them to another computer %s: %s, %d', async (_, authorization, status) => {
  const told: number[] = [];
  let body = '';
  const response = {
    setHeader: () => response,
    writeHead(code: number) {
      told.push(code);
      return response;
    },
    end(text: string) {
      body = text;
    },
  };
  const far = { ...THE_HUB, address: '10.0.0.7', local: false };
  await route.answer({ headers: { authorization } } as never, response as never, far, TO_A_READER);
  expect(told).toEqual([status]);
  expect(body.includes('booking_holds_total')).toBe(status === 200);
});
