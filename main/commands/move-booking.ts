import { assert } from '../../shared/assert.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import { mayBecome } from '../rules/lifecycle.ts';
import type { BookingRow } from '../store/bookings-table.ts';
import type { WriteDatabase } from '../store/database.ts';

/** Moves a booking on from the state it was read in; anything else would mean that two things happened to it at once. */
export async function moveBooking(db: WriteDatabase, row: BookingRow, to: BookingState): Promise<void> {
  assert(mayBecome(row.state, to), `a booking that is ${row.state} cannot become ${to}`);
  const moved = await db.change('UPDATE bookings SET state = ?, paying_since = NULL WHERE id = ? AND state = ?').run(to, row.id, row.state);
  assert(moved === 1, `booking ${row.id} did not move from ${row.state} to ${to}`);
}
