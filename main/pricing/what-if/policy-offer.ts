import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { fareByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';
import { cacheOffers } from './cache-offers.ts';
import type { Offer } from './replay-arrivals.ts';

/**
 * What a policy asks for a seat of one cabin while the simulation fills it. `question`: the flight as it stands now; its loads and days are
 * replaced. The cabins of a flight are sold one after the other, so a rule that asks for the load of the whole flight is told that all
 * cabins are as full as this one.
 */
export function policyOffer(rules: readonly PolicyRule[], question: PriceQuestion): Offer {
  const { authorised } = question.ofCabin;
  const ofFlight = question.ofFlight.authorised;
  return cacheOffers((taken, daysAhead, party) =>
    fareByPolicy(rules, {
      ...question,
      daysAhead,
      party,
      ofCabin: { authorised, held: 0, sold: taken },
      ofFlight: { authorised: ofFlight, held: 0, sold: authorised > 0 ? Math.round((taken * ofFlight) / authorised) : 0 },
    }),
  );
}
