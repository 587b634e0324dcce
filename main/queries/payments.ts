import { accept } from '../../shared/refusals.ts';
import { type PaymentRow, paymentByReference, pendingPayments } from '../store/tables/payments-table.ts';
import type { Query } from './query.ts';

/** Payments that still wait for the terminal's answer. Oldest first. */
export const pendingPaymentsOf: Query<Record<string, never>, readonly PaymentRow[]> = async ({ db }) => accept(await pendingPayments(db));

/** The payments under these references, as far as they are known. */
export const paymentsOf: Query<{ readonly references: readonly string[] }, readonly PaymentRow[]> = async ({ db }, { references }) => {
  const rows: PaymentRow[] = [];
  for (const reference of references) {
    const row = await paymentByReference(db, reference);
    if (row) rows.push(row);
  }
  return accept(rows);
};
