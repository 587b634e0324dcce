// Kills what does not sell but changes or copies a whole store: a migration, an import, a backup.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBackupName } from '../../main/backup/backup-names.ts';
import { newestBackup } from '../../main/backup/newest-backup.ts';
import { seededRandom } from '../../main/seeded-random.ts';
import { checkWholeFile } from '../../main/store/checks/check-store.ts';
import { crossCheck } from '../../main/store/checks/cross-check.ts';
import { migrate, SCHEMA_VERSION } from '../../main/store/migrate.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { toSecondVersion } from '../main/support/first-version.ts';
import { openTestHub } from '../main/support/test-hub.ts';
import { busyDay } from './busy-day.ts';
import { runProcess } from './killed-process.ts';
import { NEXT_VERSION } from './next-version.ts';
import { sellAndOwe } from './sell-and-owe.ts';
import { storeDigest } from './store-digest.ts';

const SEED = 20_261_121;
const KILLS = 6;
const FLIGHTS = 12_000;
/** Of the store that is migrated. */
const EARLIER_VERSION = 2;
const AISLE = resolve(import.meta.dirname, '../../out/main/aisle.js');

let folder: string;
/** The folder of a store that has sold, closed well; every test works on a copy of it. */
let sold: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-upkeep-'));
  sold = join(folder, 'sold');
  mkdirSync(sold);
  const store = await openTestHub({ file: join(sold, 'training.sqlite') });
  await store.db.begin();
  for (let flight = 0; flight < FLIGHTS; flight++) await store.addFlight();
  await store.db.commit();
  await busyDay(store, seededRandom(SEED), 150, async () => {});
  await store.hub.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const copyOf = (name: string, from = sold): string => {
  const to = join(folder, name);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  return to;
};

/** What a store says, without what an import only laid beside the schedule. */
async function digestOf(file: string): Promise<{ digest: string; problems: string[] }> {
  const db = new SqliteDatabase({ file });
  const problems = [...checkWholeFile(db), (await crossCheck(db)) ?? ''].filter(Boolean);
  await db.script('DELETE FROM staged_flights');
  const digest = await storeDigest(db);
  db.close();
  return { digest, problems };
}

/** Moments spread over a whole run, each moved by chance. */
const moments = (ms: number): number[] => {
  const random = seededRandom(SEED);
  return Array.from({ length: KILLS }, (_, place) => ((place + random.next()) * ms) / KILLS);
};

