import { assert } from '../../../shared/assert.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { cabinCounters, type FlightRow } from '../../store/tables/flights-table.ts';
import { cabinPrice } from '../../views/flight-view.ts';
import { cabinTaken, flightTaken } from '../../views/price-question.ts';
import type { CommandContext } from '../command.ts';

/** What an adult pays now for a seat of a cabin, in minor units of the flight's currency. */
export async function fareOn({ db, now, cache, reference }: CommandContext, flight: FlightRow, cabin: Cabin): Promise<number> {
  const plan = reference.seatPlan(flight.seat_map);
  const capacity = plan?.capacity[cabin];
  assert(plan && capacity, `flight ${flight.id} has a cabin ${cabin}`);
  const counters = await cabinCounters(db, flight.id);
  const taken = { ofCabin: cabinTaken(counters, cabin, capacity), ofFlight: flightTaken(counters, plan) };
  return cabinPrice(flight, cabin, taken, { policies: await cache.policies(), now, reference });
}
