import type { Input } from '../../../shared/contract.ts';
import { customerById, linkBooking } from '../../store/tables/customers-table.ts';
import type { PassengerRow } from '../../store/tables/sale-rows.ts';
import type { CommandContext } from '../command.ts';
import { knownCustomer } from './customer-row.ts';
import { storeCustomer } from './keep-customer.ts';

type Sale = Pick<Input<'bookings.confirm'>, 'bookingId' | 'contact' | 'customers'>;

/**
 * Keeps the records that passengers of a sale asked for, and notes which booking was sold with which record. A sale that is paid is never refused for
 * a record: one that was erased meanwhile, or a place where nobody stands, is passed over.
 */
export async function customersOfSale(
  context: CommandContext,
  { bookingId, contact, customers }: Sale,
  passengers: readonly PassengerRow[],
) {
  const { db } = context;
  for (const { place, customerId } of customers ?? []) {
    const passenger = passengers[place];
    if (!passenger) continue;
    if (customerId !== null) {
      const row = await customerById(db, customerId);
      if (row && row.erased_at === null) await linkBooking(db, customerId, bookingId);
      continue;
    }
    const { surname, given, host_surname, host_given, title, birth_date } = passenger;
    const kept = {
      surname,
      given,
      host_surname,
      host_given,
      title,
      birth_date,
      phone: contact.phone,
      email: contact.email,
      document: null,
    };
    const known = await knownCustomer(db, kept);
    await linkBooking(db, known?.id ?? (await storeCustomer(context, kept)), bookingId);
  }
}
