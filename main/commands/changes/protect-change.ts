import { assert } from '../../../shared/assert.ts';
import { PAYMENT_GRACE_MS } from '../../../shared/bounds.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { forgetOffers } from '../../store/known-offers.ts';
import { type BookingRow, changedRow } from '../../store/tables/bookings-table.ts';
import type { CommandContext } from '../command.ts';
import { bookingMoved, keptSeats } from '../move-seats.ts';

const OFFER = 'UPDATE offers SET valid_until = ? WHERE id = ? AND valid_until < ?';

/** Keeps the offer of a change, and the hold whose seats it takes, at least as long as the terminal may take for the next card. */
export async function protectChange(context: CommandContext, offerId: number, hold: BookingRow | undefined): Promise<void> {
  const { db, now } = context;
  const until = now + PAYMENT_GRACE_MS;
  await db.change(OFFER).run(until, offerId, until);
  forgetOffers(db);
  const expiresAt = Math.max(hold?.expires_at ?? 0, until);
  if (!hold || expiresAt === hold.expires_at) return;
  const after = changedRow(hold, { expires_at: expiresAt, hold_ms: expiresAt - hold.created_at, version: hold.version + 1 });
  const changed = await db
    .change("UPDATE bookings SET expires_at = ?, hold_ms = ?, version = version + 1 WHERE id = ? AND state = 'HOLD' AND version = ?")
    .run(expiresAt, after.hold_ms, hold.id, hold.version);
  assert(changed === 1, `hold ${hold.id} was not protected`);
  rememberBooking(db, after);
  context.emit('hold.protected', bookingMoved(context, after, await keptSeats(context, after)));
}
