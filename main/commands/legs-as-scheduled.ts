import { assert } from '../../shared/assert.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { flownBetween } from '../rules/flown-between.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { pricedAsSold } from '../views/priced-from.ts';
import type { CommandContext } from './command.ts';
import { flightsOfBooking } from './flights-of-booking.ts';
import { flightPart } from './leg-of-flight.ts';

/**
 * The legs of a hold with the times and the aircraft that their flights have now; undefined where all are as they were held. What is sold is the flight
 * as it is scheduled at that moment, so that nobody gets a receipt of a time that had passed away, or money back for a change that they knew of.
 */
export async function legsAsScheduled(context: CommandContext, row: BookingRow): Promise<BookedLeg[] | undefined> {
  const { reference } = context;
  const legs = legsOf(row);
  const flights = await flightsOfBooking(context, row);
  const isSame = flights.every(({ departs_at, arrives_at, equipment }, at) => {
    const leg = legs[at];
    return leg?.departsAt === departs_at && leg.arrivesAt === arrives_at && leg.equipment === equipment;
  });
  if (isSame) return undefined;
  return flights.map((flight, at) => {
    const [origin, destination] = flownBetween(reference, flight);
    const leg = legs[at];
    assert(leg && origin && destination, `flight ${flight.id} flies between airports that this Aisle knows`);
    const { part } = flightPart(flight, origin, destination);
    return { ...leg, ...pricedAsSold(leg, { ...part, cabin: leg.cabin }), ...part };
  });
}
