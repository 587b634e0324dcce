import type { BookedLeg, OtherFare } from '../../shared/methods/booking-view.ts';
import { type Minor, minor, roundHalfUp } from '../../shared/money.ts';
import { policyNeeds } from '../../shared/pricing/policy-needs.ts';
import { type Priced, priceByPolicy } from '../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion, SeatsTaken } from '../../shared/pricing/rules/price-rule.ts';
import type { Policy } from '../pricing/policies-in-force.ts';
import { type CabinCounter, cabinCounters } from '../store/tables/flights-table.ts';
import { fareOrigin } from '../views/fare-origin.ts';
import { flightTaken, priceQuestion } from '../views/price-question.ts';
import { pricedFrom } from '../views/priced-from.ts';
import { offeredFare } from '../views/quote-offer.ts';
import { seatTypeOf } from '../views/seat-type.ts';
import type { CommandContext } from './command.ts';
import type { PlannedLeg } from './plan-hold.ts';

type LegFares = Pick<BookedLeg, 'fare' | 'trace' | 'others' | 'priced'>;

/**
 * What the seats of a leg cost: by the policy in force and the load before this hold, or what was quoted to this desk a moment before, whichever is
 * less. `counters`: of the cabin, after this hold was counted.
 */
export async function priceLeg(context: CommandContext, planned: PlannedLeg, counters: Omit<CabinCounter, 'cabin'>): Promise<LegFares> {
  const { now, cache, reference } = context;
  const { flight, cabin, party, seats } = planned;
  const policy = (await cache.policies()).of(flight, now);
  const needs = policyNeeds(policy.rules);
  const ofCabin: SeatsTaken = { ...counters, held: counters.held - party.length };
  const ofFlight = needs.flightLoad ? await flightBefore(context, planned) : ofCabin;
  const asked = priceQuestion({ now, reference }, flight, cabin, { ofCabin, ofFlight }, policy.rules, fareOrigin(reference, flight));
  const question = needs.classes ? { ...asked, party: party.length } : asked;
  const current = priceByPolicy(policy.rules, question);
  const { fare, trace } = await keptFare(context, planned, policy, current);
  const legs = { fare, trace: [...trace], priced: pricedFrom(policy, question) };
  if (!needs.eachSeat) return legs;
  const others = seats.flatMap((_, at): OtherFare[] => {
    const other = priceByPolicy(policy.rules, seatQuestion(planned, question, at));
    return other.fare === current.fare ? [] : [{ at, ...inProportion(other, current.fare, fare) }];
  });
  return others.length === 0 ? legs : { ...legs, others };
}

/** Seats taken of all cabins before this hold. */
async function flightBefore({ db }: CommandContext, { flight, plan, party }: PlannedLeg): Promise<SeatsTaken> {
  const { authorised, held, sold } = flightTaken(await cabinCounters(db, flight.id), plan);
  return { authorised, held: held - party.length, sold };
}

function seatQuestion({ plan, seats, party }: PlannedLeg, question: PriceQuestion, at: number): PriceQuestion {
  const seat = plan.byName.get(seats[at] ?? '');
  return { ...question, seat: seat ? seatTypeOf(plan, seat) : 'standard', passenger: party[at]?.type ?? 'ADT' };
}

/** The fare, or what was quoted to this desk a moment ago, if the price has risen since. */
async function keptFare(
  { db, now, actor }: CommandContext,
  { flight, cabin, offer }: PlannedLeg,
  policy: Policy,
  current: Priced,
): Promise<Priced> {
  if (offer === undefined) return current;
  const fare = await offeredFare(db, { flightId: flight.id, cabin, policy: policy.version, desk: actor.desk }, offer, now);
  return fare === undefined || fare >= current.fare ? current : withQuote(current, fare);
}

const withQuote = ({ fare, trace }: Priced, kept: Minor): Priced => ({
  fare: kept,
  trace: [...trace, { label: 'Quote kept', detail: 'as it was read out', amount: minor(kept - fare) }],
});

/** A quote that is kept makes each seat cheaper in the same proportion: it was read out for an adult in a standard seat. */
function inProportion({ fare, trace }: Priced, current: Minor, kept: Minor): Pick<OtherFare, 'fare' | 'trace'> {
  if (kept === current) return { fare, trace: [...trace] };
  const less = withQuote({ fare, trace }, roundHalfUp((fare * kept) / current));
  return { fare: less.fare, trace: [...less.trace] };
}
