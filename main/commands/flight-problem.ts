import type { Refused } from '../../shared/refusals.ts';
import { flightsAsHeld } from '../rules/flights-as-held.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';
import { flightsOfBooking } from './flights-of-booking.ts';

/**
 * Why the flights of a hold cannot be sold any more, in the order of the list of refusals. The hold is checked against the schedule again
 * at payment. A card that was approved before such a refusal gets its money back.
 */
export async function flightProblem(context: CommandContext, row: BookingRow): Promise<Refused | undefined> {
  return flightsAsHeld(legsOf(row), await flightsOfBooking(context, row), context.now, context.reference);
}
