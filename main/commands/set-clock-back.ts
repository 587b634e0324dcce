import { assert } from '../../shared/assert.ts';
import { PIN_LOCK_MS } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import { later } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { rememberClockStep } from '../store/tables/clock-steps.ts';
import { type ClockDecision, clockProblem } from './clock-decision.ts';
import type { Command } from './command.ts';
import { expireAllHolds } from './expire-holds.ts';

/**
 * Sets time back to what is right; the command's own time is the right one. Whatever was to end at a later time would run on by as much
 * as time had stood ahead, so it ends now or gets what is left of its true time: holds end, refund quotes end, stored replies and open
 * payments count from now, jobs are due, and nobody's name stays locked for longer than a lock lasts. The journal is not rewritten: its entry is the
 * mark that all dates after it, of entries before it, were told by time that stood ahead. Refuses CLOCK_AGREES, CLOCK_MOVED.
 */
export const setClockBack: Command<ClockDecision, Output<'clock.setRight'>> = async (context, decision) => {
  const { db, now, nextEvent, emit } = context;
  const problem = clockProblem(decision, 'ahead');
  if (problem) return problem;
  assert(now < decision.before, 'a clock that is set back stood ahead');
  emit('clock.set', { before: decision.before, after: now });
  await rememberClockStep(db, { event: nextEvent, at: now });
  const endedHolds = await expireAllHolds(context, 'the clock was set right');
  await db.change('UPDATE offers SET valid_until = ? WHERE valid_until > ?').run(now, now);
  await db.change('UPDATE replies SET at = ? WHERE at > ?').run(now, now);
  await db.change("UPDATE payments SET at = ? WHERE state = 'PENDING' AND at > ?").run(now, now);
  await db.change("UPDATE jobs SET not_before = ? WHERE state = 'WAITING' AND not_before > ?").run(now, now);
  const lockedUntil = later(now, PIN_LOCK_MS);
  await db.change('UPDATE users SET locked_until = ? WHERE locked_until > ?').run(lockedUntil, lockedUntil);
  return accept({ now, endedHolds });
};
