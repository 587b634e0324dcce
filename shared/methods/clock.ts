import { z } from 'zod';
import { instantMs, method, requestId } from '../method.ts';

/**
 * How the hub's time stands to the clock of the hub's computer. `doubtful`: that clock went on by more than CLOCK_STEP_MS_MAX, so hub
 * time stays behind it until somebody confirms it, and nothing is sold. `ahead`: hub time is more than CLOCK_AHEAD_MS_MAX ahead of it.
 */
export const clockState = z.strictObject({
  standing: z.enum(['agrees', 'doubtful', 'ahead']),
  /** What the computer's clock shows. */
  computer: instantMs,
});
export type ClockState = z.infer<typeof clockState>;

/** `shown`: what the computer's clock showed to the person who decides, so that nobody agrees to a time that they have not seen. */
const decided = z.strictObject({ requestId, shown: instantMs });

export const clockMethods = {
  /** The computer's clock is right: hub time goes on from it, and selling goes on. */
  'clock.confirm': method({
    kind: 'hub',
    access: 'agent',
    input: decided,
    output: z.strictObject({ now: instantMs }),
    refusals: ['CLOCK_AGREES', 'CLOCK_MOVED'],
  }),
  /** Hub time goes back to the computer's clock. All live holds end; what was dated in between stays. */
  'clock.setRight': method({
    kind: 'hub',
    access: 'supervisor',
    input: decided,
    output: z.strictObject({ now: instantMs, endedHolds: z.int().min(0) }),
    refusals: ['CLOCK_AGREES', 'CLOCK_MOVED'],
  }),
};
