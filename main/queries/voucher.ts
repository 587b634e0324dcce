import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { voucherByNumber } from '../store/tables/vouchers-table.ts';
import { voucherView } from '../views/voucher-view.ts';
import type { Query } from './query.ts';

export const voucher: Query<Input<'vouchers.get'>, Output<'vouchers.get'>> = async ({ db, locators }, { number }) => {
  const row = await voucherByNumber(db, number);
  return row ? accept(voucherView(row, locators)) : refuse('VOUCHER_UNKNOWN', { voucher: number });
};
