import { DAY_MS, dateOfDay, instant, isDue } from '../../shared/instants.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { type VoucherRow, voucherByNumber } from '../store/tables/vouchers-table.ts';
import type { CommandContext } from './command.ts';

interface Offered {
  readonly number: string;
  readonly amount: number;
  readonly row: VoucherRow | undefined;
}

/** Why the vouchers among some tenders cannot pay a price in `currency`; undefined when they can. Each refusal is checked for all vouchers before the next. */
export async function voucherProblem(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  currency: string,
  tenders: readonly Tender[],
): Promise<Refused | undefined> {
  const offered: Offered[] = [];
  for (const tender of tenders)
    if (tender.kind === 'voucher')
      offered.push({ number: tender.voucher, amount: tender.amount, row: await voucherByNumber(db, tender.voucher) });
  const twice = offered.find(({ number }, place) => offered.findIndex((one) => one.number === number) < place);
  if (twice) return refuse('VOUCHER_TWICE', { voucher: twice.number });
  for (const { number, row } of offered) if (!row) return refuse('VOUCHER_UNKNOWN', { voucher: number });
  for (const { number, row } of offered)
    if (row && isDue(instant(row.valid_until), now))
      return refuse('VOUCHER_EXPIRED', { voucher: number, date: dateOfDay(Math.floor(row.valid_until / DAY_MS)) });
  for (const { number, row } of offered)
    if (row && row.currency !== currency)
      return refuse('VOUCHER_OTHER_CURRENCY', { voucher: number, currency: row.currency, due: currency });
  for (const { number, row } of offered) if (row?.balance === 0) return refuse('VOUCHER_EMPTY', { voucher: number });
  for (const { number, amount, row } of offered)
    if (row && row.balance < amount)
      return refuse('VOUCHER_SHORT', {
        ...{ voucher: number, currency, left: row.balance },
        balance: moneyText(minor(row.balance), currency),
        asked: moneyText(minor(amount), currency),
      });
  return undefined;
}
