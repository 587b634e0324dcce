import { assert } from '../../../shared/assert.ts';
import { massOf } from '../../../shared/pricing/revenue/demand.ts';
import { areForecast, type FareClass, haveNoDemand } from '../../../shared/pricing/revenue/fare-class.ts';
import { sellClass } from './sell-class.ts';

/** About 40 ms of work for six classes on one core of 2026. Larger cabins take EMSR-b. */
export const EXACT_SEATS_MAX = 400;

export interface BestProtection {
  /** Whole seats that classes 1 to j keep from class j + 1, one for each class but the last. */
  readonly protections: readonly number[];
  /** What x seats are expected to earn, for x from 0 to all seats, in minor units and part of one. */
  readonly values: readonly number[];
}

/**
 * The protection levels that earn the most, by dynamic programming: no other control of this kind earns more, under the assumptions of
 * nestedRevenue. Without a forecast (a demand is missing, or nobody is expected) every seat is kept for the top class, and `values` is all 0.
 * At most EXACT_SEATS_MAX seats. Source: Brumelle and McGill 1993; Talluri and van Ryzin 2004, chapter 2.
 */
export function bestProtection(classes: readonly FareClass[], seats: number): BestProtection {
  assert(seats <= EXACT_SEATS_MAX, `the exact programme is for at most ${EXACT_SEATS_MAX} seats`);
  const nothing = new Array<number>(seats + 1).fill(0);
  if (!areForecast(classes) || haveNoDemand(classes)) return { protections: classes.slice(1).map(() => seats), values: nothing };
  const protections: number[] = [];
  let values: readonly number[] = nothing;
  for (const { fare, demand } of classes) {
    // The x-th seat is kept while the classes above earn more with it than this fare. What they earn with one seat more falls with x.
    let kept = 0;
    while (kept < seats && (values[kept + 1] ?? 0) - (values[kept] ?? 0) > fare) kept += 1;
    if (values !== nothing) protections.push(kept);
    values = sellClass(values, fare, massOf(demand, seats), kept);
  }
  return { protections, values };
}
