import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { changedRow } from '../store/tables/bookings-table.ts';
import { writtenHold } from '../views/booking-view.ts';
import type { Command } from './command.ts';
import { idleHoldProblem } from './hold-problem.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

/** Moves a hold with a time limit to the desk that asks. A hold without one stays with its desk: somebody is at work on it there. */
export const takeOverHold: Command<Input<'holds.takeOver'>, Output<'holds.takeOver'>> = async (context, { bookingId }) => {
  const { db, actor, locators } = context;
  const row = await trustedBooking(db, bookingId);
  const asOwner = row && row.pay_by !== null ? { ...context, actor: { ...actor, desk: row.desk } } : context;
  const problem = idleHoldProblem(asOwner, row, bookingId);
  if (problem) return problem;
  assert(row, 'a hold without problem exists');
  if (row.desk === actor.desk) return { ok: true, booking: await writtenHold(db, row, locators) };
  const sql = "UPDATE bookings SET desk = ?, version = version + 1 WHERE id = ? AND state = 'HOLD' AND version = ?";
  assert((await db.change(sql).run(actor.desk, row.id, row.version)) === 1, `hold ${row.id} was not taken over`);
  const after = changedRow(row, { desk: actor.desk, version: row.version + 1 });
  rememberBooking(db, after);
  context.emit('hold.takenOver', bookingMoved(context, after, await keptSeats(context, after), { note: `from desk ${row.desk}` }));
  return { ok: true, booking: await writtenHold(db, after, locators) };
};
