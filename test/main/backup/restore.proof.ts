import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { finishRestore } from '../../../main/backup/finish-restore.ts';
import { planFile, stagedFile } from '../../../main/backup/restore-plan.ts';
import { diskFiles, type StoreFiles } from '../../../main/backup/store-files.ts';
import { chooseMode } from '../../../main/boot/choose-mode.ts';
import { checkInPieces } from '../../../main/store/checks/check-store.ts';
import { LAST_BOOKING_NUMBER } from '../../../main/store/locators.ts';
import { SCHEMA_VERSION } from '../../../main/store/migrate.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { journalEnd } from '../../../main/store/tables/journal-table.ts';
import { writeMeta } from '../../../main/store/tables/meta-table.ts';
import { assert } from '../../../shared/assert.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { toSecondVersion } from '../support/first-version.ts';
import { seatProblems } from '../support/seat-invariants.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';
import { backupStore, sell } from './backup-store.ts';

const START = Date.UTC(2026, 10, 21, 14, 0, 0);
const AT = START + 60_000;
let files: ReturnType<typeof backupStore>;
let backup: string;
/** Locators that passengers were given: before the backup, and after it. */
let before: string[];
let after: string[];

/** When the newest entry of a store's journal was written. */
async function newestEntry(file: string): Promise<number> {
  const db = new SqliteDatabase({ file, readOnly: true });
  try {
    return (await journalEnd(db)).at;
  } finally {
    db.close();
  }
}

let asked = 0;
const sold = backupStore();
beforeAll(async () => {
  before = await sold.selling(async (hub) => {
    await hub.addFlight();
    return [(await sell(hub, 1, '20A')).locator, (await sell(hub, 1, '20B')).locator];
  }, new FakeClock(START));
  value(await sold.backup(START));
  after = await sold.selling(async (hub) => [(await sell(hub, 1, '20C')).locator, (await sell(hub, 1, '20D')).locator], new FakeClock(AT));
});
afterAll(() => sold.remove());
beforeEach(() => {
  files = backupStore();
  cpSync(sold.root, files.root, { recursive: true });
  backup = join(files.folder, readdirSync(files.folder).find((file) => file.endsWith('.sqlite')) ?? '');
});
afterEach(() => files.remove());

const dataFiles = () => readdirSync(files.root).filter((file) => !/-(wal|shm)$|^backups$/.test(file));
const bookingsOf = async (file: string) => {
  const db = new SqliteDatabase({ file, readOnly: true });
  const rows = await db.query<{ id: number }>('SELECT id FROM bookings ORDER BY id').all();
  const problems = [...(await seatProblems(db)), await checkInPieces(db, () => {})].filter(Boolean);
  db.close();
  expect(problems).toEqual([]);
  return rows.map(({ id }) => id);
};

