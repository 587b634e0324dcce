import { assert } from '../../shared/assert.ts';
import { HOLD_CEILING_MS } from '../../shared/bounds.ts';
import { closesAt } from '../../shared/close-of-sales.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import { refuse } from '../../shared/refusals.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { changedRow } from '../store/tables/bookings-table.ts';
import { readCloseRules } from '../store/tables/close-rules.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { writtenHold } from '../views/booking-view.ts';
import type { Command } from './command.ts';
import { flightsOfBooking } from './flights-of-booking.ts';
import { idleHoldProblem } from './hold-problem.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

/**
 * Extends a hold, once, by the hold time in force, but never past the ceiling, the first close of sales or the
 * first departure, as the flights are scheduled now. Only a supervisor extends a hold past a close.
 */
export const extendHold: Command<Input<'holds.extend'>, Output<'holds.extend'>> = async (context, { bookingId }) => {
  const { db, locators, actor } = context;
  const row = await trustedBooking(db, bookingId);
  const problem = idleHoldProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row && row.expires_at !== null, 'a hold without problem has a deadline');
  const details = { bookingId, locator: locators.of(row.id), until: row.expires_at };
  if (row.extended === 1) return refuse('HOLD_EXTENDED', details);
  const wanted = row.expires_at + (await readSetting(db, 'holdMinutes')) * MINUTE_MS;
  const rules = await readCloseRules(db);
  const ends = (await flightsOfBooking(context, row)).map(({ carrier, origin, departs_at }) => {
    const closes = closesAt(rules, carrier, origin, departs_at);
    return actor.role === 'supervisor' && closes < (row.expires_at ?? 0) ? departs_at : closes;
  });
  const expiresAt = Math.min(wanted, row.created_at + HOLD_CEILING_MS, ...ends);
  if (expiresAt <= row.expires_at) return refuse('HOLD_CEILING', details);
  const holdMs = expiresAt - row.created_at;
  const changed = await db
    .change(
      "UPDATE bookings SET expires_at = ?, hold_ms = ?, extended = 1, version = version + 1 WHERE id = ? AND state = 'HOLD' AND extended = 0",
    )
    .run(expiresAt, holdMs, bookingId);
  assert(changed === 1, `hold ${bookingId} was not extended`);
  const after = changedRow(row, { expires_at: expiresAt, hold_ms: holdMs, extended: 1, version: row.version + 1 });
  rememberBooking(db, after);
  context.emit('hold.extended', bookingMoved(context, after, await keptSeats(context, after)));
  return { ok: true, booking: await writtenHold(db, after, locators) };
};
