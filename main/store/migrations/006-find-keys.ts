import type { Database } from '../database.ts';
import type { Migration } from '../migrate.ts';
import { findKeysOf } from '../tables/find-keys-table.ts';

/**
 * Adds what bookings are found by: names without spaces and in one spelling, phone numbers from their end, addresses. The index by host name
 * goes, because names are looked for here.
 */
export const findKeys: Migration = {
  script: `
CREATE TABLE find_keys (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  booking_id INTEGER NOT NULL,
  PRIMARY KEY (kind, key, booking_id)
) STRICT, WITHOUT ROWID;
DROP INDEX booking_passengers_name;
`,
  rows: writeKeys,
};

const AT_ONCE = 2_000;
const KEYS_AT_ONCE = 300_000;

interface Contact {
  readonly id: number;
  readonly phone: string | null;
  readonly email: string | null;
}

interface Named {
  readonly booking_id: number;
  readonly host_surname: string;
  readonly host_given: string;
  readonly surname: string;
  readonly given: string;
}

const CONTACTS = 'SELECT id, phone, email FROM bookings WHERE id > ? AND id <= ? AND sold_at IS NOT NULL ORDER BY id';
const NAMES = `SELECT booking_id, host_surname, host_given, surname, given FROM booking_passengers
  WHERE booking_id > ? AND booking_id <= ? ORDER BY booking_id, place`;
const KEY = 'INSERT INTO find_keys (kind, key, booking_id) VALUES (?, ?, ?)';

type Row = readonly [kind: string, key: string, bookingId: number];

/**
 * Keys are stored in their order and bookings are read in the order in which they were made. Many keys are written at once, in their order.
 * Written booking by booking, nearly each key would need another page of a table that is larger than the cache.
 */
async function writeKeys(db: Database, progress: (done: number, total: number) => void): Promise<void> {
  const last = (await db.query<{ last: number | null }>('SELECT max(id) AS last FROM bookings').get())?.last ?? 0;
  let keys: Row[] = [];
  for (let after = 0; after < last; after += AT_ONCE) {
    const upTo = after + AT_ONCE;
    const names = Map.groupBy(await db.query<Named>(NAMES).all(after, upTo), ({ booking_id }) => booking_id);
    for (const { id, phone, email } of await db.query<Contact>(CONTACTS).all(after, upTo))
      for (const { kind, key } of findKeysOf({ passengers: names.get(id) ?? [], phone, email })) keys.push([kind, key, id]);
    if (keys.length >= KEYS_AT_ONCE || upTo >= last) {
      keys.sort(([kindA, keyA, a], [kindB, keyB, b]) => order(kindA, kindB) || order(keyA, keyB) || a - b);
      for (const row of keys) await db.change(KEY).run(...row);
      keys = [];
    }
    progress(Math.min(upTo, last), last);
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
