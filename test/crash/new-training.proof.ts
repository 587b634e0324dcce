import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWholeFile } from '../../main/store/checks/check-store.ts';
import { crossCheck } from '../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { readTrainingDay } from '../../main/store/tables/training-day.ts';
import { DeskConsole } from './desk-console.ts';
import { HubProcess } from './hub-process.ts';

const QUIET = { sent() {}, answered() {}, heard() {} };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-new-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Milliseconds after the start of the hub: while the store is made, while its past is sold, and later in it. */
const KILLS = [400, 1_500, 4_000, 7_000];

test('a training store that is killed again and again while its day is sold doubts no clock, and is sold to its end', async () => {
  for (const ms of KILLS) {
    const hub = new HubProcess(folder);
    await wait(ms);
    await hub.kill();
  }
  const hub = new HubProcess(folder);
  const desk = await DeskConsole.signIn(await hub.ready, 'osei', 'T1-01', QUIET);
  const state = await desk.call('session.state', {});
  expect(state).toMatchObject({ value: { clock: { standing: 'agrees' }, trouble: { problem: '' } } });
  const file = join(folder, 'training.sqlite');
  for (;;) {
    const db = new SqliteDatabase({ file, readOnly: true });
    const soldTo = (await readTrainingDay(db))?.soldTo;
    db.close();
    if (soldTo !== 0) break;
    await wait(500);
  }
  await hub.stop();
  const db = new SqliteDatabase({ file, readOnly: true });
  expect(checkWholeFile(db)).toEqual([]);
  expect(await crossCheck(db)).toBeUndefined();
  const unsold = `SELECT count(*) AS count FROM flights f WHERE f.origin = 'JFK'
    AND NOT EXISTS (SELECT 1 FROM cabin_counters c WHERE c.flight_id = f.id)`;
  expect(await db.query(unsold).get()).toEqual({ count: 0 });
  db.close();
}, 240_000);
