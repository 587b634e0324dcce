import { assert } from '../../shared/assert.ts';
import { closesAt } from '../../shared/close-of-sales.ts';
import type { SeatsMoved } from '../../shared/events/seats-moved.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { type BookingRow, bookingById, changedRow, legsOf } from '../store/tables/bookings-table.ts';
import { liveHoldsOn } from '../store/tables/claims-table.ts';
import { readCloseRules } from '../store/tables/close-rules.ts';
import { flightName } from '../store/tables/flights-table.ts';
import type { MovedFlight } from '../store/tables/staged-flights-table.ts';
import type { CommandContext } from './command.ts';
import { endHold } from './expire-holds.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

/** A flight that leaves earlier than before. */
export type EarlierFlight = Pick<MovedFlight, 'id' | 'carrier' | 'number' | 'suffix' | 'departs_at' | 'left_at'>;

/**
 * Holds on a flight that leaves earlier than before last no longer than its sales do, and neither does the date until which they may be paid later,
 * of which their passengers hear. Whoever pays in time has a flight to take. `upToBooking`: those with a higher number were held under this schedule.
 * 1. One that a supervisor holds past the close lasts until the new departure.
 * 2. One whose end lies before the present ends now.
 * 3. A payment under way keeps its grace. If it fails, the hold is not kept longer for another tender than its sales last.
 * A hold that ends early enough is left as it is, so a flight that was looked at before changes nothing. Returns the seats that went back; nobody was
 * offered them yet.
 */
export async function shortenHoldsOn(
  context: CommandContext,
  flight: EarlierFlight,
  upToBooking = Number.MAX_SAFE_INTEGER,
): Promise<SeatsMoved[]> {
  const { db } = context;
  const freed: SeatsMoved[] = [];
  if (flight.departs_at >= flight.left_at) return freed;
  for (const id of await liveHoldsOn(db, flight.id)) {
    const row = id <= upToBooking && !context.setApart.has(id) ? await bookingById(db, id) : undefined;
    if (row) freed.push(...(await shortenHold(context, row, flight)));
  }
  return freed;
}

async function shortenHold(context: CommandContext, row: BookingRow, flight: EarlierFlight): Promise<readonly SeatsMoved[]> {
  const { db, now } = context;
  const isPaying = row.paying_since !== null;
  const own = isPaying ? (row.expires_unpaid ?? row.expires_at) : row.expires_at;
  assert(own !== null, `hold ${row.id} has a deadline`);
  const origin = legsOf(row).find(({ flightId }) => flightId === flight.id)?.origin;
  assert(origin, `booking ${row.id} flies on flight ${flight.id}`);
  const rules = await readCloseRules(db);
  const closes = (departsAt: number): number => closesAt(rules, flight.carrier, origin, departsAt);
  const end = Math.max(now, own > closes(flight.left_at) ? flight.departs_at : closes(flight.departs_at));
  if (end >= own) return [];
  const why = `${flightName(flight)} leaves earlier`;
  if (!isPaying && end <= now) return endHold(context, row, why);
  const expiresAt = isPaying ? (row.expires_at ?? end) : end;
  const limit = row.pay_by !== null && row.pay_by > end;
  const after = changedRow(row, {
    ...{ expires_at: expiresAt, expires_unpaid: isPaying ? end : null, hold_ms: expiresAt - row.created_at },
    ...(limit ? { pay_by: end } : {}),
    version: row.version + 1,
  });
  const sql = `UPDATE bookings SET expires_at = ?, expires_unpaid = ?, hold_ms = ?, pay_by = ?, version = version + 1
    WHERE id = ? AND state = 'HOLD' AND version = ?`;
  const changed = await db.change(sql).run(after.expires_at, after.expires_unpaid, after.hold_ms, after.pay_by, row.id, row.version);
  assert(changed === 1, `hold ${row.id} was not shortened`);
  rememberBooking(db, after);
  const moved = bookingMoved(context, after, await keptSeats(context, after), { note: why });
  if (!limit) context.emit('hold.shortened', moved);
  else {
    const note = `until an earlier date, because ${why}`;
    context.emit('hold.payLater', { ...moved, note, payBy: { at: end, atLimit: after.at_limit ?? 'cancel' } });
  }
  return [];
}
