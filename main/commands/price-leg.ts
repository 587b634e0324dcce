import { assert } from '../../shared/assert.ts';
import type { BookedLeg, OtherFare } from '../../shared/methods/booking-view.ts';
import { policyNeeds } from '../../shared/pricing/policy-needs.ts';
import { fareByPolicy, priceByPolicy } from '../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion, SeatsTaken } from '../../shared/pricing/rules/price-rule.ts';
import { seatTypeOf } from '../../shared/pricing/seat-type.ts';
import { refundOf, soldUnderText } from '../../shared/refund-policy.ts';
import type { Policy } from '../pricing/policies-in-force.ts';
import { refundNamed, soldUnder } from '../pricing/sold-under.ts';
import type { Reference } from '../reference/reference.ts';
import { isPromoted } from '../rules/promotion-problem.ts';
import { type CabinCounter, cabinCounters, type FlightRow } from '../store/tables/flights-table.ts';
import { fareOrigin } from '../views/fare-origin.ts';
import { cabinTaken, flightTaken, priceQuestion } from '../views/price-question.ts';
import { pricedFrom, questionAgain } from '../views/priced-from.ts';
import { byHandText, offeredPrice } from '../views/quote-offer.ts';
import type { CommandContext } from './command.ts';
import type { PlannedLeg } from './planned-leg.ts';

type LegFares = Pick<BookedLeg, 'fare' | 'trace' | 'others' | 'laps' | 'priced' | 'refund'>;

/** What of a planned leg has a part in its price. */
type Asked = Pick<PlannedLeg, 'flight' | 'plan' | 'cabin' | 'seats' | 'party' | 'offer' | 'promotion'>;

/** By row: the cache of a batch has one row for all holds on a flight. */
const origins = new WeakMap<FlightRow, string>();

function originOf(reference: Reference, flight: FlightRow): string {
  const origin = origins.get(flight) ?? fareOrigin(reference, flight);
  origins.set(flight, origin);
  return origin;
}

/**
 * What the seats of a leg cost: by the policy in force and the load before this hold, or what was quoted to this desk a moment before, whichever is
 * less. `counters`: of the cabin, after this hold was counted.
 */
export async function priceLeg(context: CommandContext, planned: Asked, counters: Omit<CabinCounter, 'cabin'>): Promise<LegFares> {
  const { now, cache, reference } = context;
  const { flight, cabin, party, seats } = planned;
  const policies = await cache.policies();
  const policy = policies.of(flight, now);
  const needs = policyNeeds(policy.rules);
  const ofCabin: SeatsTaken = { ...counters, held: counters.held - party.length };
  const ofFlight = needs.flightLoad ? await flightBefore(context, planned, counters) : ofCabin;
  const asked = priceQuestion(
    { now, reference, policies, party: party.length },
    flight,
    cabin,
    { ofCabin, ofFlight },
    policy.rules,
    originOf(reference, flight),
  );
  const promotion = planned.promotion && isPromoted(planned.promotion) ? planned.promotion.rule?.code : undefined;
  const question = { ...asked, promotion };
  const kept = await keptQuestion(context, planned, policy, question);
  const { fare, trace } = priceByPolicy(policy.rules, kept);
  const named = refundNamed(policy.rules);
  const refund = soldUnder(named, policies.refundVersions.get(named));
  const legs = { fare, trace: [...trace], priced: pricedFrom(policy, kept) };
  const under = refund ? { refund } : {};
  if (!needs.eachSeat) return { ...legs, ...under };
  const fareOf = (asks: PriceQuestion, at: number): OtherFare => {
    const one = priceByPolicy(policy.rules, asks);
    return { at, fare: one.fare, trace: [...one.trace] };
  };
  const others = seats.map((_, at) => fareOf(seatQuestion(planned, kept, at), at)).filter((other) => other.fare !== fare);
  const laps = party.flatMap(({ infant }, at) => (infant ? [fareOf({ ...kept, passenger: 'INF' }, at)] : [])).filter((lap) => lap.fare > 0);
  return { ...legs, ...(others.length > 0 ? { others } : {}), ...(needs.passengerType && laps.length > 0 ? { laps } : {}), ...under };
}

/** What an infant pays who comes onto a lap of a sold leg: by the policy in force and the load of now. The price and the refund policy that it has are its own. */
export async function priceLap(context: CommandContext, leg: BookedLeg): Promise<Omit<OtherFare, 'at'>> {
  const { db, now, cache, reference } = context;
  const flight = await cache.flight(leg.flightId);
  const plan = flight && reference.seatPlan(flight.seat_map);
  assert(flight && plan, `flight ${leg.flightId} is booked and not known`);
  const policies = await cache.policies();
  const policy = policies.of(flight, now);
  if (!policyNeeds(policy.rules).passengerType) return { fare: 0, trace: [] };
  const counters = await cabinCounters(db, flight.id);
  const taken = { ofCabin: cabinTaken(counters, leg.cabin, plan.capacity[leg.cabin] ?? 0), ofFlight: flightTaken(counters, plan) };
  const asking = { now, reference, policies, party: 1 };
  const asked = priceQuestion(asking, flight, leg.cabin, taken, policy.rules, originOf(reference, flight));
  const { fare, trace } = priceByPolicy(policy.rules, { ...asked, passenger: 'INF' });
  const named = refundNamed(policy.rules);
  const refund = refundOf({ refund: soldUnder(named, policies.refundVersions.get(named)) });
  const own = soldUnderText(refund) === soldUnderText(refundOf(leg)) ? {} : { refund };
  return { fare, trace: [...trace], priced: pricedFrom(policy, asked), ...own };
}

/** Seats taken of all cabins before this hold. An offer to a waitlist is priced before its cabin counts it, so what the store has of the cabin is not asked. */
async function flightBefore(
  { db }: CommandContext,
  { flight, plan, party, cabin }: Asked,
  counters: Omit<CabinCounter, 'cabin'>,
): Promise<SeatsTaken> {
  const others = (await cabinCounters(db, flight.id)).filter((counter) => counter.cabin !== cabin);
  const { authorised, held, sold } = flightTaken([...others, { cabin, ...counters }], plan);
  return { authorised, held: held - party.length, sold };
}

function seatQuestion({ plan, seats, party }: Asked, question: PriceQuestion, at: number): PriceQuestion {
  const seat = plan.byName.get(seats[at] ?? '');
  return { ...question, seat: seat ? seatTypeOf(plan.map, seat) : 'standard', passenger: party[at]?.type ?? 'ADT' };
}

/** What is asked now, or what was asked for the quote of this desk a moment ago, if the price has risen since. All seats are priced as they were then. */
async function keptQuestion(
  { db, now, actor }: CommandContext,
  { flight, cabin, offer }: Asked,
  { version, rules }: Policy,
  question: PriceQuestion,
): Promise<PriceQuestion> {
  if (offer === undefined) return question;
  const { promotion } = question;
  const quoted = { flightId: flight.id, cabin, policy: version, desk: actor.desk, promotion, byHand: byHandText(question) };
  const offered = await offeredPrice(db, quoted, offer, now);
  // A class that was open for one is not for four.
  if (offered?.priced.party !== question.party) return question;
  if (!offered || offered.fare >= fareByPolicy(rules, question)) return question;
  return { ...questionAgain(question, flight.currency, offered.priced), origin: question.origin };
}
