import { assert } from '../../../shared/assert.ts';
import type { CabinLoad } from '../../../shared/methods/flights.ts';
import { FLIGHT_MARKS, type FlightMark } from '../../../shared/pricing/flight-filter.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { Policy } from '../../pricing/policies-in-force.ts';
import { type CabinOutlook, cabinOutlook, type StatedCurve } from '../../pricing/revenue/cabin-outlook.ts';
import { daysUntil, type PastCurve } from '../../pricing/revenue/past-curve.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { localDay } from '../../reference/zone-time.ts';
import type { CabinCounter, FlightRow } from '../../store/tables/flights-table.ts';
import { weekdayOf } from '../../store/tables/scope-flights.ts';
import { cabinLoads, cabinPrice, pricingNow } from '../../views/flight-view.ts';
import { flightTaken, type PricingNow, priceQuestion } from '../../views/price-question.ts';
import type { QueryContext } from '../query.ts';
import { type FlightClasses, flightClasses } from './flight-classes.ts';
import { type PastDepartures, pastDepartures } from './past-departures.ts';
import { statedCurves } from './stated-curve.ts';

/** One cabin of a flight with everything that a list compares, apart from its sales one by one. */
export interface LookedAt {
  readonly row: FlightRow;
  readonly plan: SeatPlan;
  readonly zone: string;
  readonly daysLeft: number;
  readonly cabins: readonly CabinLoad[];
  readonly load: CabinLoad;
  readonly past: readonly PastCurve[];
  readonly stated: StatedCurve;
  readonly outlook: CabinOutlook;
  /** The policy that prices it. */
  readonly policy: Policy;
  readonly classes: FlightClasses | undefined;
  readonly marks: readonly FlightMark[];
}

export interface LookOptions {
  readonly pricing: PricingNow;
  readonly past: PastDepartures;
  readonly stated: (zone: string, departsAt: number) => StatedCurve;
}

/** What looking at flights needs, read once for all of them. */
export const lookOptions = async (context: QueryContext): Promise<LookOptions> => ({
  pricing: await pricingNow(context),
  past: await pastDepartures(context),
  stated: await statedCurves(context.db),
});

/** Looks at one cabin of a flight, by default the one with the most seats; undefined when the flight has no such cabin. */
export async function lookAt(
  row: FlightRow,
  counters: readonly CabinCounter[],
  cabin: Cabin | null,
  { pricing, past: departures, stated: curves }: LookOptions,
): Promise<LookedAt | undefined> {
  const { now, reference, policies } = pricing;
  const plan = reference.seatPlan(row.seat_map);
  const zone = reference.airportAt(row.origin, row.departs_at)?.zone;
  assert(plan && zone !== undefined, `flight ${row.id} flies with facts that this Aisle does not know`);
  const cabins = cabinLoads(row, plan, counters, pricing);
  const load = cabins.find((one) => one.cabin === (cabin ?? mainCabin(plan)));
  if (!load) return undefined;
  const { origin, destination, service_day: departureDay, departs_at } = row;
  const past = (await departures.of({ origin, destination, weekday: weekdayOf(departureDay) }))?.[load.cabin] ?? [];
  const stated = curves(zone, departs_at);
  const policy = policies.of(row, now);
  const classes = flightClasses(
    policy.rules,
    priceQuestion(pricing, row, load.cabin, { ofCabin: load, ofFlight: flightTaken(counters, plan) }, policy.rules),
  );
  const { authorised, held, sold, price } = load;
  const lastPrice = priceOfLastSeat(row, load, counters, plan, pricing);
  const daysBefore = daysUntil(departs_at, now);
  const outlook = cabinOutlook({ departureDay, daysBefore, authorised, held, sold, price, lastPrice, classes }, past, stated);
  const daysLeft = departureDay - localDay(zone, now);
  const marks = marksOf(row.currency, load, outlook, policy, classes);
  return { row, plan, zone, daysLeft, cabins, load, past, stated, outlook, policy, classes, marks };
}

/** What the policy asks when one seat of the cabin is left, and the other cabins stand as they do. */
function priceOfLastSeat(
  row: FlightRow,
  { cabin, authorised }: CabinLoad,
  counters: readonly CabinCounter[],
  plan: SeatPlan,
  pricing: PricingNow,
): number {
  const ofCabin = { authorised, held: 0, sold: Math.max(0, authorised - 1) };
  const then = [...counters.filter((one) => one.cabin !== cabin), { cabin, ...ofCabin }];
  return cabinPrice(row, cabin, { ofCabin, ofFlight: flightTaken(then, plan) }, pricing);
}

const mainCabin = ({ capacity }: SeatPlan): Cabin =>
  CABINS.reduce<Cabin>((most, cabin) => ((capacity[cabin] ?? 0) > (capacity[most] ?? 0) ? cabin : most), 'F');

/** In the order of FLIGHT_MARKS. Somebody overrode a flight that has a policy of its own, or a class that is open or closed by hand. */
function marksOf(
  currency: string,
  { price, sold }: CabinLoad,
  { bid, usual }: CabinOutlook,
  { scope, rules }: Policy,
  classes: FlightClasses | undefined,
): FlightMark[] {
  const isAt = (rail: 'floor' | 'ceiling'): boolean => rules.some((one) => one.rule === rail && one.amounts[currency] === price);
  const says: Readonly<Record<FlightMark, boolean>> = {
    override: scope.kind === 'flight' || (classes?.now.some(({ byHand }) => byHand !== undefined) ?? false),
    'below-bid': bid !== undefined && price < bid,
    ahead: usual !== undefined && sold > usual.high,
    behind: usual !== undefined && sold < usual.low,
    ceiling: isAt('ceiling'),
    floor: isAt('floor'),
  };
  return FLIGHT_MARKS.filter((mark) => says[mark]);
}