describe('a restore', () => {
  test('brings back what the backup held, and keeps the store that it replaced, whole', async () => {
    const plan = value(await files.prepare(backup, AT));
    expect(await bookingsOf(files.store)).toEqual([1, 2, 3, 4]);
    expect(await finishRestore(files.store, 'training')).toEqual({ plan });
    expect(plan.replaced).toBe('training-replaced-2026-11-21T14-01-00Z.sqlite');
    expect(dataFiles().sort()).toEqual([plan.replaced, 'training.sqlite']);
    expect(await bookingsOf(files.store)).toEqual([1, 2]);
    expect(await bookingsOf(join(files.root, plan.replaced))).toEqual([1, 2, 3, 4]);
    expect(await finishRestore(files.store, 'training')).toBe(undefined);
    expect(readFileSync(backup).length).toBeGreaterThan(0);
  });

  test('never gives the number of a Z again that the replaced store had printed, and says which ones it left out (two Zs had the number 2)', async () => {
    const closeNext = async (hub: TestHub, count: number): Promise<number> => {
      const ask = () => `z-${++asked}`;
      const { shiftId } = value(
        await hub.hub.execute('shift.open', { requestId: ask(), floats: [{ currency: 'USD', amount: count }] }, ANA),
      );
      const counts = [{ currency: 'USD', pieces: [], loose: count }];
      value(await hub.hub.execute('shift.count', { requestId: ask(), shiftId, counts }, ANA));
      return value(await hub.hub.execute('shift.close', { requestId: ask(), shiftId, count: 1, reason: '' }, ANA)).closed?.z ?? 0;
    };
    expect(await files.selling((hub) => closeNext(hub, 100_00), new FakeClock(AT))).toBe(1);
    value(await files.backup(AT));
    const [newest = ''] = readdirSync(files.folder)
      .filter((file) => file.endsWith('.sqlite'))
      .sort()
      .reverse();
    const printed = await files.selling(async (hub) => [await closeNext(hub, 200_00), await closeNext(hub, 300_00)], new FakeClock(AT));
    expect(printed).toEqual([2, 3]);

    value(await files.prepare(join(files.folder, newest), AT));
    await finishRestore(files.store, 'training');
    const after = await files.selling(async (hub) => {
      expect(value(await hub.hub.ask('shift.now', {}, ANA)).lastZ).toBe(3);
      return closeNext(hub, 400_00);
    }, new FakeClock(AT));
    expect(after).toBe(4);
    const db = new SqliteDatabase({ file: files.store, readOnly: true });
    const entry = await db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'store.restored'").get();
    expect(JSON.parse(entry?.data ?? '').zsLeftOut).toEqual({ [ANA.desk]: 3 });
    expect(await checkInPieces(db, () => {})).toBe(undefined);
    db.close();

    // Also when that store is lost: its own backups know what it gave.
    value(await files.backup(AT + 60_000));
    truncateSync(files.store, 0);
    value(await files.prepare(join(files.folder, newest), AT + 120_000));
    await finishRestore(files.store, 'training');
    expect(await files.selling((hub) => closeNext(hub, 500_00), new FakeClock(AT + 120_000))).toBe(5);
  });

  test('never draws a locator again that the replaced store had given out', async () => {
    value(await files.prepare(backup, AT));
    await finishRestore(files.store, 'training');
    const drawn = await files.selling(async (hub) => {
      const locators: string[] = [];
      for (const seat of ['21A', '21B', '21C', '21D', '21E', '21F']) locators.push((await sell(hub, 1, seat)).locator);
      return locators;
    }, new FakeClock(AT));
    expect(drawn.filter((locator) => [...before, ...after].includes(locator))).toEqual([]);
    expect(await bookingsOf(files.store)).toEqual([1, 2, 1_005, 1_006, 1_007, 1_008, 1_009, 1_010]);
  });

  test('goes on from an event that nobody has heard, says in the journal what happened, and sends consoles for a fresh answer', async () => {
    const heard = await files.selling(async ({ hub }) => hub.newestEvent);
    value(await files.prepare(backup, AT));
    await finishRestore(files.store, 'training');
    await files.selling(async ({ hub }) => {
      expect(hub.newestEvent).toBe(heard + 1_001);
      expect(await hub.ask('events.since', { after: heard }, ANA)).toMatchObject({ refusal: { code: 'EVENTS_GONE' } });
      const { events } = value(await hub.ask('events.since', { after: hub.newestEvent - 1 }, ANA));
      expect(events).toMatchObject(
        [
          { type: 'store.restored', user: 'osei', desk: 'T1-01', data: { file: basename(backup), madeAt: START, replaced: /replaced/ } },
        ].map((event) => ({ ...event, data: { ...event.data, replaced: expect.stringMatching(event.data.replaced) } })),
      );
      // And it goes on from there without a gap.
      value(await hub.execute('settings.set', { requestId: 'after-restore', name: 'holdMinutes', value: 9 }, MERCY));
      expect(hub.newestEvent).toBe(heard + 1_002);
    });
    await bookingsOf(files.store);
  });

  test.each([
    // [whose time the restore bears, how long after the backup's newest entry, whether the entry bears it]
    ["a hub's, however late", true, 5 * DAY_MS, true],
    ["a computer's, a day later", false, DAY_MS, true],
    ["a computer's, days later: nobody has confirmed it", false, 5 * DAY_MS, false],
  ])('bears %s', async (_, hubTime, late, bears) => {
    const newest = await newestEntry(backup);
    value(await files.prepare(backup, newest + late, { hubTime }));
    await finishRestore(files.store, 'training');
    expect(await newestEntry(files.store)).toBe(bears ? newest + late : newest);
  });

  test('of a restored store leaves the numbers of both before it out', async () => {
    value(await files.prepare(backup, AT));
    await finishRestore(files.store, 'training');
    value(await files.prepare(backup, AT));
    await finishRestore(files.store, 'training');
    const { bookingId } = await files.selling((hub) => sell(hub, 1, '25A'), new FakeClock(AT));
    expect(bookingId).toBe(2_005);
    expect(dataFiles()).toHaveLength(3);
  });

  test('puts a replaced store back too, with what its log still held', async () => {
    const plan = value(await files.prepare(backup, AT));
    await finishRestore(files.store, 'training');
    value(await files.prepare(join(files.root, plan.replaced), AT));
    await finishRestore(files.store, 'training');
    expect(await bookingsOf(files.store)).toEqual([1, 2, 3, 4]);
  });

  test('over a store that does not open guesses wide, from what all backups know', async () => {
    const newer = value(await files.backup(AT, { kind: 'asked' })).file;
    truncateSync(files.store, 5_000);
    writeFileSync(files.store, 'no store any more');
    value(await files.prepare(backup, AT));
    const end = await finishRestore(files.store, 'training');
    expect(end?.problem).toBe(undefined);
    const { bookingId } = await files.selling((hub) => sell(hub, 1, '25A'), new FakeClock(AT));
    expect(bookingId).toBe(1_000_005);
    expect(readFileSync(join(files.root, end?.plan.replaced ?? ''), 'utf8')).toBe('no store any more');
    expect(existsSync(join(files.folder, newer))).toBe(true);
  });

  test('near the end of the numbers goes through: what was sold can be read, and no seat is held under a number that was given', async () => {
    await files.selling(async ({ db }) => writeMeta(db, 'numbers_given', String(LAST_BOOKING_NUMBER - 5)));
    value(await files.prepare(backup, AT));
    expect((await finishRestore(files.store, 'training'))?.problem).toBe(undefined);
    await files.selling(async (hub) => {
      expect(codeOf(await hub.hub.ask('bookings.get', { bookingId: 2 }, ANA))).toBe('ok');
      expect(codeOf(await hub.hold(1, ['25A'], { requestId: 'after-restore' }))).toBe('BOOKING_NUMBERS_GONE');
    }, new FakeClock(AT));
    expect(await bookingsOf(files.store)).toEqual([1, 2]);
  });

  test('of a backup of the second version brings back what was sold, cancelled and held then, as this version tells it', async () => {
    const earlier = backupStore();
    const clock = new FakeClock(START);
    const viewsOf = ({ hub }: TestHub) =>
      Promise.all([1, 2, 3].map(async (bookingId) => value(await hub.ask('bookings.get', { bookingId }, ANA)).booking));
    const views = await earlier.selling(async (hub) => {
      await hub.addFlight();
      await sell(hub, 1, '20A');
      const { bookingId } = await sell(hub, 1, '20B');
      const { offerId } = value(await hub.hub.execute('bookings.cancelQuote', { requestId: 'earlier-quote', bookingId }, ANA));
      value(await hub.hub.execute('bookings.cancel', { requestId: 'earlier-cancel', bookingId, offerId }, ANA));
      value(await hub.hold(1, ['20C'], { requestId: 'earlier-hold' }));
      return viewsOf(hub);
    }, clock);
    expect(views.map(({ state }) => state)).toEqual(['CONFIRMED', 'CANCELLED', 'HOLD']);
    const from = join(earlier.folder, value(await earlier.backup(START)).file);
    await toSecondVersion(from, { single: true });

    value(await earlier.prepare(from, AT));
    expect((await finishRestore(earlier.store, 'training'))?.problem).toBe(undefined);
    expect(await bookingsOf(earlier.store)).toEqual([1, 2, 3]);
    await earlier.selling(async (hub) => {
      expect(await viewsOf(hub)).toEqual(views);
      // The hold of then is sold, the sale of then is cancelled.
      const held = views[2];
      assert(held, 'the hold is the third booking');
      value(await hub.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, 'restored-sale'));
      const { offerId } = value(await hub.hub.execute('bookings.cancelQuote', { requestId: 'restored-quote', bookingId: 1 }, ANA));
      value(await hub.hub.execute('bookings.cancel', { requestId: 'restored-cancel', bookingId: 1, offerId }, ANA));
      expect((await viewsOf(hub)).map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED', 'CONFIRMED']);
    }, clock);
    expect(await bookingsOf(earlier.store)).toEqual([1, 2, 3]);
    earlier.remove();
  });

  test('where there is no store any more makes one', async () => {
    for (const file of readdirSync(files.root)) if (file.startsWith('training.sqlite')) diskFiles.remove(join(files.root, file));
    value(await files.prepare(backup, AT));
    await finishRestore(files.store, 'training');
    expect(await bookingsOf(files.store)).toEqual([1, 2]);
  });
});

