import { assert } from '../../../shared/assert.ts';
import { WAY_KEPT_MS } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { accept } from '../../../shared/refusals.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { type BookingRow, changedRow, legsOf, waysFor } from '../../store/tables/bookings-table.ts';
import type { Command, CommandContext } from '../command.ts';
import { bookingMoved, keptSeats } from '../move-seats.ts';

const KEEP = `UPDATE bookings SET expires_at = ?, hold_ms = ?, extended = 1, version = version + 1 WHERE id = ? AND state = 'HOLD' AND extended = 0`;

/** Keeps the ways on of bookings some minutes more, once, where they are kept at this desk. They never last beyond the departure of their flights. */
export const keepWays: Command<Input<'reaccommodation.keep'>, Output<'reaccommodation.keep'>> = async (context, { bookingIds }) => {
  const kept: Output<'reaccommodation.keep'>['kept'] = [];
  for (const bookingId of new Set(bookingIds)) {
    for (const way of await waysFor(context.db, bookingId)) {
      const { desk, expires_at: until, extended } = way;
      if (desk !== context.actor.desk || until === null || isDue(instant(until), context.now) || extended === 1) continue;
      kept.push({ bookingId, hold: way.id, expiresAt: await keepLonger(context, way, until) });
    }
  }
  return accept({ kept });
};

async function keepLonger(context: CommandContext, way: BookingRow, until: number): Promise<number> {
  const expiresAt = Math.max(until, Math.min(until + WAY_KEPT_MS, ...legsOf(way).map(({ departsAt }) => departsAt)));
  const holdMs = expiresAt - way.created_at;
  assert((await context.db.change(KEEP).run(expiresAt, holdMs, way.id)) === 1, `way on ${way.id} was not kept longer`);
  const after = changedRow(way, { expires_at: expiresAt, hold_ms: holdMs, extended: 1, version: way.version + 1 });
  rememberBooking(context.db, after);
  context.emit('hold.extended', bookingMoved(context, after, await keptSeats(context, after)));
  return expiresAt;
}
