import { assert } from '../../shared/assert.ts';
import { PIN_LOCK_MS } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import { later } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { CABINS } from '../../shared/seat-map.ts';
import { flightsGivenWay } from '../store/known-blocks.ts';
import { forgetBookings } from '../store/known-bookings.ts';
import { forgetOffers } from '../store/known-offers.ts';
import { oversoldCabins } from '../store/known-over.ts';
import { waitedFor } from '../store/known-waitlist.ts';
import { rememberClockStep } from '../store/tables/clock-steps.ts';
import { endLockOutsBy } from '../store/tables/lock-outs-table.ts';
import { type ClockDecision, clockProblem } from './clock-decision.ts';
import type { Command } from './command.ts';
import { endAllHolds } from './expire-holds.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

/**
 * Sets the time of the store back to the command's own time, which is right.
 *
 * The problem: deadlines were stamped by a time that stood ahead. They would come later than they should, by as much as time stood ahead.
 * 1. Live holds end, and refund quotes end.
 * 2. Flights that had left by that time have not. What came free on them meanwhile was offered to nobody: blocks that gave way stand again, who has no
 *    seat gets one, and who waits is asked.
 * 3. Stored replies, drafts, open payments and payments that failed count from now. Jobs are due. No name stays locked for longer than a lock lasts.
 * 4. The journal is not rewritten. Its entry marks that earlier entries with a later date were dated by a time that stood ahead.
 * Refuses CLOCK_AGREES, CLOCK_MOVED.
 */
export const setClockBack: Command<ClockDecision, Output<'clock.setRight'>> = async (context, decision) => {
  const { db, now, nextEvent, emit } = context;
  const problem = clockProblem(decision, 'ahead');
  if (problem) return problem;
  assert(now < decision.before, 'a clock that is set back stood ahead');
  emit('clock.set', { before: decision.before, after: now });
  await rememberClockStep(db, { event: nextEvent, at: now });
  const { ended, freed } = await endAllHolds(context, 'the clock was set right');
  const gaveWay = (await flightsGivenWay(db)).flatMap((flightId) => CABINS.map((cabin) => ({ flightId, cabin })));
  await offerFreed(context, [...freed, ...gaveWay, ...(await oversoldCabins(db)), ...(await waitedFor(db))]);
  await db.change('UPDATE offers SET valid_until = ? WHERE valid_until > ?').run(now, now);
  forgetOffers(db);
  await db.change('UPDATE bookings SET failed_at = ? WHERE failed_at > ?').run(now, now);
  forgetBookings(db);
  await db.change('UPDATE replies SET at = ? WHERE at > ?').run(now, now);
  await db.change('UPDATE hold_drafts SET saved_at = ? WHERE saved_at > ?').run(now, now);
  await db.change('UPDATE unheard_sales SET asked_at = ? WHERE asked_at > ?').run(now, now);
  await db.change("UPDATE payments SET at = ? WHERE state = 'PENDING' AND at > ?").run(now, now);
  await db.change("UPDATE jobs SET not_before = ? WHERE state = 'WAITING' AND not_before > ?").run(now, now);
  await endLockOutsBy(db, later(now, PIN_LOCK_MS));
  return accept({ now, endedHolds: ended });
};