describe('the plug is pulled', () => {
  /** Does `steps` changes, then none any more, as after power loss. */
  const dying = (steps: number): StoreFiles & { done: number } => {
    const dyingFiles = {
      ...diskFiles,
      done: 0,
      write: (path: string, text: string) => step(() => diskFiles.write(path, text)),
      move: (from: string, to: string) => step(() => diskFiles.move(from, to)),
      remove: (path: string) => (diskFiles.exists(path) ? step(() => diskFiles.remove(path)) : undefined),
    };
    const step = (work: () => void) => {
      if (dyingFiles.done >= steps) throw new Error('the plug was pulled');
      dyingFiles.done++;
      work();
    };
    return dyingFiles;
  };

  test('after any step of the exchange: the next start ends with the whole backup, and the replaced store whole beside it', async () => {
    // A log beside the store, as after a crash: it must go where its store goes.
    const plan = value(await files.prepare(backup, AT));
    const saved = new Map(
      readdirSync(files.root)
        .filter((file) => file.startsWith('training'))
        .map((file) => [file, readFileSync(join(files.root, file))]),
    );
    const counted = dying(Number.POSITIVE_INFINITY);
    await finishRestore(files.store, 'training', counted);
    expect(counted.done).toBeGreaterThanOrEqual(3);
    for (let steps = 0; steps < counted.done; steps++) {
      for (const file of readdirSync(files.root)) if (file.startsWith('training')) diskFiles.remove(join(files.root, file));
      for (const [file, bytes] of saved) writeFileSync(join(files.root, file), bytes);
      writeFileSync(`${files.store}-wal`, '');
      await expect(finishRestore(files.store, 'training', dying(steps))).rejects.toThrow('the plug was pulled');
      // Whoever looks for a store in between still finds out which one there is.
      expect(existsSync(planFile(files.store))).toBe(true);
      expect((await finishRestore(files.store, 'training'))?.plan).toEqual(plan);
      expect(await bookingsOf(files.store)).toEqual([1, 2]);
      expect(await bookingsOf(join(files.root, plan.replaced))).toEqual([1, 2, 3, 4]);
      expect(dataFiles().sort()).toEqual([plan.replaced, 'training.sqlite']);
      const db = new SqliteDatabase({ file: files.store, readOnly: true });
      expect(await db.query("SELECT event FROM journal WHERE type = 'store.restored'").all()).toHaveLength(1);
      db.close();
    }
  });

  test('before the plan is written: the store is as it was, and what was laid out is cleared away', async () => {
    expect(codeOf(await files.prepare(backup, AT, { files: dying(0) }))).toBe('BACKUP_FAILED');
    expect(existsSync(stagedFile(files.store))).toBe(true);
    expect(await finishRestore(files.store, 'training')).toBe(undefined);
    expect(dataFiles()).toEqual(['training.sqlite']);
    expect(await bookingsOf(files.store)).toEqual([1, 2, 3, 4]);
  });

  test('while a real store is away under another name, nobody starts a training one in its place', () => {
    writeFileSync(planFile(join(files.root, 'live.sqlite')), '{}');
    expect(chooseMode(files.root, undefined)).toBe('live');
  });

  test('a laid out copy that cannot be given its numbers is given up, and the store stays', async () => {
    value(await files.prepare(backup, AT));
    truncateSync(stagedFile(files.store), 20_000);
    const end = await finishRestore(files.store, 'training');
    expect(end?.problem).toMatch(/./);
    expect(dataFiles()).toEqual(['training.sqlite']);
    expect(await bookingsOf(files.store)).toEqual([1, 2, 3, 4]);
  });
});

