import { REFUNDS_DUE_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { refundsByHand } from '../store/tables/refunds-table.ts';
import type { Query } from './query.ts';

const DUE = "SELECT count(*) AS due FROM refunds WHERE state = 'DUE' AND called IS NULL";

/** Refunds to wallets that nobody has sent yet. */
export const refundsDue: Query<Input<'refunds.due'>, Output<'refunds.due'>> = async ({ db, locators }) => {
  const rows = await refundsByHand(db, REFUNDS_DUE_SHOWN_MAX);
  const all = await db.query<{ due: number }>(DUE).get();
  const refunds = rows.map(({ id, booking_id, ...row }) => ({
    ...{ refundId: id, bookingId: booking_id, locator: locators.of(booking_id) },
    ...row,
  }));
  return accept({ refunds, more: (all?.due ?? 0) - refunds.length });
};
