import { assert } from '../../shared/assert.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import { mayBecome } from '../rules/lifecycle.ts';
import type { WriteDatabase } from '../store/database.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';

/** What else may change with a booking's state. */
type Changes = Partial<Pick<BookingRow, 'user' | 'phone' | 'email' | 'asked_by' | 'refunded'>>;

const MOVE = `UPDATE bookings SET state = ?, paying_since = NULL, user_name = ?, phone = ?, email = ?, asked_by = ?, refunded = ?
  WHERE id = ? AND state = ?`;

/**
 * Moves a booking on from the state it was read in; anything else would mean that two things happened to it at once. Answers with
 * the row as it stands then.
 */
export async function moveBooking(db: WriteDatabase, row: BookingRow, to: BookingState, changes: Changes = {}): Promise<BookingRow> {
  assert(mayBecome(row.state, to), `a booking that is ${row.state} cannot become ${to}`);
  const after: BookingRow = { ...row, ...changes, state: to, paying_since: null };
  const { user, phone, email, asked_by, refunded } = after;
  const moved = await db.change(MOVE).run(to, user, phone, email, asked_by, refunded, row.id, row.state);
  assert(moved === 1, `booking ${row.id} did not move from ${row.state} to ${to}`);
  return after;
}