describe('killed in the middle of', () => {
  describe('a migration from the second version: the next start ends what was begun, and every step was done once', () => {
    const process = resolve(import.meta.dirname, 'migrating-process.ts');
    const versions = NEXT_VERSION.map((_, place) => place + 1);
    const earlier = (name: string): string => join(copyOf(name, join(folder, 'earlier')), 'training.sqlite');
    let right: Awaited<ReturnType<typeof versionAndDigest>>;
    let ms: number;
    /** The call that committed each step from the third on. */
    let commits: number[];

    beforeAll(async () => {
      const file = join(copyOf('earlier'), 'training.sqlite');
      const store = await openTestHub({ file });
      await sellAndOwe(store, 1);
      await store.hub.close();
      await toSecondVersion(file);
      const whole = earlier('migrated');
      const ended = await runProcess([process, whole]);
      expect(ended.code, ended.said).toBe(0);
      ms = ended.ms;
      commits = JSON.parse(ended.said.trim().split('\n').at(-1) ?? '') as number[];
      expect(commits).toHaveLength(NEXT_VERSION.length - EARLIER_VERSION);
      right = await versionAndDigest(whole);
      expect(right.versions).toEqual(versions);
      // There is work for the jobs, for the register of vouchers and for the bookings.
      for (const table of ['jobs', 'vouchers', 'offers', 'find_keys'])
        expect(await rowsOf(whole, `SELECT 1 AS row FROM ${table}`), table).not.toEqual([]);
    });

    /** Ends the migration of a store whose process was killed. Answers how many steps the store had then. */
    const endMigration = async (file: string): Promise<number> => {
      const between = await versionAndDigest(file);
      // Every step that was begun is there whole or not at all.
      expect(between.versions).toEqual(versions.slice(0, Math.max(between.versions.length, EARLIER_VERSION)));
      const db = new SqliteDatabase({ file });
      expect(checkWholeFile(db)).toEqual([]);
      if (between.versions.length <= SCHEMA_VERSION) {
        await migrate(db);
        expect(await crossCheck(db)).toBeUndefined();
      }
      await migrate(db, { steps: NEXT_VERSION });
      db.close();
      expect(await versionAndDigest(file)).toEqual(right);
      return between.versions.length;
    };

    test.each(versions.slice(EARLIER_VERSION))(
      `killed in step %i, before its commit and somewhere before that (seed ${SEED})`,
      async (step) => {
        const [begun = 0, committed = 0] = [commits[step - EARLIER_VERSION - 2], commits[step - EARLIER_VERSION - 1]];
        // The first call of a step begins its transaction.
        const somewhere = begun + 2 + seededRandom(SEED + step).below(committed - begun - 2);
        for (const killBefore of [somewhere, committed]) {
          const file = earlier('killed');
          const { code, said } = await runProcess([process, file, String(killBefore)]);
          expect(code, said).toBe(null);
          expect(await endMigration(file)).toBe(step - 1);
        }
      },
    );

    test(`killed at any moment, ${KILLS} times (seed ${SEED})`, async () => {
      for (const afterMs of moments(ms / 2)) {
        const file = earlier('killed');
        await runProcess([process, file], { afterMs, afterWord: /migrating/ });
        await endMigration(file);
      }
    });
  });

  test(`an import, ${KILLS} times: the schedule is the old or the new one, and importing again brings the new one (seed ${SEED})`, async () => {
    const csv = join(folder, 'season.csv');
    writeFileSync(csv, season());
    const args = (data: string) => [AISLE, 'import', csv, '--data', data, '--training', '--time-is-right'];
    const before = await flightsOf(join(sold, 'training.sqlite'));
    const whole = copyOf('imported');
    const { code, said, ms } = await runProcess(args(whole));
    expect(code, said).toBe(0);
    const flights = await flightsOf(join(whole, 'training.sqlite'));
    for (const afterMs of moments(ms)) {
      const data = copyOf('killed');
      const file = join(data, 'training.sqlite');
      await runProcess(args(data), { afterMs });
      expect((await digestOf(file)).problems).toEqual([]);
      const applied = await eventsOf(file);
      expect(applied).toBeLessThanOrEqual(1);
      expect(await flightsOf(file)).toBe(applied === 0 ? before : flights);
      const again = await runProcess(args(data));
      expect(again.code, again.said).toBe(0);
      expect(await flightsOf(file)).toBe(flights);
      expect(await eventsOf(file)).toBe(1);
    }
  });

  test(`a backup, ${KILLS} times: no half file looks whole, and the next backup clears it away (seed ${SEED})`, async () => {
    const args = (data: string) => [AISLE, 'backup', '--data', data, '--training'];
    const right = await digestOf(join(copyOf('before'), 'training.sqlite'));
    const first = await runProcess(args(copyOf('whole')));
    expect(first.code, first.said).toBe(0);
    const data = copyOf('killed');
    const backups = join(data, 'backups');
    let halves = 0;
    for (const afterMs of moments(first.ms)) {
      await runProcess(args(data), { afterMs });
      const left = existsSync(backups) ? readdirSync(backups) : [];
      if (left.some((name) => name.includes('.part'))) halves++;
      for (const name of left.filter((each) => readBackupName(each) !== undefined)) {
        const { digest, problems } = await contentOf(join(backups, name));
        expect(problems, name).toEqual([]);
        expect(digest, name).toBe(right.digest);
      }
    }
    expect(halves).toBeGreaterThan(0);
    const { code, said } = await runProcess(args(data));
    expect(code, said).toBe(0);
    expect(readdirSync(backups).filter((name) => name.includes('.part'))).toEqual([]);
    expect(await newestBackup(backups, join(data, 'training.sqlite'), 'training')).toBeDefined();
    // The store itself was only read.
    expect(await digestOf(join(data, 'training.sqlite'))).toEqual(right);
  });
});

/** A season that keeps some of the flights, moves others and brings new ones. */
function season(): string {
  const rows = ['carrier,number,origin,destination,from,to,days,departs,arrives,arrives_day,equipment,base_fare'];
  for (let number = 100; number < 300; number++)
    rows.push(`B6,${number},JFK,LAX,2026-11-23,2027-01-20,,10:${10 + (number % 50)},13:30,,321,${number}.00`);
  return `${rows.join('\n')}\n`;
}

async function rowsOf<Row>(file: string, sql: string): Promise<Row[]> {
  const db = new SqliteDatabase({ file });
  const rows = await db.query<Row>(sql).all();
  db.close();
  return rows;
}

const flightsOf = async (file: string) => JSON.stringify(await rowsOf(file, 'SELECT * FROM flights ORDER BY id'));
const eventsOf = async (file: string) => (await rowsOf(file, "SELECT event FROM journal WHERE type = 'schedule.applied'")).length;

async function versionAndDigest(file: string): Promise<{ versions: number[]; digest: string }> {
  const versions = (await rowsOf<{ version: number }>(file, 'SELECT version FROM schema_version ORDER BY version')).map(
    ({ version }) => version,
  );
  const db = new SqliteDatabase({ file });
  const digest = await storeDigest(db);
  db.close();
  return { versions, digest };
}

/** Of a copy of a store, without the count that a backup carries. */
async function contentOf(file: string): Promise<{ digest: string; problems: string[] }> {
  const copy = `${file}.looked-at`;
  cpSync(file, copy);
  const db = new SqliteDatabase({ file: copy });
  await db.script("DELETE FROM meta WHERE key = 'backup_bookings'");
  db.close();
  const found = await digestOf(copy);
  for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
  return found;
}
