import { SqliteDatabase, type SqliteOptions } from '../../../main/store/sqlite.ts';

/** Makes a store what the first version of Aisle would have left: replies that are kept whole, no jobs, no register of vouchers. */
export async function toFirstVersion(file: string, options: Pick<SqliteOptions, 'single'> = {}): Promise<void> {
  const db = new SqliteDatabase({ file, ...options });
  await db.script(`
    UPDATE replies SET reply = reply || (SELECT ',"party":' || party || ',"legs":' || legs || '}}' FROM bookings WHERE id = replies.booking_id)
      WHERE booking_id IS NOT NULL;
    ALTER TABLE replies DROP COLUMN booking_id;
    DROP TABLE jobs;
    DROP TABLE job_tries;
    DROP INDEX payments_reversal_due;
    DROP INDEX tenders_voucher;
    DROP INDEX tenders_approval_code;
    ALTER TABLE tenders DROP COLUMN refund_voucher;
    DROP TABLE vouchers;
    CREATE UNIQUE INDEX tenders_voucher ON tenders (voucher) WHERE voucher IS NOT NULL;
    DELETE FROM schema_version WHERE version > 1;`);
  db.close();
}
