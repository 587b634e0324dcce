import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localDateAt, localDay } from '../../main/queries/search/local-day.ts';
import { checkWholeFile } from '../../main/store/checks/check-store.ts';
import { crossCheck } from '../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { readTrainingDay } from '../../main/store/tables/training-day.ts';
import { DAY_MS } from '../../shared/instants.ts';
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

async function readWhen<Read>(file: string, read: (db: SqliteDatabase) => Promise<Read | undefined>): Promise<Read> {
  for (;;) {
    const db = new SqliteDatabase({ file, readOnly: true });
    const found = await read(db);
    db.close();
    if (found !== undefined) return found;
    await wait(300);
  }
}

const UNSOLD = `SELECT count(*) AS count FROM flights f WHERE f.origin = ? AND f.departs_at >= ? AND f.departs_at < ?
  AND NOT EXISTS (SELECT 1 FROM cabin_counters c WHERE c.flight_id = f.id)`;

test('a training store that is killed again and again while its day is sold doubts no clock, and is sold to its end', async () => {
  const file = join(folder, 'training.sqlite');
  for (const ms of KILLS) {
    const hub = new HubProcess(folder);
    await wait(ms);
    await hub.kill();
  }
  const hub = new HubProcess(folder);
  const desk = await DeskConsole.signIn(await hub.ready, 'osei', 'T1-01', QUIET);
  const state = await desk.call('session.state', {});
  expect(state).toMatchObject({ value: { clock: { standing: 'agrees' }, trouble: { problem: '' } } });
  await readWhen(file, async (db) => (await readTrainingDay(db))?.soldTo || undefined);

  // Now a desk looks at the departures of another airport, and the hub is killed when some of them are sold.
  const date = localDateAt(Date.now() + DAY_MS, 'America/Los_Angeles');
  const day = localDay(date, 'America/Los_Angeles');
  await desk.call('flights.board', { from: 'SEA', date });
  const flights = await readWhen(file, async (db) => (await readTrainingDay(db))?.others.find(({ airport }) => airport === 'SEA')?.flights);
  expect(flights).toBeGreaterThan(100);
  await readWhen(file, async (db) => {
    const left = await db.query<{ count: number }>(UNSOLD).get('SEA', day.from, day.until);
    return left && left.count < flights - 20 ? left : undefined;
  });
  await hub.kill();
  const again = new HubProcess(folder);
  await again.ready;
  await readWhen(file, async (db) => (await readTrainingDay(db))?.others.every(({ sold }) => sold) || undefined);
  await again.stop();

  const db = new SqliteDatabase({ file, readOnly: true });
  expect(checkWholeFile(db)).toEqual([]);
  expect(await crossCheck(db)).toBeUndefined();
  expect(await db.query(UNSOLD).get('JFK', 0, Number.MAX_SAFE_INTEGER)).toEqual({ count: 0 });
  expect(await db.query(UNSOLD).get('SEA', day.from, day.until)).toEqual({ count: 0 });
  db.close();
});
