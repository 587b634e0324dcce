import type { SalesDocument, SalesTotals } from '../../shared/methods/sales-report.ts';
import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { OVERRIDE_KINDS, OVERRIDE_WORDS } from '../../shared/rule-overrides.ts';

export const DOCUMENTS = { sale: 'Sales', change: 'Changes', refund: 'Refunds', compensation: 'Compensation' } as const;
export const MOVES = { safe: 'To the safe', in: 'Paid in', out: 'Paid out' } as const;

/** An amount in its currency; empty for none, `hidden` where it is not told. */
export const amountText = (amount: number | null, currency: string): string =>
  amount === null ? 'hidden' : moneyText(minor(amount), currency);

/** `card 4711`: a tender and what identifies it. */
export const tenderText = ({ kind, detail }: SalesDocument['tenders'][number]): string => `${kind} ${detail}`.trim();

/** What a document has of one tender; null where it is not told. */
export function tenderSum({ tenders }: SalesDocument, kind: string): number | null {
  const of = tenders.filter((tender) => tender.kind === kind);
  return of.some(({ amount }) => amount === null) ? null : of.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

/** `short`, `over`, or nothing: how a count differs. `amount`: what was counted less what was expected. */
export const shortOrOver = (amount: number): string => (amount === 0 ? '' : amount < 0 ? 'short' : 'over');

/** `4.88 USD short`. */
export const differenceText = ({ currency, amount }: { readonly currency: string; readonly amount: number }): string =>
  `${amountText(Math.abs(amount), currency)} ${currency} ${shortOrOver(amount)}`.trim();

/** The difference of each currency that was counted. */
export const differences = (report: ShiftReport): { currency: string; amount: number }[] =>
  (report.counted?.currencies ?? []).map(({ currency, counted, expected }) => ({ currency, amount: counted - expected }));

/** `overrides 3 (downgrades 1, cabins authorised 2)`; only the sum where the report of an earlier version tells no more. */
export function overridesText({ overrides, overridden = {} }: Pick<SalesTotals, 'overrides' | 'overridden'>): string {
  const kinds = OVERRIDE_KINDS.flatMap((kind) => (overridden[kind] ? [`${OVERRIDE_WORDS[kind]} ${overridden[kind]}`] : []));
  return `overrides ${overrides}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`;
}
