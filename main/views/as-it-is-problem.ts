import { type ChangedLeg, worstChange } from './changed-legs.ts';

/** What a passenger may agree to: other times, another airport, or the seat that was given instead of one that is gone. */
const mayStay = ({ change, leg }: ChangedLeg): boolean =>
  change !== 'cancelled' && change !== 'missed' && change !== 'connection' && !(change === 'seatGone' && leg.seats.includes('over'));

/** Why a booking cannot keep its flights as the schedule has them now, and what would work: the words of CHANGE_REFUSED. */
export function asItIsProblem(now: readonly ChangedLeg[]): { readonly problem: string; readonly advice: string } | undefined {
  const broken = now.find((one) => !mayStay(one));
  if (broken) return { problem: `${broken.leg.flight} cannot be flown as it is now`, advice: 'Choose another way on' };
  return worstChange(now) ? undefined : { problem: 'its flights are as they were sold', advice: 'There is nothing to accept' };
}
