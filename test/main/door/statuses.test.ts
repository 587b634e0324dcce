import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '../../../main/door/call-route.ts';
import { DOOR_LIMITS, KeyLoads } from '../../../main/door/key-load.ts';
import { openApi } from '../../../main/door/open-api.ts';
import { REFUSAL_STATUS } from '../../../main/door/refusal-status.ts';
import { refuseBusy } from '../../../main/hub/refuse-busy.ts';
import { type ConsoleServer, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { IDENTITY } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub } from '../support/small-hub.ts';
import { callDoor, testKeys } from './support/door-client.ts';

const PAGE = readFileSync(path.join(import.meta.dirname, '../../../docs/http.md'), 'utf8');

describe('when the same call is worth another try', () => {
  const hub = new SmallHub();
  let root = '';
  let server: ConsoleServer;

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'aisle-statuses-'));
    writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
    const dispatcher = createDispatcher({ hub, methods: hub.methods(), log: new KeptLog() });
    const routes = [callRoute({ dispatcher, keyOf: testKeys().keyOf, loads: new KeyLoads(DOOR_LIMITS, () => 0) })];
    server = await serveConsole({ host: '127.0.0.1', port: 0, root, hub, live: liveOf(hub), dispatcher, identity: IDENTITY, routes });
  });
  afterAll(async () => {
    await server.close();
    rmSync(root, { recursive: true });
  });

  it.each<[Refused, number, string | null]>([
    [refuse('HUB_BUSY'), 503, '1'],
    [refuseBusy('writer', 'The hub has too much to do', 7, 2_300), 503, '3'],
    [refuse('HUB_CLOSING'), 503, '1'],
    [refuse('FLIGHT_CHANGING', { flight: 'B6 101' }), 503, '1'],
    // A terminal rests for so long that one second later it is refused again.
    [refuse('TERMINAL_RESTS', { failures: 5, until: 60_000, comeAgainMs: 41_200 }), 503, '42'],
    [refuse('WHAT_IF_BUSY'), 503, '60'],
    // A person has to look at the clock first.
    [refuse('CLOCK_DOUBTFUL'), 503, null],
    // Nobody knows whether it was done, so nobody knows either when it will be.
    [refuse('HUB_UNREACHABLE'), 504, null],
    [refuse('STORE_FULL'), 507, null],
  ])('%j', async (refused, status, after) => {
    hub.askJson = async () => JSON.stringify(refused);
    const answered = await callDoor(server.address, 'holds.ofDesk', {});
    expect([answered.status, answered.headers.get('retry-after')]).toEqual([status, after]);
    expect(answered.body).toMatchObject({ code: refused.refusal.code, status });
  });
});

describe('what a program is told of statuses', () => {
  it('every status of a refusal stands in the table of docs/http.md', () => {
    const rows = [...PAGE.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, statuses = '']) => statuses.split(', ').map(Number));
    expect([...new Set(Object.values(REFUSAL_STATUS))].filter((status) => !rows.includes(status))).toEqual([]);
  });

  it('a call that the hub broke off in the middle was described nowhere, so that programs took it for a refusal', async () => {
    const { paths } = (await openApi()) as { paths: Record<string, { post?: { responses: Record<string, { description: string }> } }> };
    const calls = Object.entries(paths).filter(([at]) => at.startsWith('/v1/'));
    expect(calls.filter(([, { post }]) => !post?.responses[504]?.description.startsWith('HUB_UNREACHABLE: '))).toEqual([]);
  });
});
