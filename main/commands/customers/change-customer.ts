import type { Input, Output } from '../../../shared/contract.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { type CustomerRow, customerById, replaceCustomer } from '../../store/tables/customers-table.ts';
import type { Command } from '../command.ts';
import { keptOf } from './customer-row.ts';

/** A record that is kept, or why there is none. */
export async function keptCustomer(db: ReadDatabase, customerId: number): Promise<Reply<CustomerRow>> {
  const row = await customerById(db, customerId);
  if (!row) return refuse('CUSTOMER_UNKNOWN', { customerId });
  return row.erased_at === null ? accept(row) : refuse('CUSTOMER_ERASED', { customerId });
}

/** Changes a record whole. Its bookings stay as they were sold. */
export const changeCustomer: Command<Input<'customers.change'>, Output<'customers.change'>> = async (
  context,
  { customerId, version, record },
) => {
  const { db } = context;
  const kept = keptOf(record);
  if (!kept.ok) return kept;
  const before = await keptCustomer(db, customerId);
  if (!before.ok) return before;
  if (before.value.version !== version) return refuse('CUSTOMER_CHANGED', { customerId });
  await replaceCustomer(db, before.value, { ...before.value, ...kept.value, version: version + 1 });
  context.emit('customer.changed', { customerId, version: version + 1 });
  return accept({ customerId });
};
