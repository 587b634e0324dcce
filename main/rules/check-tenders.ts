import type { Tender } from '../../shared/methods/tenders.ts';
import { type Minor, minor, moneyText, sum } from '../../shared/money.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

/** Tenders must add up to the price exactly. Change belongs to a cash tender and not to the sum. */
export function tenderProblem(total: Minor, currency: string, tenders: readonly Tender[]): Refused | undefined {
  const given = sum(tenders.map((tender) => minor(tender.amount)));
  if (given !== total) return refuse('TENDERS_MISMATCH', { given: moneyText(given, currency), due: moneyText(total, currency), currency });
  return tenders.some((tender) => tender.kind === 'cash' && tender.given < tender.amount) ? refuse('CASH_SHORT') : undefined;
}
