import type { Database } from '../database.ts';
import type { Migration } from '../migration.ts';
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
const KEYS_AT_ONCE = 500_000;

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

/** Between the parts of a row that waits; no key holds it. Booking numbers have at most ten digits. */
const BETWEEN = '\t';
const waiting = (kind: string, key: string, id: number): string => [kind, key, String(id).padStart(10, '0')].join(BETWEEN);

/**
 * Keys are stored in their order and bookings are read in the order in which they were made. Many keys are written at once, in their order.
 * Written booking by booking, nearly each key would need another page of a table that is larger than the cache. A row waits as one text: half a
 * million of them take some fifty megabytes, and are sorted in a second.
 */
async function writeKeys(db: Database, progress: (done: number, total: number) => void): Promise<void> {
  const last = (await db.query<{ last: number | null }>('SELECT max(id) AS last FROM bookings').get())?.last ?? 0;
  let rows: string[] = [];
  for (let after = 0; after < last; after += AT_ONCE) {
    const upTo = after + AT_ONCE;
    const names = Map.groupBy(await db.query<Named>(NAMES).all(after, upTo), ({ booking_id }) => booking_id);
    for (const { id, phone, email } of await db.query<Contact>(CONTACTS).all(after, upTo))
      for (const { kind, key } of findKeysOf({ passengers: names.get(id) ?? [], phone, email })) rows.push(waiting(kind, key, id));
    if (rows.length >= KEYS_AT_ONCE || upTo >= last) {
      for (const row of rows.sort()) {
        const [kind = '', key = '', id] = row.split(BETWEEN);
        await db.change(KEY).run(kind, key, Number(id));
      }
      rows = [];
    }
    progress(Math.min(upTo, last), last);
  }
}
