import { assert } from '../../../shared/assert.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { WayOn } from '../../../shared/methods/volunteers.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { cabinCounters, type FlightRow, flightById, flightName } from '../../store/tables/flights-table.ts';
import { routeFlights } from '../../store/tables/route-flights.ts';
import { cabinSeats } from '../../views/cabin-seats.ts';
import { cabinLoads, pricingNow } from '../../views/flight-view.ts';
import type { QueryContext } from '../query.ts';

/** Flights that leave before this long after the one that is oversold. */
const AHEAD_MS = 2 * DAY_MS;
/** A flight that leaves longer before it is no way on. */
const BEFORE_MS = 6 * HOUR_MS;
/** As many as the screen shows without a scroll bar. */
const SHOWN_MAX = 5;

/** Flights between the same airports that have free seats in the cabin and have not left, who arrives first first. */
export async function waysOn(context: QueryContext, flight: FlightRow, cabin: Cabin): Promise<WayOn[]> {
  const { db, now, reference } = context;
  const routed = await routeFlights(
    ...([db, flight.origin, flight.destination] as const),
    Math.max(now + 1, flight.departs_at - BEFORE_MS),
    Math.max(now, flight.departs_at) + AHEAD_MS,
  );
  const byArrival = routed
    .filter(({ id }) => id !== flight.id)
    .toSorted((one, other) => one.departs_at + one.flown_ms - other.departs_at - other.flown_ms || one.id - other.id);
  const pricing = await pricingNow(context);
  const ways: WayOn[] = [];
  for (const { id } of byArrival) {
    const row = await flightById(db, id);
    const plan = row && reference.seatPlan(row.seat_map);
    if (!row || !plan?.capacity[cabin]) continue;
    const { free } = await cabinSeats(db, id, plan, cabin);
    if (free === 0) continue;
    const load = cabinLoads(row, plan, await cabinCounters(db, id), pricing).find((one) => one.cabin === cabin);
    assert(load, `flight ${id} has a cabin ${cabin} without a load`);
    ways.push({
      ...{ flightId: id, flight: flightName(row), departsAt: row.departs_at, arrivesAt: row.arrives_at },
      ...{ lateMs: row.arrives_at - flight.arrives_at, free, own: row.carrier === flight.carrier },
      ...{ fare: load.price, currency: row.currency },
    });
    if (ways.length === SHOWN_MAX) break;
  }
  return ways;
}
