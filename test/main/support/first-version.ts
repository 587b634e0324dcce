import { SqliteDatabase, type SqliteOptions } from '../../../main/store/sqlite.ts';

/** Makes a store what the first version of Aisle would have left: replies that are kept whole, and no jobs. */
export async function toFirstVersion(file: string, options: Pick<SqliteOptions, 'single'> = {}): Promise<void> {
  const db = new SqliteDatabase({ file, ...options });
  await db.script(`
    UPDATE replies SET reply = reply || (SELECT ',"party":' || party || ',"legs":' || legs || '}}' FROM bookings WHERE id = replies.booking_id)
      WHERE booking_id IS NOT NULL;
    ALTER TABLE replies DROP COLUMN booking_id;
    DROP TABLE jobs;
    DROP TABLE job_tries;
    DROP INDEX payments_reversal_due;
    DELETE FROM schema_version WHERE version > 1;`);
  db.close();
}
