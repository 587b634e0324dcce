import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConsoleServer, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import type { HttpRoute } from '../../../main/transport/http-route.ts';
import { IDENTITY } from '../support/here.ts';
import { type Asked, httpPage } from '../support/http-page.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';

let root = '';
let server: ConsoleServer;

async function serve(routes: readonly HttpRoute[]): Promise<void> {
  const hub = new SmallHub();
  const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
  server = await serveConsole({ host: '127.0.0.1', port: 0, root, hub, live: liveOf(hub), dispatcher, identity: IDENTITY, routes });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'aisle-routes-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

describe('routes', () => {
  /** Says which route answered, whom, and what it heard. */
  const route = (path: HttpRoute['path'], ...methods: HttpRoute['methods'][number][]): HttpRoute => ({
    path,
    methods,
    async answer(request, response, caller) {
      let heard = '';
      for await (const part of request) heard += part;
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(`${path} ${caller.address} ${caller.local} ${heard}`);
    },
  });
  const ROUTES = [route('/one', 'GET'), route('/all/', 'GET', 'POST'), route('/told', 'POST')];

  it.each([
    ['its own path', '/one', {}, 200, '/one 127.0.0.1 true '],
    ['a question behind the path', '/one?x=/all/', {}, 200, '/one 127.0.0.1 true '],
    ['only the headers', '/one', { method: 'HEAD' }, 200, ''],
    ['a path that only begins so', '/one/more', {}, 404, 'There is no such page.'],
    ['all below a folder', '/all/flights.search', {}, 200, '/all/ 127.0.0.1 true '],
    ['what is sent there', '/all/x', { method: 'POST', body: 'text' }, 200, '/all/ 127.0.0.1 true text'],
    ['the folder without its slash', '/all', {}, 404, 'There is no such page.'],
    ['a write where only reading is', '/one', { method: 'POST' }, 405, 'Only GET or HEAD is answered here.'],
    ['reading where only writing is', '/told', {}, 405, 'Only POST is answered here.'],
    ['another method', '/all/x', { method: 'DELETE' }, 405, 'Only GET or POST or HEAD is answered here.'],
    ['another name', '/one', { headers: { host: 'evil.example' } }, 403, 'Open Aisle'],
    ["another site's request", '/all/x', { method: 'POST', headers: { origin: 'http://evil.example' } }, 403, 'Open Aisle'],
    ['a file beside the routes', '/', {}, 200, '<title>Aisle</title>'],
  ])('%s', async (_, path, options: Asked, status, body) => {
    await serve(ROUTES);
    const answer = await httpPage(server.address, path, options);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(body);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    if (path !== '/') expect(answer.headers['cache-control']).toBe('no-store');
    if (options.method === 'HEAD') expect(answer.body).toBe('');
    if (status === 405) expect(answer.headers.allow).toBeTruthy();
  });

  it('that throw close the connection and harm nobody else', async () => {
    const broken: HttpRoute = { ...route('/broken', 'GET'), answer: () => Promise.reject(new Error('broken')) };
    await serve([broken, ...ROUTES]);
    await expect(httpPage(server.address, '/broken')).rejects.toThrow();
    expect((await httpPage(server.address, '/one')).status).toBe(200);
  });
});
