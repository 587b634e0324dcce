import { assert } from '../../shared/assert.ts';
import { EXPIRY_BATCH_MAX } from '../../shared/bounds.ts';
import { accept } from '../../shared/refusals.ts';
import { type BookingRow, bookingById } from '../store/tables/bookings-table.ts';
import { dueHoldsOn } from '../store/tables/claims-table.ts';
import type { Command, CommandContext } from './command.ts';
import { moveBooking } from './move-booking.ts';
import { bookingMoved, moveSeats } from './move-seats.ts';

/** Ends one hold whose time is up: a state and an event, never a delete. */
async function expireHold(context: CommandContext, bookingId: number): Promise<void> {
  const row = await bookingById(context.db, bookingId);
  assert(row?.state === 'HOLD' && row.expires_at !== null && row.expires_at <= context.now, `hold ${bookingId} is not due`);
  await endHold(context, row);
}

/** `why`: what ended it, unless its time was up. */
async function endHold(context: CommandContext, row: BookingRow, why = ''): Promise<void> {
  const after = await moveBooking(context.db, row, 'EXPIRED');
  context.emit('hold.expired', bookingMoved(context, after, await moveSeats(context, row, 'release'), { note: why }));
}

/** Ends every live hold, due or not, in the order of their numbers; says how many. */
export async function expireAllHolds(context: CommandContext, why: string): Promise<number> {
  const live = await context.db.query<{ id: number }>("SELECT id FROM bookings WHERE state = 'HOLD' ORDER BY id").all();
  for (const { id } of live) {
    const row = await bookingById(context.db, id);
    assert(row, `hold ${id} is there`);
    await endHold(context, row, why);
  }
  return live.length;
}

/** Ends the holds that are due, oldest deadline first, at most EXPIRY_BATCH_MAX; says how many. */
export async function expireDueHolds(context: CommandContext): Promise<number> {
  const sql = "SELECT id FROM bookings WHERE state = 'HOLD' AND expires_at <= ? ORDER BY expires_at LIMIT ?";
  const due = await context.db.query<{ id: number }>(sql).all(context.now, EXPIRY_BATCH_MAX);
  for (const { id } of due) await expireHold(context, id);
  return due.length;
}

/** Ends the due holds on one flight, however many others still wait for the sweep. */
export async function expireDueHoldsOn(context: CommandContext, flightId: number): Promise<number> {
  const due = await dueHoldsOn(context.db, flightId, context.now);
  for (const id of due) await expireHold(context, id);
  return due.length;
}

/** What the timer sends. `more` asks to be sent again at once. */
export const expireDue: Command<Record<string, never>, { expired: number; more: boolean }> = async (context) => {
  const expired = await expireDueHolds(context);
  return accept({ expired, more: expired === EXPIRY_BATCH_MAX });
};
