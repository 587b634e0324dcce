import type { Input } from '../../shared/contract.ts';
import { minor } from '../../shared/money.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import { contactProblem } from '../rules/check-contact.ts';
import { nameProblem } from '../rules/check-names.ts';
import { tenderProblem } from '../rules/check-tenders.ts';
import { type AloneRules, minorRefusal } from '../rules/children-alone.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { takenPayments } from '../store/tables/payments-table.ts';
import { accountsProblem } from './account-problem.ts';
import type { CommandContext } from './command.ts';
import { exitRowRefusal } from './exit-row-refusal.ts';
import { slipProblem } from './slip-problem.ts';
import { voucherProblem } from './voucher-problem.ts';
import { walletProblem } from './wallet-problem.ts';

export type SaleInput = Omit<Input<'bookings.confirm'>, 'requestId' | 'minors'> & {
  /** The supervisor who has said yes to unaccompanied minors. */
  readonly minorsBy?: string | undefined;
};

export const aloneRules = async ({ cache }: CommandContext): Promise<AloneRules> => ({
  aloneFrom: await cache.setting('aloneFromYears'),
  minorUnder: await cache.setting('minorUnderYears'),
});

/** Why a sale is refused, apart from the state of its hold: names, ages, children alone, exit rows, contact, tenders, in the order of the list of refusals. */
export async function saleProblem(context: CommandContext, row: BookingRow, sale: SaleInput): Promise<Refused | undefined> {
  const party = partyOf(row);
  const names = nameProblem(party, legsOf(row), sale.passengers);
  if (names) return names;
  const alone = minorRefusal(sale.passengers, legsOf(row), await aloneRules(context), sale.minorsBy);
  if (alone) return alone;
  const exitRow = await exitRowRefusal(context, legsOf(row), sale.passengers);
  if (exitRow) return exitRow;
  const contact = contactProblem(sale.contact);
  if (contact) return contact;
  return tendersProblem(context, row, row.total, sale);
}

type Paid = Pick<SaleInput, 'tenders' | 'slipsCompared'>;

/** Why tenders do not pay a price in minor units, of a sale or of a change. */
export async function tendersProblem(context: CommandContext, row: BookingRow, price: number, sale: Paid): Promise<Refused | undefined> {
  const tenders = tenderProblem(minor(price), row.currency, sale.tenders);
  if (tenders) return tenders;
  const vouchers = await voucherProblem(context, row.currency, sale.tenders);
  if (vouchers) return vouchers;
  const wallets = await walletProblem(context, row, sale.tenders);
  if (wallets) return wallets;
  const accounts = await accountsProblem(context, row.currency, sale.tenders);
  if (accounts) return accounts;
  const slips = sale.slipsCompared ? undefined : await slipProblem(context, row, sale.tenders);
  return slips ?? chargeProblem(context, row, sale);
}

/** A charge that a tender names must stand taken for this hold, with the amount of the tender. No two tenders name the same one. */
async function chargeProblem(context: CommandContext, row: BookingRow, { tenders }: Paid): Promise<Refused | undefined> {
  const named = tenders.flatMap((tender) => (tender.kind === 'card' && tender.charge !== undefined ? [tender] : []));
  if (named.length === 0) return undefined;
  const taken = row.state === 'HOLD' ? await takenPayments(context.db, row.id) : [];
  const right = named.every(({ charge, amount }) => taken.some((one) => one.reference === charge && one.amount === amount));
  if (right && new Set(named.map(({ charge }) => charge)).size === named.length) return undefined;
  return refuse('CHARGE_NOT_TAKEN', { bookingId: row.id, locator: context.locators.of(row.id) });
}
