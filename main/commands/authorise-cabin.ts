import { assert } from '../../shared/assert.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { authorisedMost, authorisedSeats } from '../../shared/pricing/authorised-seats.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { CABINS } from '../../shared/seat-map.ts';
import { insertAuthorisation, newestAuthorisation } from '../store/tables/authorisations-table.ts';
import { setAuthorised } from '../store/tables/cabin-counters-table.ts';
import { cabinCounters, flightById, flightName } from '../store/tables/flights-table.ts';
import { blockedIn } from '../store/tables/seat-blocks-table.ts';
import { isUncounted } from '../store/uncounted-flights.ts';
import { takeFromStock } from './blocks/take-from-stock.ts';
import type { Command } from './command.ts';
import { flightOver } from './flight-over.ts';
import { offerFreed } from './waitlist/offer-freed.ts';

/**
 * Sets how many seats of a cabin may be sold. It may stand above or below the seats that the cabin has. It sells nothing by itself. A percentage is
 * kept with the decision: another aircraft changes the number by it (apply-schedule.ts), and a block takes one seat from it as from any number.
 *
 * Seats that are blocked now come back to stock as their blocks end. A percentage is of all seats, so they are part of it. A number is what may be
 * sold beside them, so they come on top of it. But none is none: where a supervisor authorises 0, no block that ends sells a seat.
 */
export const authoriseCabin: Command<Input<'pricing.authorise'>, Output<'pricing.authorise'>> = async (context, input) => {
  const { db, now, actor, reference, emit } = context;
  const { flightId, cabin, authorised, seen, reason, percent = null } = input;
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const details = { flightId, flight: flightName(flight), cabin };
  const over = flightOver(flight, now, { cabin });
  if (over) return over;
  if (await isUncounted(db, flightId)) return refuse('FLIGHT_CHANGING', details);
  const plan = reference.seatPlan(flight.seat_map);
  assert(plan, `flight ${flightId} flies with a seat map that this Aisle does not know`);
  const capacity = plan.capacity[cabin];
  if (!capacity) return refuse('CABIN_UNKNOWN', { ...details, cabins: CABINS.filter((one) => plan.capacity[one]) });

  const counter = (await cabinCounters(db, flightId)).find((one) => one.cabin === cabin) ?? { authorised: capacity, held: 0, sold: 0 };
  if (counter.authorised !== seen) return refuse('AUTHORISED_CHANGED', { ...details, authorised: counter.authorised, seen });
  const blocked = await blockedIn(db, flightId, cabin);
  const ofNumber = authorised === 0 ? 0 : authorised + blocked.seats;
  const stock = percent === null ? ofNumber : authorisedSeats(capacity, percent);
  if (percent !== null) {
    const seats = Math.max(0, stock - blocked.seats);
    if (seats !== authorised) return refuse('AUTHORISED_PERCENT', { ...details, percent, seats, authorised });
  }
  const taken = counter.held + counter.sold;
  // A smaller aircraft may leave more sold than this allows. Then the number that is taken can be authorised, and no more.
  const most = Math.max(taken, authorisedMost(capacity));
  if (authorised < taken || authorised > most) return refuse('AUTHORISED_RANGE', { ...details, capacity, taken, least: taken, most });

  const samePercent = ((await newestAuthorisation(db, flightId, cabin))?.percent ?? null) === percent;
  const sameStock = authorised === counter.authorised && stock === counter.authorised + blocked.taken;
  if (sameStock && samePercent) return accept({ flightId, cabin, authorised, held: counter.held, sold: counter.sold });
  const after = await setAuthorised(db, flightId, cabin, authorised);
  assert(after, `flight ${flightId} cabin ${cabin} was found with ${taken} seats taken and has more`);
  await takeFromStock(db, flightId, cabin, stock);
  const row = { flight_id: flightId, cabin, seats_before: counter.authorised, seats_after: authorised, percent };
  await insertAuthorisation(db, { ...row, author: actor.user, reason, decided_at: now });
  emit('cabin.authorised', { flightId, cabin, before: counter.authorised, ...(percent === null ? {} : { percent }), ...after });
  if (authorised > counter.authorised) await offerFreed(context, [{ flightId, cabin }]);
  return accept({ flightId, cabin, ...after });
};
