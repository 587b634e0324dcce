import { afterEach, beforeEach, expect, test } from 'vitest';
import { listDesks } from '../../../main/command-line/desks-command.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { addDesk, keepSeen, revokeDesk } from '../../../main/store/tables/desks-table.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { backupStore } from '../backup/backup-store.ts';

const PAIRED = Date.UTC(2026, 10, 21, 14);
let files: ReturnType<typeof backupStore>;
beforeEach(async () => {
  files = backupStore();
  await files.selling(async () => {});
});
afterEach(() => files.remove());

async function run(json = false) {
  let text = '';
  const out = (said: string) => {
    text += said;
  };
  const place = { dataDir: files.root, backupsDir: files.folder, mode: undefined };
  const code = await listDesks({ ...place, json, now: PAIRED + 3 * HOUR_MS, out, progress: () => {} });
  return { code, text };
}

test('says that there is none', async () => expect(await run()).toEqual({ code: 0, text: 'No desk is paired.\n' }));

test('lists desks with when they were heard of last, and never their keys', async () => {
  const db = new SqliteDatabase({ file: files.store });
  const desk = (id: string, name: string, kind: 'console' | 'system') =>
    addDesk(db, {
      id,
      name,
      kind,
      rights: kind === 'system' ? { calls: 'sells', feeds: true, callsPerSecond: 50 } : null,
      key: `secret-${id}`,
      kept_in: null,
      paired_at: PAIRED,
      paired_by: 'osei',
    });
  await desk('one', 'T1-04', 'console');
  await desk('two', 'WEB', 'system');
  await desk('three', 'T1-09', 'console');
  await keepSeen(db, { id: 'one', at: PAIRED + 3 * HOUR_MS - 5 * MINUTE_MS, from: '10.0.0.7', version: '0.1.0' });
  await revokeDesk(db, 'three', PAIRED + HOUR_MS, 'osei');
  db.close();

  const { code, text } = await run();
  expect(code).toBe(0);
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
  ).toEqual([
    ['Desk', 'Kind', 'Paired', 'Heard of', 'From', 'Version, or may'],
    ['T1-04', 'console', '2026-11-21', '5 min ago', '10.0.0.7', '0.1.0'],
    ['T1-09', 'console', '2026-11-21', 'revoked'],
    ['WEB', 'system', '2026-11-21', 'never', 'sells, feeds, 50/s'],
  ]);
  const told = (await run(true)).text;
  expect(JSON.parse(told)).toMatchObject({
    ok: true,
    desks: [{ id: 'one', desk: 'T1-04' }, { revokedBy: 'osei' }, { rights: { calls: 'sells', feeds: true, callsPerSecond: 50 } }],
  });
  expect(told).not.toContain('secret');
});
