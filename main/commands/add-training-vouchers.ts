import { accept } from '../../shared/refusals.ts';
import { voucherByNumber } from '../store/tables/vouchers-table.ts';
import { TRAINING_VOUCHERS } from '../training/training-vouchers.ts';
import type { Command } from './command.ts';
import { putVoucher } from './issue-voucher.ts';

/** Adds the vouchers of training to the register, if they are not in it yet. */
export const addTrainingVouchers: Command<Record<never, never>, { readonly added: number }> = async (context) => {
  let added = 0;
  for (const { number, amount, currency, validMs } of TRAINING_VOUCHERS) {
    if (await voucherByNumber(context.db, number)) continue;
    const made = { source: 'ISSUED', booking_id: null, reason: 'training', currency, issued: amount } as const;
    await putVoucher(context, { ...made, valid_until: context.now + validMs }, number);
    added++;
  }
  return accept({ added });
};
