import { assert } from '../../shared/assert.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import { mayBecome } from '../rules/lifecycle.ts';
import { LateWriteFailed, type WriteDatabase } from '../store/database.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { type BookingRow, changedRow } from '../store/tables/bookings-table.ts';

/** What else may change with a booking's state. */
type Changes = Partial<
  Pick<
    BookingRow,
    'legs' | 'phone' | 'email' | 'asked_by' | 'refunded' | 'fees' | 'sold_at' | 'sold_by' | 'sold_desk' | 'minors_by' | 'failed_at'
  >
>;

/** Only what changes is named, because each column has to be bound, and SQLite writes each index of a column that is named. */
const moveOf = (changes: Changes): string =>
  `UPDATE bookings SET state = ?, version = version + 1, paying_since = NULL, expires_at = NULL${Object.keys(changes)
    .map((column) => `, ${column} = ?`)
    .join('')} WHERE id = ? AND state = ? AND version = ?`;

/**
 * Moves a booking on from the state and version in which it was read. Asserts that it still has them, because otherwise two changes would
 * have been made at once. The booking is no hold any more, so it has no deadline. Returns the new row.
 */
export async function moveBooking(db: WriteDatabase, row: BookingRow, to: BookingState, changes: Changes = {}): Promise<BookingRow> {
  assert(mayBecome(row.state, to), `a booking that is ${row.state} cannot become ${to}`);
  const after = changedRow(row, { ...changes, state: to, version: row.version + 1, paying_since: null, expires_at: null });
  await db.changeLater('bookings', async (now) => {
    const moved = await now.change(moveOf(changes)).run(to, ...Object.values(changes), row.id, row.state, row.version);
    if (moved !== 1) throw new LateWriteFailed(`booking ${row.id} did not move from ${row.state} to ${to}`);
  });
  rememberBooking(db, after);
  return after;
}
