import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';

/** What is left of a record that was erased. */
const LEFT = `SELECT (SELECT count(*) FROM customer_keys WHERE customer_id = c.id) + (SELECT count(*) FROM customer_bookings WHERE customer_id = c.id) AS links,
    surname || given || host_surname || host_given || title || phone || email || coalesce(birth_date, '') || coalesce(document, '') AS words, erased_at
  FROM customers c WHERE id = ?`;
/** A sold booking without names. */
const NAMELESS = `SELECT b.id FROM bookings b WHERE b.sold_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM booking_passengers p WHERE p.booking_id = b.id AND p.surname <> '') LIMIT 1`;
/** A sold booking without contact that no erase has told of. */
const UNREACHED = `SELECT id FROM bookings WHERE asked_by IS NOT NULL AND phone = '' AND email = '' AND id NOT IN
  (SELECT e.value FROM journal j, json_each(j.data, '$.blanked') e WHERE j.type = 'customer.erased') LIMIT 1`;

/** Of an erased record nothing is left, and its bookings keep their names. A contact is only gone where the erase says so. */
export function checkCustomers(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  const db = reader as SqliteDatabase;
  const erased = events.filter(({ type }) => type === 'customer.erased');
  if (erased.length === 0) return;
  for (const { event, data } of erased) {
    const { customerId } = JSON.parse(data) as { customerId: number };
    const [left] = db.query<{ links: number; words: string; erased_at: number | null }>(LEFT).all(customerId) as {
      links: number;
      words: string;
      erased_at: number | null;
    }[];
    if (!left || left.links > 0 || left.words !== '' || left.erased_at === null)
      throw new Failure('erased', `event ${event} erases record ${customerId}, of which ${JSON.stringify(left)} is left`);
  }
  for (const [sql, problem] of [
    [NAMELESS, 'has no names'],
    [UNREACHED, 'has no contact'],
  ] as const) {
    const [found] = db.query<{ id: number }>(sql).all() as { id: number }[];
    if (found) throw new Failure('erased', `booking ${found.id} ${problem} after records were erased`);
  }
}
