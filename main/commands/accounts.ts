import { ACCOUNTS_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import {
  type AccountRow,
  accountByCode,
  accountById,
  allAccounts,
  changeAccount,
  insertAccount,
  insertAccountPayment,
} from '../store/tables/accounts-table.ts';
import { accountView } from '../views/account-view.ts';
import type { Command, CommandContext } from './command.ts';

/** The journal tells of an account without its name. */
const tellOf = ({ emit }: CommandContext, { id, currency, credit_limit, open }: AccountRow): void =>
  emit('account.set', { accountId: id, currency, limit: credit_limit, open: open === 1 });

/** A supervisor opens the account of an agency. */
export const openAccount: Command<Input<'accounts.open'>, Output<'accounts.open'>> = async (context, { code, name, currency, limit }) => {
  const { db } = context;
  const there = await accountByCode(db, code);
  if (there) return refuse('ACCOUNT_EXISTS', { account: code, name: there.name });
  if ((await allAccounts(db)).length >= ACCOUNTS_MAX) return refuse('ACCOUNTS_FULL', { most: ACCOUNTS_MAX });
  const account = await insertAccount(db, { code, name, currency, credit_limit: limit });
  tellOf(context, account);
  return accept(accountView(account));
};

/** A supervisor gives an account another name or limit, closes it or opens it again. */
export const setAccount: Command<Input<'accounts.change'>, Output<'accounts.change'>> = async (
  context,
  { accountId, name, limit, open },
) => {
  const before = await accountById(context.db, accountId);
  if (!before) return refuse('ACCOUNT_UNKNOWN', { account: accountId });
  const after: AccountRow = { ...before, name, credit_limit: limit, open: Number(open) };
  await changeAccount(context.db, after);
  tellOf(context, after);
  return accept(accountView(after));
};

/** The agency has paid some of what it owes, or ahead. */
export const receivePayment: Command<Input<'accounts.receive'>, Output<'accounts.receive'>> = async (
  { db, now, actor, nextEvent, emit },
  { accountId, amount, note },
) => {
  const account = await accountById(db, accountId);
  if (!account) return refuse('ACCOUNT_UNKNOWN', { account: accountId });
  await insertAccountPayment(db, { account_id: accountId, event: nextEvent, at: now, desk: actor.desk, user: actor.user, amount, note });
  emit('account.paid', { accountId, amount, currency: account.currency });
  return accept(accountView({ ...account, balance: account.balance - amount }));
};
