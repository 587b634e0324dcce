import { CONTACT_KEPT_MS } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { accept } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { type BookingRow, legsOf } from '../../store/tables/bookings-table.ts';
import { eraseCustomer as eraseRow } from '../../store/tables/customers-table.ts';
import { bookingsOfPerson } from '../../views/bookings-of-person.ts';
import type { Command, CommandContext } from '../command.ts';
import { blankContact } from './blank-contact.ts';
import { keptCustomer } from './change-customer.ts';

/**
 * Erases a record, because the passenger asked for it.
 * 1. The record loses all but its number, and what it was found by. The journal says that it was erased and by whom, and never had more than numbers.
 * 2. Its bookings stay with what the law asks for: names, flights and money. They belong to no record any more.
 * 3. The law asks for neither contact nor birth date. They are needed for claims for a while: CONTACT_KEPT_MS after the last flight a booking loses
 *    them here. Bookings to come keep them, because their passengers must be told of changes; the reply says how many do. Nothing blanks those by itself
 *    later: to know whose birth date and contact to blank, something of the person would have to be kept, which is what was to be erased. Whoever asks
 *    again after the flights has a record kept and erased once more.
 * 4. Stored replies tell a booking with its contact. They are deleted after a day, and here if no upkeep ran since. Replies about records have numbers alone.
 */
export const eraseCustomer: Command<Input<'customers.erase'>, Output<'customers.erase'>> = async (context, { customerId }) => {
  const { db, now } = context;
  const kept = await keptCustomer(db, customerId);
  if (!kept.ok) return kept;
  const blanked: number[] = [];
  let staying = 0;
  for (const bookingId of await bookingsOfPerson(db, kept.value, customerId)) {
    const row = await trustedBooking(db, bookingId);
    if (!row) continue;
    if (isDue(instant((await lastDeparture(context, row)) + CONTACT_KEPT_MS), now)) {
      await blankContact(db, row, kept.value);
      blanked.push(bookingId);
    } else staying++;
  }
  await eraseRow(db, kept.value, now);
  context.emit('customer.erased', { customerId, blanked });
  return accept({ customerId, blanked: blanked.length, staying });
};

/** When the last flight of a booking leaves, or was to leave, by the schedule of now. */
async function lastDeparture({ cache }: CommandContext, row: BookingRow): Promise<number> {
  let last = 0;
  for (const leg of legsOf(row)) last = Math.max(last, (await cache.flight(leg.flightId))?.departs_at ?? leg.departsAt);
  return last;
}
