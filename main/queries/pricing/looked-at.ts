import { assert } from '../../../shared/assert.ts';
import type { CabinLoad } from '../../../shared/methods/flights.ts';
import type { FlightMark } from '../../../shared/pricing/flight-filter.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { type CabinOutlook, cabinOutlook, type StatedCurve } from '../../pricing/revenue/cabin-outlook.ts';
import { daysUntil, type PastCurve } from '../../pricing/revenue/past-curve.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { localDay } from '../../reference/zone-time.ts';
import type { CabinCounter, FlightRow } from '../../store/tables/flights-table.ts';
import { weekdayOf } from '../../store/tables/scope-flights.ts';
import { cabinLoads, cabinPrice, pricingNow } from '../../views/flight-view.ts';
import type { QueryContext } from '../query.ts';
import type { PastDepartures } from './past-departures.ts';

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
  readonly marks: readonly FlightMark[];
}

export interface LookOptions {
  readonly past: PastDepartures;
  readonly stated: (zone: string, departsAt: number) => StatedCurve;
}

/** Looks at one cabin of a flight, by default the one with the most seats; undefined when the flight has no such cabin. */
export async function lookAt(
  context: Pick<QueryContext, 'db' | 'now' | 'reference'>,
  row: FlightRow,
  counters: readonly CabinCounter[],
  cabin: Cabin | null,
  { past: departures, stated: curves }: LookOptions,
): Promise<LookedAt | undefined> {
  const { now, reference } = context;
  const plan = reference.seatPlan(row.seat_map);
  const zone = reference.airport(row.origin)?.zone;
  assert(plan && zone !== undefined, `flight ${row.id} flies with facts that this Aisle does not know`);
  const pricing = await pricingNow(context);
  const cabins = cabinLoads(row, plan, counters, pricing);
  const load = cabins.find((one) => one.cabin === (cabin ?? mainCabin(plan)));
  if (!load) return undefined;
  const { origin, destination, service_day: departureDay, departs_at } = row;
  const past = (await departures.of({ origin, destination, weekday: weekdayOf(departureDay) }))?.[load.cabin] ?? [];
  const stated = curves(zone, departs_at);
  const { authorised, held, sold, price } = load;
  const almostFull = { authorised, held: 0, sold: Math.max(0, authorised - 1) };
  const lastPrice = cabinPrice(row, load.cabin, { ofCabin: almostFull, ofFlight: almostFull }, pricing);
  const cabinNow = { departureDay, daysBefore: daysUntil(departs_at, now), authorised, held, sold, price, lastPrice };
  const outlook = cabinOutlook(cabinNow, past, stated);
  const daysLeft = departureDay - localDay(zone, now);
  return { row, plan, zone, daysLeft, cabins, load, past, stated, outlook, marks: marksOf(load, outlook) };
}

const mainCabin = ({ capacity }: SeatPlan): Cabin =>
  CABINS.reduce<Cabin>((most, cabin) => ((capacity[cabin] ?? 0) > (capacity[most] ?? 0) ? cabin : most), 'F');

function marksOf({ price, sold }: CabinLoad, { bid, usual }: CabinOutlook): FlightMark[] {
  const marks: FlightMark[] = [];
  if (bid !== undefined && price < bid) marks.push('below-bid');
  if (usual && sold > usual.high) marks.push('ahead');
  if (usual && sold < usual.low) marks.push('behind');
  return marks;
}
