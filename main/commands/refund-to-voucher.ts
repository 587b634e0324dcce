import { assert } from '../../shared/assert.ts';
import { VOUCHER_DAYS_DEFAULT } from '../../shared/bounds.ts';
import { DAY_MS, instant, isDue } from '../../shared/instants.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { restoreVoucher, voucherByNumber } from '../store/tables/vouchers-table.ts';
import type { CommandContext } from './command.ts';
import { putVoucher } from './issue-voucher.ts';

/** Whether a refund to this voucher must go to a new one, because this one cannot be spent any more. */
export async function isPastItsTime({ db, now }: Pick<CommandContext, 'db' | 'now'>, number: string): Promise<boolean> {
  const voucher = await voucherByNumber(db, number);
  assert(voucher, 'a voucher that has paid is in the register');
  return isDue(instant(voucher.valid_until), now);
}

/** Gives money back to the voucher that paid. Returns the number of the new voucher, if one had to be issued. */
export async function refundToVoucher(context: CommandContext, row: BookingRow, number: string, amount: number): Promise<string | null> {
  if (!(await isPastItsTime(context, number))) {
    await restoreVoucher(context.db, number, amount);
    return null;
  }
  return refundVoucher(context, row, amount);
}

/** Issues a voucher for money that goes back. Returns its number. */
export async function refundVoucher(context: CommandContext, row: BookingRow, amount: number): Promise<string> {
  const issued = await putVoucher(context, {
    ...{ source: 'REFUND', booking_id: row.id, reason: '', currency: row.currency, issued: amount },
    valid_until: context.now + VOUCHER_DAYS_DEFAULT * DAY_MS,
  });
  return issued.number;
}
