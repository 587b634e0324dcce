import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { trustedBooking } from '../../store/checks/trusted-booking.ts';
import { insertCustomer, linkBooking, nextCustomerId } from '../../store/tables/customers-table.ts';
import { listedName } from '../../views/listed-name.ts';
import type { Command, CommandContext } from '../command.ts';
import { type Kept, keptOf, knownCustomer } from './customer-row.ts';

/** Keeps the record of a passenger who asked for it. The reply and the journal have its number alone. */
export const keepCustomer: Command<Input<'customers.keep'>, Output<'customers.keep'>> = async (context, { record, bookingId }) => {
  const { db } = context;
  if (bookingId !== undefined && !(await trustedBooking(db, bookingId)))
    return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  const kept = keptOf(record);
  if (!kept.ok) return kept;
  const known = await knownCustomer(db, kept.value);
  if (known) return refuse('CUSTOMER_KNOWN', { name: listedName(known), customerId: known.id });
  const customerId = await storeCustomer(context, kept.value);
  if (bookingId !== undefined) await linkBooking(db, customerId, bookingId);
  return accept({ customerId });
};

/** Writes a record that is not kept yet. Returns its number. */
export async function storeCustomer(context: CommandContext, kept: Kept): Promise<number> {
  const { db, now, actor } = context;
  const id = await nextCustomerId(db);
  const by = { kept_at: now, kept_by: actor.user, kept_desk: actor.desk };
  await insertCustomer(db, { id, ...kept, ...by, version: 1, erased_at: null });
  context.emit('customer.kept', { customerId: id });
  return id;
}
