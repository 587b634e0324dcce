import { assert } from '../../../shared/assert.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { countersNow } from '../../store/tables/cabin-counters-table.ts';
import type { Changing } from '../changes/planned-change.ts';
import { flightPart, legOfFlight } from '../leg-of-flight.ts';
import { priceLeg } from '../price-leg.ts';
import type { WayFlight } from './plan-way.ts';

/** The flights of a way on that is sold, each at the price that a hold of its seats would have now. */
export async function priceWay({ context, party }: Changing, way: readonly WayFlight[]): Promise<BookedLeg[]> {
  const { db, reference } = context;
  const legs: BookedLeg[] = [];
  for (const { flight, cabin, seats } of way) {
    const plan = reference.seatPlan(flight.seat_map);
    const [origin, destination] = flownBetween(reference, flight);
    assert(plan && origin && destination, `flight ${flight.id} flies with facts that this Aisle does not know`);
    const { held, ...counters } = (await countersNow(db, flight.id, cabin)) ?? { authorised: plan.capacity[cabin] ?? 0, held: 0, sold: 0 };
    const fares = await priceLeg(context, { flight, plan, cabin, seats, party }, { ...counters, held: held + seats.length });
    legs.push(legOfFlight(flightPart(flight, origin, destination), { segment: legs.length + 1, cabin, seats: [...seats], ...fares }).leg);
  }
  return legs;
}
