import { CLOCK_SHOWN_MS_MAX } from '../../shared/bounds.ts';
import type { ClockState } from '../../shared/methods/clock.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

/** What somebody decided about the clock, and how it stood then. The command's own time is what time is from here on. */
export interface ClockDecision extends ClockState {
  /** What the computer's clock showed to whoever decided. */
  readonly shown: number;
  /** The hub's time until now. */
  readonly before: number;
}

/** Whether a decision on a clock of this standing may be followed; asked before the command, and again by it. */
export function clockProblem({ standing, computer, shown }: ClockDecision, wanted: ClockState['standing']): Refused | undefined {
  if (standing !== wanted) return refuse('CLOCK_AGREES');
  if (Math.abs(computer - shown) > CLOCK_SHOWN_MS_MAX) return refuse('CLOCK_MOVED');
  return undefined;
}
