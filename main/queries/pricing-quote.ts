import type { Input, Output } from '../../shared/contract.ts';
import { dateOfDay } from '../../shared/instants.ts';
import { PASSENGER_TYPES, SEATED_TYPES } from '../../shared/passengers.ts';
import { type PolicyRule, SEAT_TYPES } from '../../shared/pricing/policy.ts';
import { type PolicyNeeds, policyNeeds } from '../../shared/pricing/policy-needs.ts';
import { fareByPolicy, priceByPolicy } from '../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import { accept } from '../../shared/refusals.ts';
import { localDay } from '../reference/zone-time.ts';
import { promotionOf, promotionProblem } from '../rules/promotion-problem.ts';
import { cabinCounters, flightName } from '../store/tables/flights-table.ts';
import { promotionUses } from '../store/tables/promotions-table.ts';
import { fareOrigin } from '../views/fare-origin.ts';
import { readPolicies } from '../views/known-policies.ts';
import { pricedBy } from '../views/policy-view.ts';
import { cabinTaken, flightTaken, priceQuestion } from '../views/price-question.ts';
import { pricedFrom } from '../views/priced-from.ts';
import { makeOffer } from '../views/quote-offer.ts';
import { flightCabin } from './flight-cabin.ts';
import type { Query } from './query.ts';

export const pricingQuote: Query<Input<'pricing.quote'>, Output<'pricing.quote'>> = async (context, input) => {
  const { flightId, cabin, promotion, party = 1 } = input;
  const { db, reference, now, actor } = context;
  const found = await flightCabin(context, flightId, cabin);
  if (!found.ok) return found;
  const { row, plan, capacity } = found.value;
  const counters = await cabinCounters(db, flightId);
  const taken = { ofCabin: cabinTaken(counters, cabin, capacity), ofFlight: flightTaken(counters, plan) };
  const policies = await readPolicies(db);
  const policy = policies.of(row, now);
  if (promotion !== undefined) {
    const soldOn = dateOfDay(localDay(reference.airport(row.origin)?.zone ?? 'UTC', now));
    const leg = { flight: flightName(row), rule: promotionOf(policy.rules, promotion), soldOn, fares: party };
    const refusal = promotionProblem(promotion, [leg], await promotionUses(db, promotion));
    if (refusal) return refusal;
  }
  const question = {
    ...priceQuestion({ now, reference, policies, party }, row, cabin, taken, policy.rules, fareOrigin(reference, row)),
    promotion,
  };
  const needs = policyNeeds(policy.rules);
  const { fare, trace } = priceByPolicy(policy.rules, question);
  const quoted = { flightId, cabin, policy: policy.version, desk: actor.desk, promotion };
  return accept({
    fare,
    currency: row.currency,
    policy: pricedBy(policy),
    trace: [...trace],
    ...(needs.eachSeat ? { each: fareOfEach(policy.rules, question, needs) } : {}),
    ...(promotion === undefined ? {} : { promotion }),
    ...(await makeOffer(db, quoted, { fare, priced: pricedFrom(policy, question) }, now)),
  });
};

/** What each kind of seat costs each kind of passenger; an infant on the lap pays where a rule names it. A fare that is the same for several of them is worked out once. */
function fareOfEach(rules: readonly PolicyRule[], question: PriceQuestion, { seatType, passengerType }: PolicyNeeds) {
  const fares = (passengerType ? PASSENGER_TYPES : [question.passenger]).map((passenger) =>
    (seatType ? SEAT_TYPES : [question.seat]).map((seat) => fareByPolicy(rules, { ...question, seat, passenger })),
  );
  return (passengerType ? PASSENGER_TYPES : SEATED_TYPES).flatMap((passenger, row) =>
    SEAT_TYPES.map((seat, column) => ({ seat, passenger, fare: fares[passengerType ? row : 0]?.[seatType ? column : 0] ?? 0 })),
  );
}
