import type { Input, Output } from '../../shared/contract.ts';
import { dateOfDay } from '../../shared/instants.ts';
import { faresOfEach } from '../../shared/pricing/fares-of-each.ts';
import { priceByPolicy } from '../../shared/pricing/price-by-policy.ts';
import { accept, type Reply } from '../../shared/refusals.ts';
import type { PoliciesInForce } from '../pricing/policies-in-force.ts';
import { refundNamed, soldUnder } from '../pricing/sold-under.ts';
import { localDay } from '../reference/zone-time.ts';
import { promotionOf, promotionProblem } from '../rules/promotion-problem.ts';
import { type FlightToPrice, flightToPrice } from '../store/tables/flight-to-price.ts';
import { flightName } from '../store/tables/flights-table.ts';
import { promotionUses } from '../store/tables/promotions-table.ts';
import { fareOrigin } from '../views/fare-origin.ts';
import { knownPolicies, readPolicies } from '../views/known-policies.ts';
import { pricedBy } from '../views/policy-view.ts';
import { cabinTaken, flightTaken, priceQuestion } from '../views/price-question.ts';
import { pricedFrom } from '../views/priced-from.ts';
import { byHandText, makeOffer } from '../views/quote-offer.ts';
import { cabinOfFlight } from './cabin-of-flight.ts';
import type { Query, QueryContext } from './query.ts';

type Asked = Input<'pricing.quote'>;
type Quoted = Reply<Output<'pricing.quote'>>;

/** One statement reads what a quote needs. A promotion needs more, and so do rules that are not known yet: then all is read from one snapshot. */
export const pricingQuote: Query<Asked, Output<'pricing.quote'>> = async (context, input) => {
  const { db } = context;
  const flight = await flightToPrice(db, input.flightId);
  const policies = flight && knownPolicies(db, flight.row);
  if (policies && input.promotion === undefined) return quote(context, input, flight, policies);
  return db.snapshot(async () => {
    const again = await flightToPrice(db, input.flightId);
    return quote(context, input, again, await readPolicies(db, again?.row));
  });
};

async function quote(context: QueryContext, input: Asked, flight: FlightToPrice | undefined, policies: PoliciesInForce): Promise<Quoted> {
  const { flightId, cabin, promotion, party = 1 } = input;
  const { db, reference, now, actor } = context;
  const found = cabinOfFlight(reference, flight?.row, flightId, cabin);
  if (!found.ok) return found;
  const { row, plan, capacity } = found.value;
  const counters = flight?.counters ?? [];
  const taken = { ofCabin: cabinTaken(counters, cabin, capacity), ofFlight: flightTaken(counters, plan) };
  const policy = policies.of(row, now);
  if (promotion !== undefined) {
    const soldOn = dateOfDay(localDay(reference.airportAt(row.origin, now)?.zone ?? 'UTC', now));
    const leg = { flight: flightName(row), rule: promotionOf(policy.rules, promotion), soldOn, fares: party };
    const refusal = promotionProblem(promotion, [leg], await promotionUses(db, promotion));
    if (refusal) return refusal;
  }
  const question = {
    ...priceQuestion({ now, reference, policies, party }, row, cabin, taken, policy.rules, fareOrigin(reference, row)),
    promotion,
  };
  const priced = priceByPolicy(policy.rules, question);
  const { fare, trace } = priced;
  const each = faresOfEach(policy.rules, question, priced);
  const named = refundNamed(policy.rules);
  const refund = soldUnder(named, policies.refundVersions.get(named));
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
}
