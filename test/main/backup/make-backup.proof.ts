import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roomProblem } from '../../../main/backup/disk-room.ts';
import { listBackups } from '../../../main/backup/list-backups.ts';
import { newestBackup } from '../../../main/backup/newest-backup.ts';
import { StoreHub } from '../../../main/engine/store-hub.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { startReader } from '../../../main/threads/start-reader.ts';
import { startWriter } from '../../../main/threads/start-writer.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { seatProblems } from '../support/seat-invariants.ts';
import { ANA, adult, codeOf, value } from '../support/test-hub.ts';
import { backupStore, sell } from './backup-store.ts';

const AT = Date.UTC(2026, 10, 21, 14, 5, 9);
let files: ReturnType<typeof backupStore>;
beforeEach(async () => {
  files = backupStore();
  await files.selling(async (hub) => {
    await hub.addFlight();
    await sell(hub, 1, '20A');
    await hub.hold(1, ['21A']);
  });
});
afterEach(() => files.remove());

const made = () => readdirSync(files.folder).filter((file) => !file.endsWith('.lock'));
const writable = process.platform !== 'win32';

describe('a backup', () => {
  test('is one whole file that bears its time and mode, which nobody else may read, and tells what it holds', async () => {
    const { file } = value(await files.backup(AT));
    expect(file).toBe('training-2026-11-21T14-05-09Z-hourly.sqlite');
    expect(made()).toEqual([file]);
    if (writable) expect([statSync(files.folder).mode & 0o777, statSync(join(files.folder, file)).mode & 0o777]).toEqual([0o700, 0o600]);
    const [view] = await listBackups(files.folder, 'training');
    expect(view).toMatchObject({ file, kind: 'hourly', at: AT, bookings: 1, newestEvent: 3 });
    const db = new SqliteDatabase({ file: join(files.folder, file), readOnly: true });
    expect(await seatProblems(db)).toEqual([]);
    db.close();
    expect(await listBackups(files.folder, 'live')).toEqual([]);
    expect(await newestBackup(files.folder, files.store, 'training')).toMatchObject({
      file: join(files.folder, file),
      sentence: expect.stringContaining('2026-11-21 14:05 UTC'),
      command: expect.stringContaining(`restore ${join(files.folder, file)}`),
    });
  });

  test('made while sixty-four sellers go on is of one moment: its seats, counters and journal agree', async () => {
    const fresh = { storeId: 'test', locatorKey: 0x5eed, madeAt: 0 };
    const clock = new FakeClock();
    await files.selling(async (hub) => {
      for (let id = 2; id < 42; id++) await hub.addFlight({ id, number: id });
    });
    const fail = (error: unknown) => {
      throw error;
    };
    const { writer, found } = await startWriter({ file: files.store, mode: 'training', fresh }, fail);
    const reader = await startReader({ file: files.store, lane: 'quick', fault: fail, ended: fail });
    const hub = new StoreHub({ clock, writer, reader, found, report: fail, setApart: fail, trouble: fail });
    let selling = true;
    let placed = 0;
    const seats = ['20', '21', '22', '23', '24', '25', '26', '27', '28'].flatMap((row) => [...'ABCDEF'].map((letter) => row + letter));
    const sellers = Array.from({ length: 64 }, async () => {
      for (let turn = placed++; selling && turn < 2_000; turn = placed++) {
        const legs = [{ flightId: 2 + Math.floor(turn / seats.length), cabin: 'Y' as const, seats: [seats[turn % seats.length] ?? ''] }];
        value(
          await hub.execute('holds.place', { requestId: `seller-${turn}-00`, legs, passengers: [adult], exitRowConfirmed: false }, ANA),
        );
      }
    });
    const { file } = value(await files.backup(AT, { gentle: true }));
    const heard = hub.newestEvent;
    selling = false;
    await Promise.all(sellers);
    await hub.close();
    const db = new SqliteDatabase({ file: join(files.folder, file), readOnly: true });
    expect(await seatProblems(db)).toEqual([]);
    db.close();
    const [view] = await listBackups(files.folder, 'training');
    expect(view?.newestEvent).toBeGreaterThanOrEqual(3);
    expect(view?.newestEvent).toBeLessThanOrEqual(heard);
    expect(placed).toBeGreaterThan(64);
  });

  test('two at once: the second is refused, and clears nothing of the first away', async () => {
    let second: Promise<unknown> | undefined;
    const first = await files.backup(AT, {
      progress: () => {
        second ??= files.backup(AT).then(codeOf);
      },
    });
    expect(codeOf(first)).toBe('ok');
    expect(await second).toBe('BACKUP_RUNNING');
    expect(made()).toHaveLength(1);
  });

  test('two within one second bear two names', async () => {
    const names = [value(await files.backup(AT)).file, value(await files.backup(AT)).file];
    expect(names).toEqual(['training-2026-11-21T14-05-09Z-hourly.sqlite', 'training-2026-11-21T14-05-10Z-hourly.sqlite']);
  });

  test('clears away what one that was killed left, of its own mode alone', async () => {
    mkdirSync(files.folder);
    const left = ['training-2026-11-21T13-00-00Z-hourly.sqlite.part', 'training-2026-11-21T13-00-00Z-hourly.sqlite.part-journal'];
    const others = ['live-2026-11-21T13-00-00Z-hourly.sqlite.part', 'holiday.jpg'];
    for (const file of [...left, ...others]) writeFileSync(join(files.folder, file), 'half');
    const { file } = value(await files.backup(AT));
    expect(made().sort()).toEqual([...others, file].sort());
  });

  test('that is stopped leaves nothing', async () => {
    const stop = new AbortController();
    const reply = await files.backup(AT, { signal: stop.signal, progress: () => stop.abort() });
    expect(codeOf(reply)).toBe('BACKUP_STOPPED');
    expect(made()).toEqual([]);
  });

  test('rotates as the setting says', async () => {
    const keep = { hourlyKept: 2, dailyKept: 1 };
    for (let hour = 0; hour < 4; hour++) value(await files.backup(AT + hour * HOUR_MS, { keep }));
    expect(made().map((file) => file.slice(9, 22))).toEqual(['2026-11-21T16', '2026-11-21T17']);
  });

  test('of a damaged store is named and removed, and never listed', async () => {
    await files.selling(async (hub) => {
      await hub.db.change("UPDATE cabin_counters SET held = held + 3 WHERE flight_id = 1 AND cabin = 'Y'").run();
    });
    const reply = await files.backup(AT);
    expect(reply).toMatchObject({
      ok: false,
      refusal: { code: 'BACKUP_FAILED', message: expect.stringContaining('did not pass the check') },
    });
    expect(made()).toEqual([]);
  });
});

