import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { insertVoucher, nextVoucherId, type VoucherRow, voucherByNumber } from '../store/tables/vouchers-table.ts';
import { voucherView } from '../views/voucher-view.ts';
import type { Command, CommandContext } from './command.ts';

type NewVoucher = Pick<VoucherRow, 'source' | 'booking_id' | 'reason' | 'currency' | 'issued' | 'valid_until'>;

/** Puts a voucher with its whole balance into the register. Its number is drawn, unless one is given. */
export async function putVoucher(context: CommandContext, voucher: NewVoucher, number?: string): Promise<VoucherRow> {
  const { db, now, locators } = context;
  let id = await nextVoucherId(db);
  // A number that an earlier version took could be any word.
  if (number === undefined) while (await voucherByNumber(db, locators.voucher(id, now))) id++;
  const row: VoucherRow = { ...voucher, id, number: number ?? locators.voucher(id, now), balance: voucher.issued, issued_at: now };
  await insertVoucher(db, row);
  // Who has the number has the money, and the reason may tell of a passenger: neither goes into the journal.
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
