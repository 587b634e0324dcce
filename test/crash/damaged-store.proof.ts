// A store that was damaged behind Aisle's back, from the damage to the restored backup, with the hub and the command line as they are shipped.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WHOLE_CHECK_BYTES_MAX } from '../../main/store/checks/check-store.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { FakeClock } from '../main/support/fake-clock.ts';
import { adult, openTestHub, value } from '../main/support/test-hub.ts';
import { DeskConsole } from './desk-console.ts';
import { HubProcess } from './hub-process.ts';
import { runProcess } from './killed-process.ts';

const AISLE = resolve(import.meta.dirname, '../../out/main/aisle.js');
const PAGE_BYTES = 4_096;

let folder: string;
let file: string;
let flightId: number;
let hub: HubProcess | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-damaged-'));
  file = join(folder, 'training.sqlite');
  mkdirSync(folder, { recursive: true });
  const store = await openTestHub({ file, clock: new FakeClock(Date.now()) });
  const flight = await store.addFlight({ departs_at: Date.now() + 40 * 3_600_000 });
  flightId = flight.id;
  value(await store.hold(flightId, ['20A']));
  await store.db.script('PRAGMA wal_checkpoint(TRUNCATE)');
  claimsBefore = pageOf(await rootOf('claims'));
  value(await store.hold(flightId, ['20B']));
  // Replies to requests that carried much text: too much to be looked through at every start.
  const long = JSON.stringify({ ok: true, value: 'x'.repeat(1_048_576) });
  const insert = store.db.change("INSERT INTO replies (request_id, body_hash, reply, at) VALUES (?, '', ?, ?)");
  for (let sent = 0; sent * long.length < WHOLE_CHECK_BYTES_MAX; sent++) await insert.run(`long-reply-${sent}`, long, Date.now());
  await store.hub.close();
});
afterAll(async () => {
  await hub?.kill();
  rmSync(folder, { recursive: true, force: true });
});

let claimsBefore: Buffer;
const pageOf = (number: number): Buffer => readFileSync(file).subarray((number - 1) * PAGE_BYTES, number * PAGE_BYTES);
async function rootOf(table: string): Promise<number> {
  const db = new SqliteDatabase({ file, readOnly: true });
  const row = await db.query<{ rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table);
  db.close();
  return row?.rootpage ?? 0;
}

const place = (requestId: string, seat: string) => ({
  requestId,
  legs: [{ flightId, cabin: 'Y' as const, seats: [seat] }],
  passengers: [adult],
  exitRowConfirmed: false,
});
const deaf = { sent: () => {}, answered: () => {}, heard: () => {} };

test('a page of claims that went back in time stops the sale, is named, and a restored backup sells on', async () => {
  expect(statSync(file).size).toBeGreaterThan(WHOLE_CHECK_BYTES_MAX);
  const backup = await runProcess([AISLE, 'backup', '--data', folder, '--training']);
  expect(backup.code, backup.said).toBe(0);
  const damaged = readFileSync(file);
  claimsBefore.copy(damaged, ((await rootOf('claims')) - 1) * PAGE_BYTES);
  writeFileSync(file, damaged);

  // Large as it is, it opens; the seat that is free on the damaged page is sold to nobody.
  hub = new HubProcess(folder);
  const desk = await DeskConsole.signIn(await hub.ready, 'ruiz', 'T1-04', deaf);
  const reply = await desk.call('holds.place', place('sold-before-1', '20B'));
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'STORE_DAMAGED' } });
  expect(await desk.call('holds.place', place('another-seat', '30A'))).toMatchObject({ ok: false, refusal: { code: 'STORE_DAMAGED' } });
  const supervisor = await DeskConsole.signIn(await hub.ready, 'osei', 'T1-01', deaf);
  expect(await supervisor.call('backups.list', {})).toMatchObject({ ok: true, value: { backups: [{ kind: 'asked' }] } });
  await expect.poll(() => readFileSync(join(folder, 'aisle.log'), 'utf8')).toMatch(/npm run aisle -- restore/);
  await hub.kill();

  // The next start looks at all of it, finds it, and says what to do.
  hub = new HubProcess(folder);
  const page = await (await fetch(await hub.ready)).text();
  expect(page).toContain('is damaged');
  expect(page).toMatch(/of flight \d+/);
  const command = /npm run aisle -- (restore \S+ --data [^\s<]+)/.exec(page)?.[1];
  expect(command).toBeDefined();
  await hub.kill();

  const restored = await runProcess([AISLE, ...(command ?? '').split(' '), '--training']);
  expect(restored.code, restored.said).toBe(0);
  hub = new HubProcess(folder);
  const again = await DeskConsole.signIn(await hub.ready, 'ruiz', 'T1-04', deaf);
  expect(await again.call('holds.place', place('sold-before-2', '20B'))).toMatchObject({ ok: false, refusal: { code: 'SEAT_HELD' } });
  expect(await again.call('holds.place', place('another-seat-2', '30A'))).toMatchObject({ ok: true });
  await again.close();
});
