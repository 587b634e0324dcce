import Sqlite from 'better-sqlite3';
import { timed } from '../measure.ts';

type Found = Record<string, unknown>;

/**
 * Milliseconds in which bare better-sqlite3 ends all holds of a store: state, claims, counters, and the journal entries that the desk
 * wrote for it (`sold`: the store where it did), in batches of the same size.
 */
export async function bareExpiry(file: string, sold: string, batch: number): Promise<number> {
  const ended = new Sqlite(sold, { readonly: true });
  const entries = ended.prepare("SELECT * FROM journal WHERE type = 'hold.expired' ORDER BY event").all() as Found[];
  ended.close();
  const db = new Sqlite(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -65536']) db.pragma(pragma);
  const claims = db.prepare('SELECT flight_id, seat, owner FROM claims ORDER BY owner').all() as Found[];
  const columns = Object.keys(entries[0] ?? {});
  const state = db.prepare("UPDATE bookings SET state = 'EXPIRED' WHERE id = ?");
  const claim = db.prepare('DELETE FROM claims WHERE flight_id = ? AND seat = ?');
  const counter = db.prepare("UPDATE cabin_counters SET held = held - 1 WHERE flight_id = ? AND cabin = 'Y'");
  const entry = db.prepare(`INSERT INTO journal (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  const ms = await timed(() => {
    for (let from = 0; from < claims.length; from += batch) {
      db.exec('BEGIN IMMEDIATE');
      for (let n = from; n < Math.min(from + batch, claims.length); n++) {
        const { flight_id, seat, owner } = claims[n] as Found;
        state.run(owner);
        claim.run(flight_id, seat);
        counter.run(flight_id);
        entry.run(...columns.map((column) => entries[n]?.[column]));
      }
      db.exec('COMMIT');
    }
  });
  db.close();
  return ms;
}
