import type { Tender } from '../../shared/methods/tenders.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { type AccountRow, accountByCode } from '../store/tables/accounts-table.ts';
import type { CommandContext } from './command.ts';

interface Asked {
  readonly account: string;
  readonly amount: number;
  readonly row: AccountRow | undefined;
}

/** Why the accounts among some tenders cannot pay a price in `currency`; undefined when they can. Each refusal is checked for all accounts before the next. */
export async function accountsProblem(
  { db }: Pick<CommandContext, 'db'>,
  currency: string,
  tenders: readonly Tender[],
): Promise<Refused | undefined> {
  const asked: Asked[] = [];
  for (const tender of tenders)
    if (tender.kind === 'account')
      asked.push({ account: tender.account, amount: tender.amount, row: await accountByCode(db, tender.account) });
  const twice = asked.find(({ account }, place) => asked.findIndex((one) => one.account === account) < place);
  if (twice) return refuse('ACCOUNT_TWICE', { account: twice.account });
  for (const { account, row } of asked) if (!row) return refuse('ACCOUNT_UNKNOWN', { account });
  for (const { account, row } of asked) if (row?.open === 0) return refuse('ACCOUNT_CLOSED', { account });
  for (const { account, row } of asked)
    if (row && row.currency !== currency) return refuse('ACCOUNT_OTHER_CURRENCY', { account, currency: row.currency, due: currency });
  for (const { account, amount, row } of asked) {
    const room = row ? Math.max(0, row.credit_limit - row.balance) : 0;
    if (room < amount)
      return refuse('ACCOUNT_LIMIT', {
        ...{ account, currency, left: room },
        room: moneyText(minor(room), currency),
        asked: moneyText(minor(amount), currency),
      });
  }
  return undefined;
}

/** Whether an account cannot owe so much more: it is closed, or its limit is in the way. */
export async function accountProblem({ db }: Pick<CommandContext, 'db'>, code: string, amount: number): Promise<boolean> {
  const row = await accountByCode(db, code);
  return row?.open !== 1 || row.credit_limit - row.balance < amount;
}
