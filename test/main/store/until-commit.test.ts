import { afterEach, beforeEach, expect, it } from 'vitest';
import { openForReading } from '../../../main/store/open-store.ts';
import { untilCommit } from '../../../main/store/until-commit.ts';
import { backupStore } from '../backup/backup-store.ts';
import { openTestHub } from '../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

async function open() {
  const writer = await openTestHub({ file: files.store });
  const { db } = await openForReading(files.store);
  let reads = 0;
  const flights = untilCommit(async (of) => {
    reads++;
    return (await of.column<number>('SELECT count(*) FROM flights').get()) ?? 0;
  });
  return { writer, db, flights, reads: () => reads };
}

it('reads once for each state of the store', async () => {
  const { writer, db, flights, reads } = await open();
  expect([await flights(db), await flights(db)]).toEqual([0, 0]);
  expect(reads()).toBe(1);
  await writer.addFlight();
  expect([await flights(db), await flights(db)]).toEqual([1, 1]);
  expect(reads()).toBe(2);
  await db.close();
  await writer.hub.close();
});

it('keeps to the snapshot in which it is asked', async () => {
  const { writer, db, flights } = await open();
  await db.snapshot(async () => {
    expect(await flights(db)).toBe(0);
    await writer.addFlight();
    expect(await flights(db)).toBe(0);
  });
  expect(await flights(db)).toBe(1);
  await db.close();
  await writer.hub.close();
});

it('reads each time where the connection may write, and for each connection by itself', async () => {
  const { writer, db, flights, reads } = await open();
  await writer.addFlight();
  expect([await flights(writer.db), await flights(writer.db), await flights(db)]).toEqual([1, 1, 1]);
  expect(reads()).toBe(3);
  await writer.db.begin();
  await writer.db.change('DELETE FROM flights').run();
  expect(await flights(writer.db)).toBe(0);
  await writer.db.rollback();
  expect(await flights(writer.db)).toBe(1);
  await db.close();
  await writer.hub.close();
});
