import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DoorOptions, doorRoutes } from '../../../main/door/door-routes.ts';
import type { HubMethods } from '../../../main/hub/hub-methods.ts';
import { appendEvent, journalEnd } from '../../../main/store/tables/journal-table.ts';
import { type ConsoleServer, type HttpLimits, serveConsole } from '../../../main/transport/console-server.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { eventSchema } from '../../../shared/events.ts';
import { DAY_MS, instant } from '../../../shared/instants.ts';
import { IDENTITY } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog } from '../support/small-hub.ts';
import { ANA, MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';
import { bearer, type KeyName, testKeys } from './support/door-client.ts';

let test: TestHub;
let root = '';
let server: ConsoleServer;
let keys: ReturnType<typeof testKeys>;

async function serve(options: Partial<DoorOptions> = {}, http: Partial<HttpLimits> = {}): Promise<void> {
  const { hub } = test;
  const dispatcher = createDispatcher({ hub, methods: {} as HubMethods, log: new KeptLog() });
  const routes = doorRoutes({ hub, dispatcher, keyOf: keys.keyOf, ...options });
  server = await serveConsole({ host: '127.0.0.1', port: 0, root, hub, live: liveOf(hub), dispatcher, identity: IDENTITY, routes, http });
}

beforeEach(async () => {
  test = await openTestHub();
  keys = testKeys();
  root = mkdtempSync(join(tmpdir(), 'aisle-feeds-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Aisle</title>');
});
afterEach(async () => {
  await server.close();
  await test.hub.close();
  rmSync(root, { recursive: true });
});

const ask = (path: string, as: KeyName | null = 'reader', method = 'GET') =>
  fetch(`${server.address}${path}`, { method, headers: as ? { Authorization: bearer(as) } : {} });

const set = async (name: 'holdMinutes', to: number) =>
  value(await test.hub.execute('settings.set', { requestId: test.requestId(), name, value: to }, MERCY));

const read = async (response: Response): Promise<Record<string, unknown>[]> =>
  (await response.text())
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** A feed that is followed, line by line. */
class Followed {
  readonly lines: Record<string, unknown>[] = [];
  ended: 'whole' | 'broken off' | undefined;
  readonly response: IncomingMessage;
  #left = '';

  constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#left + text).split('\n');
      this.#left = lines.pop() ?? '';
      for (const line of lines) this.lines.push(JSON.parse(line));
    });
    response.on('error', () => {});
    response.on('close', () => {
      this.ended = response.complete ? 'whole' : 'broken off';
    });
  }

  static begin(path: string, as: KeyName = 'reader'): Promise<Followed> {
    return new Promise((done, fail) => {
      const request = get(`${server.address}${path}`, { headers: { Authorization: bearer(as) }, agent: false });
      request.on('response', (response) => done(new Followed(response))).on('error', fail);
    });
  }

  async until(done: (lines: readonly Record<string, unknown>[]) => boolean): Promise<void> {
    while (!done(this.lines) && !this.ended) await new Promise((next) => setTimeout(next, 1));
  }

  get events(): readonly unknown[] {
    return this.lines.flatMap(({ event }) => event ?? []);
  }
}

