import type { ShiftCash, ShiftSum } from '../../shared/methods/shifts.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import type { ShiftMoveRow } from '../store/tables/shifts-table.ts';
import type { MoneyMoved } from './money-moved.ts';

/** The cash of a drawer with all of its figures told. */
export type ToldCash = { readonly [Key in keyof ShiftCash]: Key extends 'currency' ? string : number };

interface Sums {
  float: number;
  taken: number;
  back: number;
  compensated: number;
  safe: number;
  paidIn: number;
  paidOut: number;
  readonly sales: Set<number>;
  readonly refunds: Set<number>;
  readonly compensations: Set<number>;
}

const emptySets = () => ({ sales: new Set<number>(), refunds: new Set<number>(), compensations: new Set<number>() });

/** What lay in the drawer, came and went, and what must be there now, of each currency: first those of the float. */
export function cashFigures(floats: readonly ShiftSum[], rows: readonly MoneyMoved[], moves: readonly ShiftMoveRow[]): ToldCash[] {
  const drawers = new Map<string, Sums>();
  const of = (currency: string): Sums => {
    let sums = drawers.get(currency);
    if (!sums) {
      sums = { float: 0, taken: 0, back: 0, compensated: 0, safe: 0, paidIn: 0, paidOut: 0, ...emptySets() };
      drawers.set(currency, sums);
    }
    return sums;
  };
  for (const { currency, amount } of floats) of(currency).float += amount;
  for (const { kind, document, currency, amount, event } of rows.toReversed()) {
    if (!TENDER_RULES[kind].inDrawer) continue;
    const sums = of(currency);
    // A refund that was taken back makes less of what went back.
    if (document === 'refund') sums.back -= amount;
    else if (document === 'compensation') sums.compensated -= amount;
    else sums.taken += amount;
    (document === 'refund' ? sums.refunds : document === 'compensation' ? sums.compensations : sums.sales).add(event);
  }
  for (const { kind, currency, amount } of moves) of(currency)[kind === 'safe' ? 'safe' : kind === 'in' ? 'paidIn' : 'paidOut'] += amount;
  return [...drawers].map(([currency, { sales, refunds, compensations, ...sums }]) => ({
    currency,
    ...sums,
    sales: sales.size,
    refunds: refunds.size,
    compensations: compensations.size,
    expected: sums.float + sums.taken - sums.back - sums.compensated - sums.safe + sums.paidIn - sums.paidOut,
  }));
}