describe('a restore is refused, and the store is as it was', () => {
  const bad = () => join(files.folder, 'training-2026-11-21T13-00-00Z-hourly.sqlite');
  const change = async (sql: string) => {
    copyFileSync(backup, bad());
    const db = new SqliteDatabase({ file: bad(), single: true });
    await db.script(sql);
    db.close();
  };

  test.each([
    ['a backup that is not there', 'BACKUP_UNKNOWN', async () => {}],
    ['a letter', 'BACKUP_DAMAGED', async () => writeFileSync(bad(), 'this is a letter, not a store. '.repeat(500))],
    ['half a backup', 'BACKUP_DAMAGED', async () => writeFileSync(bad(), readFileSync(backup).subarray(0, 40_960))],
    ['one whose counters lie', 'BACKUP_DAMAGED', () => change('UPDATE cabin_counters SET sold = sold + 1')],
    ['one whose journal was edited', 'BACKUP_DAMAGED', () => change("UPDATE journal SET user_name = 'somebody' WHERE event = 2")],
    [
      'a database of something else',
      'BACKUP_FOREIGN',
      async () => {
        const db = new SqliteDatabase({ file: bad(), single: true });
        await db.script('CREATE TABLE songs (name TEXT) STRICT');
        db.close();
      },
    ],
    ['a backup of another store', 'BACKUP_FOREIGN', () => change("UPDATE meta SET value = 'another' WHERE key = 'store_id'")],
    ['a real store in the place of a training one', 'BACKUP_FOREIGN', () => change("UPDATE meta SET value = 'live' WHERE key = 'mode'")],
    ['one of a newer Aisle', 'BACKUP_NEWER', () => change(`INSERT INTO schema_version (version) VALUES (${SCHEMA_VERSION + 1})`)],
  ] as const)('%s: %s', async (_name, code, make) => {
    await make();
    expect(codeOf(await files.prepare(bad(), AT))).toBe(code);
    expect(dataFiles()).toEqual(['training.sqlite']);
    expect(await finishRestore(files.store, 'training')).toBe(undefined);
    expect(await bookingsOf(files.store)).toEqual([1, 2, 3, 4]);
  });

  test('when it is stopped', async () => {
    const stop = new AbortController();
    expect(codeOf(await files.prepare(backup, AT, { signal: stop.signal, progress: () => stop.abort() }))).toBe('BACKUP_STOPPED');
    expect(dataFiles()).toEqual(['training.sqlite']);
  });
});

test('a check from a number that was left out is no damage', async () => {
  value(await files.prepare(backup, AT));
  await finishRestore(files.store, 'training');
  const hub = await openTestHub({ file: files.store, clock: new FakeClock(AT) });
  for (let turn = 0; turn < 1_200; turn++)
    value(await hub.hub.execute('settings.set', { requestId: `set-minutes-${turn}`, name: 'holdMinutes', value: 5 + (turn % 2) }, MERCY));
  await hub.hub.close();
  // The tail that every start reads again now begins between the two numbers.
  const { db } = await openStore({ file: files.store, mode: 'training', fresh: { storeId: '', locatorKey: 0, madeAt: 0 } });
  await db.close();
  expect(await bookingsOf(files.store)).toEqual([1, 2]);
});
