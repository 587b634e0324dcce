import type { ClassTold } from '../../../shared/methods/pricing-list.ts';
import { roundHalfUp } from '../../../shared/money.ts';
import type { PolicyRule, RuleOf } from '../../../shared/pricing/policy.ts';
import type { FareClass } from '../../../shared/pricing/revenue/fare-class.ts';
import { type ClassNow, classAvailability } from '../../../shared/pricing/rules/class-availability.ts';
import { classesToCome, classProtections } from '../../../shared/pricing/rules/class-protections.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';

/** The booking classes of one cabin as they stand now, from dear to cheap. */
export interface FlightClasses {
  readonly now: readonly ClassNow[];
  readonly toCome: readonly FareClass[];
  /** Seats that each class keeps, together with those above it, from the class below: one figure for each class but the last. */
  readonly protections: readonly number[];
}

/** Undefined where the policy has no classes for this cabin, or has them in another currency. */
export function flightClasses(rules: readonly PolicyRule[], question: PriceQuestion): FlightClasses | undefined {
  const rule = rules.find((one): one is RuleOf<'bookingClasses'> => one.rule === 'bookingClasses');
  if (!rule || rule.currency !== question.currency || rule.cabins[question.cabin].length === 0) return undefined;
  return {
    now: classAvailability(rule, question),
    toCome: classesToCome(rule.cabins[question.cabin], question.daysAhead),
    protections: classProtections(rule, question.cabin, question.daysAhead),
  };
}

/** One line of the class table each. Demand in tenths of a seat. */
export const classesTold = ({ now, toCome, protections }: FlightClasses): ClassTold[] =>
  now.map(({ code, fare, left, byHand }, place) => {
    const demand = toCome[place]?.demand;
    const kept = protections[place];
    return {
      ...{ code, fare, left },
      byHand: byHand ?? null,
      meanTenths: demand ? roundHalfUp(demand.mean * 10) : null,
      deviationTenths: demand?.kind === 'normal' ? roundHalfUp(demand.deviation * 10) : null,
      // Without a forecast a class keeps every seat.
      kept: kept === undefined ? null : Number.isFinite(kept) ? roundHalfUp(kept) : 'all',
    };
  });
