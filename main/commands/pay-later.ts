import { assert } from '../../shared/assert.ts';
import { closesAt } from '../../shared/close-of-sales.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { contactProblem } from '../rules/check-contact.ts';
import { nameProblem } from '../rules/check-names.ts';
import { trustedBooking } from '../store/checks/trusted-booking.ts';
import { rememberBooking } from '../store/known-bookings.ts';
import { type BookingRow, changedRow, legsOf, partyOf, payLaterOfDesk } from '../store/tables/bookings-table.ts';
import { readCloseRules } from '../store/tables/close-rules.ts';
import { keepDraft } from '../store/tables/drafts-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { writtenHold } from '../views/booking-view.ts';
import type { Command, CommandContext } from './command.ts';
import { draftOfSale } from './draft-of-sale.ts';
import { flightsOfBooking } from './flights-of-booking.ts';
import { idleHoldProblem } from './hold-problem.ts';
import { bookingMoved, keptSeats } from './move-seats.ts';

/**
 * Gives a hold a ticketing time limit. There are two clocks. The seat hold runs for minutes, while names and payment are taken. The time limit is a
 * date and hour, and from now on the deadline of the hold follows from it:
 * 1. Who is cancelled at the limit is held until the limit.
 * 2. Who is queued there is held some hours longer, so that an agent can decide. The queue is worked out from the limit; nothing moves a row to it.
 * 3. No seat is kept past the close of sales of the first flight.
 * So a restart, a step of the clock and the expiry timer treat it as they treat any hold.
 */
export const payLater: Command<Input<'holds.payLater'>, Output<'holds.payLater'>> = async (context, input) => {
  const { db, now, actor, locators } = context;
  const { bookingId, payBy, atLimit, passengers, contact } = input;
  const row = await trustedBooking(db, bookingId);
  const problem = idleHoldProblem(context, row, bookingId);
  if (problem) return problem;
  assert(row && row.expires_at !== null, 'a hold without problem has a deadline');
  const unfound = nameProblem(partyOf(row), legsOf(row), passengers) ?? contactProblem(contact);
  if (unfound) return unfound;
  const closes = await firstClose(context, row);
  const unbound = await limitProblem(context, row, payBy, closes);
  if (unbound) return unbound;

  const graceMs = atLimit === 'queue' ? (await readSetting(db, 'limitGraceHours')) * HOUR_MS : 0;
  const expiresAt = Math.max(payBy, Math.min(payBy + graceMs, closes));
  const after = changedRow(row, {
    ...{ pay_by: payBy, at_limit: atLimit, expires_at: expiresAt, hold_ms: expiresAt - row.created_at },
    version: row.version + 1,
  });
  const changed = await db
    .change(
      "UPDATE bookings SET pay_by = ?, at_limit = ?, expires_at = ?, hold_ms = ?, version = version + 1 WHERE id = ? AND state = 'HOLD' AND version = ?",
    )
    .run(payBy, atLimit, expiresAt, after.hold_ms, row.id, row.version);
  assert(changed === 1, `hold ${row.id} got no time limit`);
  rememberBooking(db, after);
  const draft = draftOfSale(partyOf(row), { bookingId, passengers, contact, tenders: [] });
  await keepDraft(db, { bookingId, desk: actor.desk, user: actor.user, at: now, draft }, true);
  const note = atLimit === 'cancel' ? 'cancelled at its time limit' : 'in the queue at its time limit';
  const moved = bookingMoved(context, after, await keptSeats(context, after), { note });
  context.emit('hold.payLater', { ...moved, payBy: { at: payBy, atLimit } });
  return { ok: true, booking: await writtenHold(db, after, locators) };
};

/** When the sales of the first flight that closes end, as the flights are scheduled now. */
async function firstClose(context: CommandContext, row: BookingRow): Promise<number> {
  const rules = await readCloseRules(context.db);
  const flights = await flightsOfBooking(context, row);
  return Math.min(...flights.map(({ carrier, origin, departs_at }) => closesAt(rules, carrier, origin, departs_at)));
}

/** Seats must not be hoarded: a hold is kept for so many days in all, and a desk has so many of them. */
async function limitProblem(context: CommandContext, row: BookingRow, payBy: number, closes: number): Promise<Refused | undefined> {
  const { db, now, locators } = context;
  const locator = locators.of(row.id);
  const days = await readSetting(db, 'payLaterDays');
  if (days === 0) return refuse('TIME_LIMIT_OFF', { locator });
  if (payBy <= now) return refuse('TIME_LIMIT_EARLY', { locator });
  const ends = row.created_at + days * DAY_MS;
  const latest = Math.min(ends, closes);
  const why = ends < closes ? `${days} ${days === 1 ? 'day' : 'days'} after the seats were held` : 'the close of sales';
  if (payBy > latest) return refuse('TIME_LIMIT_LATE', { locator, until: latest, why });
  const most = await readSetting(db, 'payLaterMost');
  if (row.pay_by === null && (await payLaterOfDesk(db, row.desk)) >= most) return refuse('TIME_LIMITS_FULL', { desk: row.desk, most });
  return undefined;
}
