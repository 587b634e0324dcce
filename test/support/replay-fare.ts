import { questionAgain } from '../../main/views/priced-from.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { priceByPolicy } from '../../shared/pricing/price-by-policy.ts';
import { rulesOn } from '../../shared/pricing/rules-on.ts';

/**
 * What is wrong when the fare of a booked leg is worked out again by the policy that priced it; undefined when nothing is. `rulesOf`: the rules of a
 * version.
 */
export function replayProblem(leg: BookedLeg, currency: string, rulesOf: (version: number) => readonly PolicyRule[]): string | undefined {
  if (!leg.priced) return 'it is not kept what the fare was worked out from';
  const { fare, trace } = priceByPolicy(rulesOn(rulesOf(leg.priced.policy)), questionAgain(leg, currency, leg.priced));
  const lines = (all: typeof trace) => all.map(({ label, amount }) => `${label} ${amount}`).join(', ');
  if (lines(leg.trace) !== lines(trace)) return `the lines ${lines(leg.trace)} come out as ${lines(trace)}`;
  const paid = leg.trace.reduce((sum, { amount }) => sum + amount, 0);
  if (paid !== leg.fare) return `the lines add up to ${paid}, and the fare is ${leg.fare}`;
  return fare !== leg.fare ? `the fare is ${leg.fare}, and comes out as ${fare}` : undefined;
}
