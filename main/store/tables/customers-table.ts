import { assert } from '../../../shared/assert.ts';
import type { CustomerRecord } from '../../../shared/methods/customers.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import type { KeyRange } from '../find-keys.ts';
import { findKeysOf } from './find-keys-table.ts';

/** A record that is kept of a passenger. One that was erased has empty texts and `erased_at`. */
export interface CustomerRow {
  readonly id: number;
  readonly surname: string;
  readonly given: string;
  readonly host_surname: string;
  readonly host_given: string;
  readonly title: string;
  readonly birth_date: string | null;
  readonly phone: string;
  readonly email: string;
  /** JSON of CustomerRecord.document. */
  readonly document: string | null;
  readonly kept_at: number;
  readonly kept_by: string;
  readonly kept_desk: string;
  readonly version: number;
  readonly erased_at: number | null;
}

const COLUMNS =
  'id, surname, given, host_surname, host_given, title, birth_date, phone, email, document, kept_at, kept_by, kept_desk, version, erased_at';

export const customerById = (db: ReadDatabase, id: number) =>
  db.query<CustomerRow>(`SELECT ${COLUMNS} FROM customers WHERE id = ?`).get(id);

const keysOf = (row: CustomerRow) => findKeysOf({ passengers: [row], phone: row.phone, email: row.email });

async function insertKeys(db: WriteDatabase, row: CustomerRow): Promise<void> {
  for (const { kind, key } of keysOf(row))
    await db.change('INSERT INTO customer_keys (kind, key, customer_id) VALUES (?, ?, ?)').run(kind, key, row.id);
}

async function deleteKeys(db: WriteDatabase, row: CustomerRow): Promise<void> {
  for (const { kind, key } of keysOf(row))
    await db.change('DELETE FROM customer_keys WHERE kind = ? AND key = ? AND customer_id = ?').run(kind, key, row.id);
}

/** Numbers are never given twice: a record that was erased keeps its own. */
export const nextCustomerId = async (db: ReadDatabase): Promise<number> =>
  ((await db.query<{ id: number | null }>('SELECT max(id) AS id FROM customers').get())?.id ?? 0) + 1;

export async function insertCustomer(db: WriteDatabase, row: CustomerRow): Promise<void> {
  const values = [row.id, row.surname, row.given, row.host_surname, row.host_given, row.title, row.birth_date, row.phone, row.email];
  const made = await db
    .change(`INSERT INTO customers (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(...values, row.document, row.kept_at, row.kept_by, row.kept_desk, row.version, row.erased_at);
  assert(made === 1, `record ${row.id} was not kept`);
  await insertKeys(db, row);
}

const REPLACE = `UPDATE customers SET surname = ?, given = ?, host_surname = ?, host_given = ?, title = ?, birth_date = ?, phone = ?, email = ?,
  document = ?, version = ?, erased_at = ? WHERE id = ? AND version = ?`;

/** Writes a record anew, with what it is found by. */
export async function replaceCustomer(db: WriteDatabase, before: CustomerRow, after: CustomerRow): Promise<void> {
  const values = [
    after.surname,
    after.given,
    after.host_surname,
    after.host_given,
    after.title,
    after.birth_date,
    after.phone,
    after.email,
  ];
  const changed = await db.change(REPLACE).run(...values, after.document, after.version, after.erased_at, before.id, before.version);
  assert(changed === 1, `record ${before.id} was not changed`);
  await deleteKeys(db, before);
  await insertKeys(db, after);
}

/** Leaves nothing of a record but its number and when it was kept and erased. Its bookings belong to it no more. */
export async function eraseCustomer(db: WriteDatabase, row: CustomerRow, at: number): Promise<void> {
  await deleteKeys(db, row);
  await db.change('DELETE FROM customer_bookings WHERE customer_id = ?').run(row.id);
  const empty = ['', '', '', '', '', null, '', ''] as const;
  const changed = await db.change(REPLACE).run(...empty, null, row.version + 1, at, row.id, row.version);
  assert(changed === 1, `record ${row.id} was not erased`);
}

const LINK = 'INSERT INTO customer_bookings (customer_id, booking_id) VALUES (?, ?) ON CONFLICT DO NOTHING';
export const linkBooking = (db: WriteDatabase, customerId: number, bookingId: number) => db.change(LINK).run(customerId, bookingId);

const LINKED = 'SELECT booking_id AS id FROM customer_bookings WHERE customer_id IN (?) ORDER BY booking_id DESC LIMIT ?';
export const linkedBookings = (db: ReadDatabase, customerId: number, most: number) => db.column<number>(LINKED).all(customerId, most);

/** Greater than every sign that a key holds. */
const LAST = '\u{10ffff}';
const WHOLE = 'SELECT customer_id AS id FROM customer_keys WHERE kind IN (?) AND key IN (?) ORDER BY customer_id DESC LIMIT ?';
const BEGINNING =
  'SELECT DISTINCT customer_id AS id FROM customer_keys WHERE kind IN (?) AND key >= ? AND key < ? ORDER BY customer_id DESC LIMIT ?';

/** Records that have a key in this stretch, the newest first. */
export const customersByKey = async (db: ReadDatabase, { kind, start, whole }: KeyRange, most: number): Promise<number[]> =>
  whole ? db.column<number>(WHOLE).all(kind, start, most) : db.column<number>(BEGINNING).all(kind, start, start + LAST, most);

const BETWEEN = `SELECT ${COLUMNS} FROM customers WHERE id > ? AND id <= ? ORDER BY id`;
/** Records numbered in (after, upTo], also those that were erased. */
export const customersBetween = (db: ReadDatabase, after: number, upTo: number) => db.query<CustomerRow>(BETWEEN).all(after, upTo);

/** The record as the contract has it. */
export function recordOf(row: Omit<CustomerRow, 'id' | 'kept_at' | 'kept_by' | 'kept_desk' | 'version' | 'erased_at'>): CustomerRecord {
  const { surname, given, title, birth_date: birthDate, phone, email, document } = row;
  return {
    ...{ surname, given, birthDate, phone, email, title: title as CustomerRecord['title'] },
    host: { surname: row.host_surname, given: row.host_given },
    document: document === null ? null : (JSON.parse(document) as CustomerRecord['document']),
  };
}
