import { assert } from '../../../shared/assert.ts';
import type { WriteDatabase } from '../../store/database.ts';
import { emailKey, isSamePhone } from '../../store/find-keys.ts';
import { rememberBooking } from '../../store/known-bookings.ts';
import { forgetBirthDates } from '../../store/tables/booking-versions-table.ts';
import { type BookingRow, changedRow } from '../../store/tables/bookings-table.ts';
import { replaceFindKeys } from '../../store/tables/find-keys-table.ts';
import { forgetBirthDate, passengersOfBooking } from '../../store/tables/sale-record.ts';
import { blankPhoneOf } from '../../store/tables/waitlist-table.ts';
import { isNamed, type Person } from '../../views/bookings-of-person.ts';

/**
 * Takes birth date and contact of a person out of a booking, and what it is found by with them. A contact that others on the booking gave stays: it is
 * blanked where the person travels alone or the record has the same. The version stays, because no entry of the journal tells of names and contact.
 */
export async function blankContact(db: WriteDatabase, row: BookingRow, person: Person): Promise<void> {
  const passengers = await passengersOfBooking(db, row.id);
  for (const [place, passenger] of passengers.entries()) if (isNamed(passenger, person)) await forgetBirthDate(db, row.id, place);
  await forgetBirthDates(db, row.id, (passenger) => isNamed(passenger, person));

  const alone = passengers.length === 1;
  const phone = alone || isSamePhone(row.phone ?? '', person.phone) ? '' : row.phone;
  const email = alone || emailKey(row.email ?? '') === emailKey(person.email) ? '' : row.email;
  const changed = await db
    .change('UPDATE bookings SET phone = ?, email = ? WHERE id = ? AND version = ?')
    .run(phone, email, row.id, row.version);
  assert(changed === 1, `booking ${row.id} keeps its contact`);
  await replaceFindKeys(db, row.id, { ...row, passengers }, { passengers, phone, email });
  // A party that came from the waitlist left its phone number there too.
  if (phone === '') await blankPhoneOf(db, row.id);
  // A reply tells a booking with its contact. Nobody repeats a request of so long ago; it would be refused, because the hold has ended.
  await db.change('DELETE FROM replies WHERE booking_id IN (?)').run(row.id);
  rememberBooking(db, changedRow(row, { phone, email }));
}
