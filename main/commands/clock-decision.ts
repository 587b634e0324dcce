import { CLOCK_SHOWN_MS_MAX } from '../../shared/bounds.ts';
import type { ClockState } from '../../shared/methods/clock.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

/** What somebody decided about the clock, and the state of the clock then. From here on, time is the command's own `now`. */
export interface ClockDecision extends ClockState {
  /** What the computer's clock showed to whoever decided. */
  readonly shown: number;
  /** The hub's time until now. */
  readonly before: number;
}

/** Whether a decision about the clock may be followed. Checked before the command, and again by the command. */
export function clockProblem({ standing, computer, shown }: ClockDecision, wanted: ClockState['standing']): Refused | undefined {
  if (standing !== wanted) return refuse('CLOCK_AGREES');
  if (Math.abs(computer - shown) > CLOCK_SHOWN_MS_MAX) return refuse('CLOCK_MOVED');
  return undefined;
}