describe('the journal, one event a line', () => {
  it('is told from a number on, as events.since tells it', async () => {
    await serve();
    for (const minutes of [6, 7, 8]) await set('holdMinutes', minutes);
    const response = await ask('/feeds/journal?after=1');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const lines = await read(response);
    expect(lines).toEqual(value(await test.hub.ask('events.since', { after: 1 }, ANA)).events);
    for (const line of lines) eventSchema.parse(line);
    expect(await read(await ask(`/feeds/journal?after=${test.hub.newestEvent}`))).toEqual([]);
    expect((await read(await ask('/feeds/journal'))).length).toBe(test.hub.newestEvent);
  });

  it('goes on with what happens, and a reader that was cut off goes on where it was', async () => {
    await serve();
    await set('holdMinutes', 6);
    const first = await Followed.begin('/feeds/journal?follow=true');
    await first.until((lines) => lines.length === test.hub.newestEvent);
    await set('holdMinutes', 7);
    await first.until((lines) => lines.length === test.hub.newestEvent);
    first.response.destroy();
    await set('holdMinutes', 8);
    const second = await Followed.begin(`/feeds/journal?follow=true&after=${first.events.at(-1)}`);
    await set('holdMinutes', 9);
    await second.until((lines) => lines.at(-1)?.event === test.hub.newestEvent);
    const all = [...first.events, ...second.events];
    expect(all).toEqual(Array.from({ length: test.hub.newestEvent }, (_, index) => index + 1));
    second.response.destroy();
  });

  it('says that it is alive while nothing happens, for longer than a silent answer may last', async () => {
    await serve({ beatMs: 20 }, { unreadMs: 100 });
    const followed = await Followed.begin('/feeds/journal?follow=true');
    await followed.until((lines) => lines.length >= 15);
    expect(followed.ended).toBeUndefined();
    expect(followed.lines.at(-1)).toEqual({ newest: test.hub.newestEvent, at: test.hub.now() });
    followed.response.destroy();
  });

  it('lets a reader go that reads nothing', async () => {
    await serve({ beatMs: 5, limits: { feedsOpenMax: 1 } }, { unreadMs: 200 });
    // More than the two ends of a connection hold.
    let end = await journalEnd(test.db);
    const large = { subject: 'x'.repeat(100_000), before: '', after: '' };
    for (let number = 0; number < 200; number++) end = await appendEvent(test.db, end, instant(end.at), MERCY, 'setting.changed', large);
    const asked = get(`${server.address}/feeds/journal?follow=true`, { headers: { Authorization: bearer('reader') }, agent: false });
    const response = await new Promise<IncomingMessage>((done) => asked.on('response', done));
    expect((await ask('/feeds/journal', 'reader', 'HEAD')).status).toBe(429);
    await expect.poll(async () => (await ask('/feeds/journal', 'reader', 'HEAD')).status).toBe(200);
    const broken = new Promise((done) => response.on('error', done));
    response.resume();
    expect(await broken).toMatchObject({ code: 'ECONNRESET' });
  });

  it('is broken off when the key may read it no more, and is refused from then on', async () => {
    await serve({ beatMs: 5 });
    await set('holdMinutes', 6);
    const followed = await Followed.begin('/feeds/journal?follow=true');
    await followed.until((lines) => lines.length > 0);
    keys.allow('reader', { calls: 'reads', feeds: false, callsPerSecond: 100 });
    await followed.until(() => false);
    expect(followed.ended).toBe('broken off');
    for (const path of ['/feeds/journal', '/feeds/journal.csv']) {
      const refused = await ask(path);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ code: 'SYSTEM_MAY_NOT', details: { needed: 'feeds' } });
    }
  });

  it('is broken off when the key is revoked, so that nobody takes it for whole', async () => {
    await serve({ beatMs: 5 });
    await set('holdMinutes', 6);
    const followed = await Followed.begin('/feeds/journal?follow=true');
    await followed.until((lines) => lines.length > 0);
    keys.revoke('reader');
    await followed.until(() => false);
    expect(followed.ended).toBe('broken off');
    expect((await ask('/feeds/journal')).status).toBe(401);
  });

  it('refuses a reader who knows more than the journal has, or what a restore has undone', async () => {
    await serve();
    await set('holdMinutes', 6);
    const end = await journalEnd(test.db);
    const restored = { file: 'backup', madeAt: 0, replaced: 'store' };
    await appendEvent(test.db, { ...end, event: end.event + 10 }, instant(end.at), MERCY, 'store.restored', restored);
    const newest = end.event + 11;
    const codeOf = async (after: number) => {
      const response = await ask(`/feeds/journal?after=${after}`);
      return [
        response.status,
        response.status === 200 ? (await read(response)).length : ((await response.json()) as { code: string }).code,
      ];
    };
    expect(await codeOf(end.event)).toEqual([200, 1]);
    expect(await codeOf(end.event + 1)).toEqual([410, 'EVENTS_GONE']);
    expect(await codeOf(newest - 1)).toEqual([410, 'EVENTS_GONE']);
    expect(await codeOf(newest)).toEqual([200, 0]);
    expect(await codeOf(newest + 1)).toEqual([410, 'EVENTS_AHEAD']);
  });
});

