import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Minor } from '../../shared/money.ts';
import { asksTerminal, type Sale } from '../sale/sale.ts';
import { dueOf } from './tenders.ts';

/** What is not paid yet, and in words how. A card that is still to be asked has not paid anything. */
export function unpaidOf(sale: Sale, { total, currency }: BookingView): { readonly amount: Minor; readonly words: string } {
  const amount = dueOf(
    total,
    sale.tenders.filter((tender) => !asksTerminal(tender)),
  );
  const byCard = amount > 0 && dueOf(total, sale.tenders) === 0;
  return { amount, words: `${currency} ${byCard ? 'to pay by card' : 'still to pay'}` };
}
