import { assert } from '../../shared/assert.ts';
import type { Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { type ClockDecision, clockProblem } from './clock-decision.ts';
import type { Command } from './command.ts';

/** Records that somebody confirmed a clock that stepped forward by days. Refuses CLOCK_AGREES, CLOCK_MOVED. */
export const confirmClock: Command<ClockDecision, Output<'clock.confirm'>> = async ({ now, emit }, decision) => {
  const problem = clockProblem(decision, 'doubtful');
  if (problem) return problem;
  assert(now > decision.before, 'a clock that is doubtful stands ahead of what was believed');
  emit('clock.confirmed', { before: decision.before, after: now });
  return accept({ now });
};