describe('who may read, and what may be asked', () => {
  it.each<[string, KeyName | null, number, string]>([
    ['/feeds/journal', null, 401, 'KEY_NEEDED'],
    ['/feeds/journal.csv', null, 401, 'KEY_NEEDED'],
    ['/feeds/journal', 'agent', 200, ''],
    ['/feeds/journal', 'supervisor', 200, ''],
    ['/feeds/journal.csv', 'reader', 200, ''],
    ['/feeds/journal?after=-1', 'reader', 400, 'INPUT_INVALID'],
    ['/feeds/journal?after=1.5', 'reader', 400, 'INPUT_INVALID'],
    ['/feeds/journal?after=one', 'reader', 400, 'INPUT_INVALID'],
    ['/feeds/journal?folow=true', 'reader', 400, 'INPUT_INVALID'],
    ['/feeds/journal?follow=yes', 'reader', 400, 'INPUT_INVALID'],
    ['/feeds/journal.csv?from=yesterday', 'reader', 400, 'INPUT_INVALID'],
    ['/feeds/journal.csv?to=2026-02-30', 'reader', 400, 'INPUT_INVALID'],
  ])('%s as %s: %i %s', async (path, as, status, code) => {
    await serve();
    const response = await ask(path, as);
    expect(response.status).toBe(status);
    if (code) expect(await response.json()).toMatchObject({ code, status });
    else await response.body?.cancel();
  });

  it('so many feeds of a key at a time', async () => {
    await serve({ limits: { feedsOpenMax: 1 } });
    const followed = await Followed.begin('/feeds/journal?follow=true');
    const second = await ask('/feeds/journal');
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    followed.response.destroy();
    await expect.poll(async () => (await ask('/feeds/journal')).status).toBe(200);
  });

  it('a HEAD is told what there is, and ends', async () => {
    await serve();
    const response = await ask('/feeds/journal?follow=true', 'reader', 'HEAD');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'application/x-ndjson', '']);
  });

  it('nothing is written to', async () => {
    await serve();
    expect((await ask('/feeds/journal', 'supervisor', 'POST')).status).toBe(405);
  });
});

describe('the journal as a table', () => {
  const rows = async (query = ''): Promise<Record<string, string>[]> =>
    parse(await (await ask(`/feeds/journal.csv${query}`)).text(), { bom: true, columns: true });

  it('has a row for each event, with its flights, seats and money', async () => {
    await serve();
    const flight = await test.addFlight({ fixed: true });
    const hold = value(await test.hold(flight.id, ['20A', '20B']));
    value(await test.hub.execute('settings.set', { requestId: test.requestId(), name: 'holdMinutes', value: 6 }, MERCY));
    const told = await rows();
    expect(told.length).toBe(test.hub.newestEvent);
    expect(told.find(({ type }) => type === 'hold.placed')).toEqual({
      ...{ event: String(test.hub.newestEvent - 1), at: new Date(test.clock.now()).toISOString(), type: 'hold.placed' },
      ...{ user: ANA.user, desk: ANA.desk, booking: String(hold.bookingId), locator: hold.locator, flights: String(flight.id), seats: '2' },
      ...{ amount: '200.00', currency: 'USD', note: told.find(({ type }) => type === 'hold.placed')?.note },
    });
  });

  it('tells the days that are asked for: from the first moment on, and before the last', async () => {
    await serve();
    const day = (offset: number) => new Date(test.clock.now() + offset * DAY_MS).toISOString().slice(0, 10);
    const begun = test.hub.newestEvent;
    await set('holdMinutes', 6);
    const [first, moment] = [day(0), new Date(test.clock.now()).toISOString()];
    test.clock.advance(DAY_MS);
    await set('holdMinutes', 7);
    const second = day(0);
    const numbers = async (query: string) => (await rows(query)).map(({ event }) => Number(event)).filter((event) => event > begun);
    expect(await numbers(`?from=${first}`)).toEqual([begun + 1, begun + 2]);
    expect(await numbers(`?from=${first}&to=${second}`)).toEqual([begun + 1]);
    expect(await numbers(`?from=${second}`)).toEqual([begun + 2]);
    expect(await numbers(`?from=${moment}&to=${second}`)).toEqual([begun + 1]);
    expect(await numbers(`?to=${moment}`)).toEqual([]);
    expect(await numbers(`?from=${day(1)}`)).toEqual([]);
  });

  it('runs no formula in a spreadsheet', async () => {
    await serve();
    const end = await journalEnd(test.db);
    const moved = { bookingId: 1, locator: 'K7QF2M', desk: 'T1', expiresAt: null, legs: [], amount: -500, currency: 'USD' };
    await appendEvent(test.db, end, instant(end.at), ANA, 'payment.refunded', { ...moved, note: '=HYPERLINK("x";"y")' });
    const text = await (await ask('/feeds/journal.csv')).text();
    expect(text).toContain(`-5.00,USD,"'=HYPERLINK(""x"";""y"")"`);
  });
});
