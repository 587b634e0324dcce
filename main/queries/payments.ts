import { accept } from '../../shared/refusals.ts';
import { openPayments, type PaymentRow, paymentByReference } from '../store/tables/payments-table.ts';
import type { Query } from './query.ts';

/** Payments that still wait for something: the terminal's answer, or a refund. Oldest first. */
export const openPaymentsOf: Query<{ readonly state: 'PENDING' | 'REFUND_DUE' }, readonly PaymentRow[]> = async ({ db }, { state }) =>
  accept(await openPayments(db, state));

/** The payments under these references, as far as they are known. */
export const paymentsOf: Query<{ readonly references: readonly string[] }, readonly PaymentRow[]> = async ({ db }, { references }) => {
  const rows: PaymentRow[] = [];
  for (const reference of references) {
    const row = await paymentByReference(db, reference);
    if (row) rows.push(row);
  }
  return accept(rows);
};