describe('what a backup cannot do is said, and leaves nothing', () => {
  test('where the folder is no folder', async () => {
    writeFileSync(join(files.root, 'a-file'), '');
    for (const folder of [join(files.root, 'a-file'), join(files.root, 'a-file', 'below')]) {
      const reply = await files.backup(AT, { folder });
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'BACKUP_FOLDER', message: expect.stringContaining('it is no folder') } });
    }
  });

  test.runIf(process.platform === 'linux')('where a folder takes no folders, without waiting for ever', async () => {
    expect(codeOf(await files.backup(AT, { folder: '/proc/aisle-backups/here' }))).toBe('BACKUP_FOLDER');
  });

  test('where the disk has no room, before anything is copied', () => {
    expect(roomProblem(files.root, 1_000)).toBe(undefined);
    expect(roomProblem(files.root, 2 ** 60)?.refusal).toMatchObject({
      code: 'BACKUP_NO_ROOM',
      message: expect.stringMatching(/^A backup needs \d+ MB in .*, and \d+ MB are free\.$/),
    });
  });

  test('the store is the same afterwards, byte for byte', async () => {
    const before = readFileSync(files.store);
    value(await files.backup(AT));
    expect(readFileSync(files.store).equals(before)).toBe(true);
    expect(existsSync(`${files.store}-journal`)).toBe(false);
  });
});
