import type { Input, Output } from '../../shared/contract.ts';
import { dateOfDay } from '../../shared/instants.ts';
import { faresOfEach } from '../../shared/pricing/fares-of-each.ts';
import { priceByPolicy } from '../../shared/pricing/price-by-policy.ts';
import { accept } from '../../shared/refusals.ts';
import { refundNamed, soldUnder } from '../pricing/sold-under.ts';
import { localDay } from '../reference/zone-time.ts';
import { promotionOf, promotionProblem } from '../rules/promotion-problem.ts';
import { cabinCounters, flightName } from '../store/tables/flights-table.ts';
import { promotionUses } from '../store/tables/promotions-table.ts';
import { newestRefundVersion } from '../store/tables/refund-policies-table.ts';
import { fareOrigin } from '../views/fare-origin.ts';
import { readPolicies } from '../views/known-policies.ts';
import { pricedBy } from '../views/policy-view.ts';
import { cabinTaken, flightTaken, priceQuestion } from '../views/price-question.ts';
import { pricedFrom } from '../views/priced-from.ts';
import { byHandText, makeOffer } from '../views/quote-offer.ts';
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
  const { fare, trace } = priceByPolicy(policy.rules, question);
  const each = faresOfEach(policy.rules, question, fare);
  const named = refundNamed(policy.rules);
  const refund = soldUnder(named, await newestRefundVersion(db, named));
  const quoted = { flightId, cabin, policy: policy.version, desk: actor.desk, promotion, byHand: byHandText(question) };
  return accept({
    fare,
    currency: row.currency,
    policy: pricedBy(policy),
    trace: [...trace],
    ...(each ? { each } : {}),
    ...(promotion === undefined ? {} : { promotion }),
    ...(refund ? { refund } : {}),
    ...(await makeOffer(db, quoted, { fare, priced: pricedFrom(policy, question) }, now)),
  });
};
