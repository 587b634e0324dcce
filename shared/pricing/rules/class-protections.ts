// How many seats each booking class keeps from the class below it.
// 1. A class says what it is asked for from the first day of sale to the last. What is still to come is a share of it. The dearest class is
//    asked for when business travellers ask and the cheapest when leisure travellers do, the same rows by which a simulation draws its
//    arrivals. Classes between the two lie at even steps. The deviation shrinks with the root of the share: who asks today says nothing of who
//    asks tomorrow.
// 2. `days` whole days to go means up to a day more, so half a day is added. So the day of departure still expects somebody, and its demand is
//    never zero, which would mean that nothing is known.
// 3. EMSR-b costs as much as a whole quote may. It depends on the rule, the cabin and the days alone, so it is worked out once for each.

import { minor } from '../../money.ts';
import type { Cabin } from '../../seat-map.ts';
import type { BookingClass } from '../booking-class.ts';
import type { RuleOf } from '../policy.ts';
import { emsrB } from '../revenue/emsr-b.ts';
import type { FareClass } from '../revenue/fare-class.ts';
import { BUSINESS_LEADS, LEAD_DAYS_MAX, LEISURE_LEADS, shareToCome } from '../revenue/lead-times.ts';

type Rule = RuleOf<'bookingClasses'>;

/** What is still expected of each class so many whole days before departure, as EMSR takes it. */
export function classesToCome(classes: readonly BookingClass[], days: number): readonly FareClass[] {
  const [late, early] = [shareToCome(BUSINESS_LEADS, days + 0.5), shareToCome(LEISURE_LEADS, days + 0.5)];
  return classes.map(({ fare, mean, deviation }, place) => {
    const share = late + ((early - late) * place) / Math.max(1, classes.length - 1);
    const demand = mean === null ? undefined : { kind: 'normal' as const, mean: mean * share, deviation: deviation * Math.sqrt(share) };
    return { fare: minor(fare), demand };
  });
}

const known = new WeakMap<Rule, Map<number, readonly number[]>>();

/** By cabin and days in one number. */
const keyOf = (cabin: Cabin, days: number): number => cabin.charCodeAt(0) * (LEAD_DAYS_MAX + 1) + days;

/** Seats that the classes of a cabin keep, as emsrB says them: one figure for each class but the last. */
export function classProtections(rule: Rule, cabin: Cabin, daysAhead: number): readonly number[] {
  const days = Math.min(LEAD_DAYS_MAX, daysAhead);
  const ofRule = known.get(rule) ?? new Map<number, readonly number[]>();
  known.set(rule, ofRule);
  let kept = ofRule.get(keyOf(cabin, days));
  if (!kept) {
    kept = emsrB(classesToCome(rule.cabins[cabin], days));
    ofRule.set(keyOf(cabin, days), kept);
  }
  return kept;
}
