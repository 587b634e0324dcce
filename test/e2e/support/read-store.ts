import { SqliteDatabase } from '../../../main/store/sqlite.ts';

/** What a store holds of sales, counted beside the product's own reading. */
export async function readStore(file: string) {
  const db = new SqliteDatabase({ file, readOnly: true });
  try {
    const rows = <Row>(sql: string) => db.query<Row>(sql).all();
    return {
      bookings: await rows<{ state: string; total: number; refunded: number }>('SELECT state, total, refunded FROM bookings ORDER BY id'),
      claims: (await rows('SELECT seat FROM claims')).length,
      counters: await rows<{ held: number; sold: number }>('SELECT held, sold FROM cabin_counters'),
      tenders: await rows<{ kind: string; amount: number }>('SELECT kind, amount FROM tenders'),
      payments: await rows<{ state: string }>('SELECT state FROM payments'),
      drafts: (await rows<{ draft: string }>('SELECT draft FROM hold_drafts ORDER BY booking_id')).map(({ draft }) => draft),
      confirmations: (await rows("SELECT event FROM journal WHERE type = 'booking.confirmed'")).length,
    };
  } finally {
    db.close();
  }
}
