import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { insertVoucher, nextVoucherId, type VoucherRow, voucherByNumber } from '../store/tables/vouchers-table.ts';
import { voucherView } from '../views/voucher-view.ts';
import type { Command, CommandContext } from './command.ts';

type NewVoucher = Pick<VoucherRow, 'source' | 'booking_id' | 'reason' | 'currency' | 'issued' | 'valid_until'>;

/** Adds a voucher with its whole balance to the register. Its number is made from its id and the time, unless one is given. */
export async function putVoucher(context: CommandContext, voucher: NewVoucher, number?: string): Promise<VoucherRow> {
  const { db, now, locators } = context;
  let id = await nextVoucherId(db);
  // An earlier version accepted any word as a number, so a number that is made here may be taken.
  if (number === undefined) while (await voucherByNumber(db, locators.voucher(id, now))) id++;
  const row: VoucherRow = { ...voucher, id, number: number ?? locators.voucher(id, now), balance: voucher.issued, issued_at: now };
  await insertVoucher(db, row);
  // Whoever knows the number can spend the money, and the reason may name a passenger. Neither goes into the journal.
  context.emit('voucher.issued', {
    ...{ voucherId: id, amount: row.issued, currency: row.currency },
    ...{ forBooking: row.booking_id, validUntil: row.valid_until },
  });
  return row;
}

/** A supervisor issues a voucher by hand. */
export const issueVoucher: Command<Input<'vouchers.issue'>, Output<'vouchers.issue'>> = async (context, input) => {
  const { amount, currency, reason, days } = input;
  const made = { source: 'ISSUED', booking_id: null, reason, currency, issued: amount, valid_until: context.now + days * DAY_MS } as const;
  return accept(voucherView(await putVoucher(context, made), context.locators));
};
