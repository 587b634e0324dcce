import { DAY_MS, dateOfDay, HOUR_MS, type Instant } from '../../shared/instants.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { policyNeeds } from '../../shared/pricing/policy-needs.ts';
import type { PriceQuestion, SeatsTaken } from '../../shared/pricing/rules/price-rule.ts';
import { CABINS, type Cabin } from '../../shared/seat-map.ts';
import { type DecidedClasses, lettersOf } from '../pricing/class-overrides.ts';
import type { PoliciesInForce } from '../pricing/policies-in-force.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { CabinCounter, FlightRow } from '../store/tables/flights-table.ts';

/** What decides about all prices of one moment: the policies in force, the time, and what is known of places. */
export interface PricingNow {
  readonly policies: PoliciesInForce;
  readonly now: Instant;
  readonly reference: Reference;
  /** How many travel together, where a policy asks for it. One, if left out. */
  readonly party?: number;
}

/** What a price needs of a flight. */
export type PricedFlight = Pick<
  FlightRow,
  'id' | 'origin' | 'destination' | 'service_day' | 'departs_at' | 'base_fare' | 'currency' | 'competitor_fare' | 'competitor_read_at'
>;

/** Seats taken of one cabin. A cabin without a counter has sold nothing, and all seats of its map are for sale. */
export function cabinTaken(counters: readonly CabinCounter[], cabin: Cabin, capacity: number): SeatsTaken {
  const counter = counters.length === 0 ? undefined : counters.find((candidate) => candidate.cabin === cabin);
  return { authorised: counter?.authorised ?? capacity, held: counter?.held ?? 0, sold: counter?.sold ?? 0 };
}

/** Seats taken of all cabins together. */
export function flightTaken(counters: readonly CabinCounter[], { capacity: capacities }: Pick<SeatPlan, 'capacity'>): SeatsTaken {
  const all = { authorised: 0, held: 0, sold: 0 };
  for (const cabin of CABINS) {
    const capacity = capacities[cabin];
    if (capacity === undefined) continue;
    const { authorised, held, sold } = cabinTaken(counters, cabin, capacity);
    all.authorised += authorised;
    all.held += held;
    all.sold += sold;
  }
  return all;
}

/** A cache of dates as text: a board holds a few dates thousands of times. */
const dates = new Map<number, string>();

export function serviceDate(day: number): string {
  let text = dates.get(day);
  if (text === undefined) {
    text = dateOfDay(day);
    dates.set(day, text);
  }
  return text;
}

/** Whole days until departure, so that a day has 24 hours whatever clocks do. */
export const daysAhead = (departsAt: number, now: number): number => Math.max(0, Math.floor((departsAt - now) / DAY_MS));

/** Hours since a competitor's fare was read, a part of an hour as a whole one. */
const ageHours = (readAt: number, now: Instant): number => Math.ceil((now - readAt) / HOUR_MS);

function competitorOf({ competitor_fare: fare, competitor_read_at: readAt }: PricedFlight, now: Instant): PriceQuestion['competitor'] {
  // Nobody has read it yet: the file has a wrong time, and a fare from the future would never grow old.
  if (fare === null || readAt === null || readAt > now) return undefined;
  return { fare, ageHours: ageHours(readAt, now) };
}

function milesOf(reference: Reference, flight: PricedFlight): number | undefined {
  const [from, to] = [flight.origin, flight.destination].map((code) => reference.airportAt(code, flight.departs_at));
  const miles = from && to && reference.miles(from, to);
  return miles === undefined ? undefined : Math.round(miles);
}

const byHand = (decided: DecidedClasses): Pick<PriceQuestion, 'closed' | 'opened'> =>
  decided.size === 0 ? {} : { closed: lettersOf(decided, 'closed'), opened: lettersOf(decided, 'open') };

/**
 * What an adult in a standard seat is asked a price for, with what the rules of the policy need. `origin`: where the base fare comes from in words,
 * for a trace.
 */
export function priceQuestion(
  { now, reference, policies, party = 1 }: Omit<PricingNow, 'policies'> & { readonly policies: Pick<PoliciesInForce, 'overrides'> },
  flight: PricedFlight,
  cabin: Cabin,
  { ofCabin, ofFlight }: Pick<PriceQuestion, 'ofCabin' | 'ofFlight'>,
  rules: readonly PolicyRule[],
  origin = '',
): PriceQuestion {
  const needs = policyNeeds(rules);
  return {
    baseFare: flight.base_fare,
    currency: flight.currency,
    origin,
    miles: needs.miles ? milesOf(reference, flight) : undefined,
    date: serviceDate(flight.service_day),
    daysAhead: daysAhead(flight.departs_at, now),
    cabin,
    ofCabin,
    ofFlight,
    seat: 'standard',
    competitor: needs.competitor ? competitorOf(flight, now) : undefined,
    passenger: 'ADT',
    promotion: undefined,
    ...(needs.classes ? { party, ...byHand(policies.overrides.of(flight, cabin)) } : {}),
  };
}
