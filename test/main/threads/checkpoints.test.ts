import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { Checkpoints } from '../../../main/threads/checkpoints.ts';

interface Log {
  /** Pages in the log, and how many of them stand in the store's file too. */
  readonly log: number;
  readonly checkpointed: number;
}

const written = (db: SqliteDatabase, from: number, rows: number) => {
  db.begin();
  for (let row = from; row < from + rows; row++) db.change('INSERT INTO kept VALUES (?)').run(row);
  db.commit();
};

test('the log is copied beside the writer once it has grown, and begins anew; nothing of it is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-log-'));
  const file = join(folder, 'store.sqlite');
  const db = new SqliteDatabase({ file });
  db.script('CREATE TABLE kept (number INTEGER NOT NULL PRIMARY KEY)');
  const finished = Promise.withResolvers<Log | undefined>();
  const checkpoints = new Checkpoints(file, db, {
    async between(work) {
      const done = await work();
      finished.resolve((db.pragma('wal_checkpoint(PASSIVE)') as Log[])[0]);
      return done;
    },
  });
  written(db, 1, 10);
  checkpoints.committed();
  written(db, 11, 20_000);
  const before = new SqliteDatabase({ file, readOnly: true });
  expect(before.query('SELECT count(*) AS n FROM kept').get()).toEqual({ n: 20_010 });
  before.close();
  checkpoints.committed();
  const log = await finished.promise;
  expect(log?.checkpointed).toBe(log?.log);
  written(db, 20_011, 1);
  const [anew] = db.pragma('wal_checkpoint(PASSIVE)') as Log[];
  expect(anew?.log).toBeLessThan(log?.log ?? 0);
  await checkpoints.close();
  expect(db.query('SELECT count(*) AS n FROM kept').get()).toEqual({ n: 20_011 });
  db.close();
  rmSync(folder, { recursive: true });
});
