import { instant } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { voucherByNumber } from '../store/tables/vouchers-table.ts';
import { TRAINING_VOUCHERS } from '../training/training-vouchers.ts';
import type { Command, CommandContext } from './command.ts';
import { putVoucher } from './issue-voucher.ts';

/** Adds the vouchers of training to the register, if they are not in it yet. */
export const addTrainingVouchers: Command<Record<never, never>, { readonly added: number }> = async (context) => {
  let added = 0;
  // They were there before the first sale of a new store, so their entries must not be newer than what is sold next.
  const as = { now: instant(context.newestEntryAt || context.now), actor: context.actor };
  const earlier: CommandContext = { ...context, emit: (type, data) => context.emit(type, data, as) };
  for (const { number, amount, currency, validMs } of TRAINING_VOUCHERS) {
    if (await voucherByNumber(context.db, number)) continue;
    const made = { source: 'ISSUED', booking_id: null, reason: 'training', currency, issued: amount } as const;
    await putVoucher(earlier, { ...made, valid_until: context.now + validMs }, number);
    added++;
  }
  return accept({ added });
};
