import { chargeAccount } from '../store/tables/accounts-table.ts';
import type { TenderRow } from '../store/tables/sale-rows.ts';
import { spendVoucher } from '../store/tables/vouchers-table.ts';
import type { CommandContext } from './command.ts';

/** Takes what checked tenders pay from the balances of vouchers and accounts. Each guard stands in its statement. */
export async function spendBalances({ db, now }: CommandContext, currency: string, tenders: readonly TenderRow[]): Promise<void> {
  for (const { voucher, account, amount } of tenders) {
    if (voucher !== null) await spendVoucher(db, voucher, amount, currency, now);
    if (account !== null) await chargeAccount(db, account, amount, currency);
  }
}
