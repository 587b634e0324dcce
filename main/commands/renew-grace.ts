import { assert } from '../../shared/assert.ts';
import { PAYMENT_GRACE_MS } from '../../shared/bounds.ts';
import { accept } from '../../shared/refusals.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { bookingById, changedRow } from '../store/tables/bookings-table.ts';
import type { Command } from './command.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

/**
 * Protects a hold for the whole grace again, before the next card of a split payment is asked. A hold that has ended meanwhile stays ended.
 * Its seats are taken again at the confirmation if they are free.
 */
export const renewGrace: Command<{ readonly bookingId: number }, { renewed: boolean }> = async (context, { bookingId }) => {
  const { db, now } = context;
  const row = await bookingById(db, bookingId);
  if (row?.state !== 'HOLD' || row.paying_since === null || row.expires_at === null) return accept({ renewed: false });
  const expiresAt = Math.max(row.expires_at, now + PAYMENT_GRACE_MS);
  if (expiresAt === row.expires_at) return accept({ renewed: false });
  const sql =
    "UPDATE bookings SET expires_at = ?, hold_ms = ?, version = version + 1 WHERE id = ? AND state = 'HOLD' AND paying_since IS NOT NULL";
  const holdMs = expiresAt - row.created_at;
  assert((await db.change(sql).run(expiresAt, holdMs, bookingId)) === 1, `hold ${bookingId} was not protected any longer`);
  const after = changedRow(row, { expires_at: expiresAt, hold_ms: holdMs, version: row.version + 1 });
  rememberBooking(db, after);
  context.emit('payment.renewed', bookingMoved(context, after, await keptSeats(context, row)));
  return accept({ renewed: true });
};
