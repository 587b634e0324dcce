import { assert } from '../../../shared/assert.ts';
import { ROUTE_DAYS, ROUTE_FLIGHTS_MAX } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import type { RouteDay } from '../../../shared/methods/pricing-list.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { localDay } from '../../reference/zone-time.ts';
import { COUNTERS_BY_FLIGHT, type CounterOfFlight, FLIGHTS_AT_ONCE, type FlightRow, flightName } from '../../store/tables/flights-table.ts';
import { operatingOnRoute } from '../../store/tables/scope-flights.ts';
import { cabinLoads, pricingNow } from '../../views/flight-view.ts';
import type { PricingNow } from '../../views/price-question.ts';
import type { Query } from '../query.ts';
import { localDay as momentsOf } from '../search/local-day.ts';

/** The flights of a heat table: a route's next 30 local dates, from now on. `cabin` null: of each flight the one with the most seats. */
export const routeDays: Query<Input<'pricing.routeDays'>, Output<'pricing.routeDays'>> = async (context, input) => {
  const { db, now, reference } = context;
  const { origin, destination, cabin } = input;
  for (const code of [origin, destination]) if (!reference.airport(code)) return refuse('PLACE_UNKNOWN', { code });
  if (origin === destination) return refuse('SAME_PLACE');
  const zone = reference.airportAt(origin, now)?.zone ?? '';
  const today = localDay(zone, now);
  const { until } = momentsOf(dateOfDay(today + ROUTE_DAYS - 1), zone);
  const rows = await operatingOnRoute(db, origin, destination, now, until, ROUTE_FLIGHTS_MAX + 1);
  const listed = [...rows].sort((a, b) => a.departs_at - b.departs_at || a.id - b.id).slice(0, ROUTE_FLIGHTS_MAX);
  const pricing = await pricingNow(context);
  const flights: RouteDay[] = [];
  for (let first = 0; first < listed.length; first += FLIGHTS_AT_ONCE) {
    const some = listed.slice(first, first + FLIGHTS_AT_ONCE);
    const group = [...some.map(({ id }) => id), ...Array<number>(FLIGHTS_AT_ONCE - some.length).fill(0)];
    const counters = await db.query<CounterOfFlight>(COUNTERS_BY_FLIGHT).all(...group);
    for (const row of some) {
      const day = dayOf(
        row,
        counters.filter(({ flight_id }) => flight_id === row.id),
        cabin,
        pricing,
      );
      if (day) flights.push(day);
    }
  }
  return accept({ from: dateOfDay(today), flights, more: rows.length > ROUTE_FLIGHTS_MAX });
};

function dayOf(row: FlightRow, counters: readonly CounterOfFlight[], cabin: Cabin | null, pricing: PricingNow): RouteDay | undefined {
  const plan = pricing.reference.seatPlan(row.seat_map);
  assert(plan, `flight ${row.id} flies with seats that this Aisle does not know`);
  const loads = cabinLoads(row, plan, counters, pricing);
  const most = Math.max(...CABINS.map((one) => plan.capacity[one] ?? 0));
  const load = loads.find((one) => (cabin === null ? one.capacity === most : one.cabin === cabin));
  if (!load) return undefined;
  const { authorised, sold, held, price } = load;
  return {
    flightId: row.id,
    flight: flightName(row),
    date: dateOfDay(row.service_day),
    departsAt: row.departs_at,
    cabin: load.cabin,
    currency: row.currency,
    ...{ authorised, sold, held, price },
  };
}
