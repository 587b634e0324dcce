import type { PolicyRule, RuleOf } from '../../shared/pricing/policy.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

type Promotion = RuleOf<'promotion'>;

/** What a code means to one flight that is asked for. */
export interface PromotedLeg {
  /** As people say it: `B6 123`. */
  readonly flight: string;
  /** How its policy knows the code; undefined: it does not. */
  readonly rule: Promotion | undefined;
  /** The day of sale, local to the origin of the flight. */
  readonly soldOn: string;
  /** How many fares are asked for. */
  readonly fares: number;
}

/** How a policy knows a code. */
export const promotionOf = (rules: readonly PolicyRule[], code: string): Promotion | undefined =>
  rules.find((rule): rule is Promotion => rule.rule === 'promotion' && rule.code === code);

/** Whether the code is taken off the fares of this flight today. */
export const isPromoted = ({ rule, soldOn }: Pick<PromotedLeg, 'rule' | 'soldOn'>): boolean =>
  rule !== undefined && rule.from <= soldOn && soldOn <= rule.to;

/**
 * Why a code cannot be used for an itinerary, in the order of the list of refusals. One flight that is sold with it is enough. `used`: fares
 * that are sold or held with the code already, over all flights.
 */
export function promotionProblem(code: string, legs: readonly PromotedLeg[], used: number): Refused | undefined {
  const known = legs.filter(({ rule }) => rule !== undefined);
  if (known.length === 0) return refuse('PROMOTION_UNKNOWN', { code, flight: legs[0]?.flight ?? '' });
  const now = known.filter(isPromoted);
  if (now.length === 0) return refuse('PROMOTION_OVER', { code, from: known[0]?.rule?.from, to: known[0]?.rule?.to });
  let taken = used;
  for (const { rule, fares } of now) {
    const left = Math.max(0, (rule?.stock ?? 0) - taken);
    if (fares > left) return refuse('PROMOTION_GONE', { code, left });
    taken += fares;
  }
  return undefined;
}
