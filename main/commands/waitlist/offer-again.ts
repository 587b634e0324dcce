import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { CABINS } from '../../../shared/seat-map.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { Command } from '../command.ts';
import { offerFreed } from './offer-freed.ts';

/** Offers what is free to the first that fits. Needed where a fare fell without an event: a competitor's fare grew too old to be followed. */
export const offerAgain: Command<Input<'waitlist.offer'>, Output<'waitlist.offer'>> = async (context, { flightId, cabin }) => {
  const flight = await context.cache.flight(flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const plan = context.reference.seatPlan(flight.seat_map);
  assert(plan, `flight ${flightId} flies with a seat map that this Aisle does not know`);
  if (!plan.capacity[cabin])
    return refuse('CABIN_UNKNOWN', {
      ...{ flightId, flight: flightName(flight), cabin },
      cabins: CABINS.filter((candidate) => plan.capacity[candidate]),
    });
  return accept({ offered: await offerFreed(context, [{ flightId, cabin }]) });
};
