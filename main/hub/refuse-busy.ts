import { type Refused, refuse } from '../../shared/refusals.ts';

/** Nothing was done: come again later, with the same request id. `position`: how many are in line with who asks. `why`: the sentence without its full stop. */
export const refuseBusy = (why: string, position: number, comeAgainMs: number): Refused =>
  refuse('BUSY', { why, position, comeAgainMs, seconds: Math.ceil(comeAgainMs / 1_000) });

/** In a line of the hub that takes no more. */
export const refuseInLine = (position: number, comeAgainMs: number): Refused =>
  refuseBusy(`Many ask at once: this request would be number ${position} in line`, position, comeAgainMs);
