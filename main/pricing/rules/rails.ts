import { decimalsOf } from '../../../shared/currencies.ts';
import { exact, isLess, roundedTo } from '../exact.ts';
import type { PriceQuestion, PriceRule } from './price-rule.ts';

export const floor: PriceRule<'floor'> = {
  apply({ amounts }, price, { currency }) {
    const least = amounts[currency];
    return least !== undefined && isLess(price, exact(least)) ? exact(least) : undefined;
  },
  say: () => ({ label: 'Floor', detail: 'no fare is lower' }),
  least({ amounts }, price, { currency }) {
    const least = exact(amounts[currency] ?? 0);
    return isLess(price, least) ? least : price;
  },
};

export const ceiling: PriceRule<'ceiling'> = {
  apply({ amounts }, price, { currency }) {
    const most = amounts[currency];
    return most !== undefined && isLess(exact(most), price) ? exact(most) : undefined;
  },
  say: () => ({ label: 'Ceiling', detail: 'no fare is higher' }),
  least({ amounts }, price, { currency }) {
    const most = amounts[currency];
    return most !== undefined && isLess(exact(most), price) ? exact(most) : price;
  },
};

/** A rounding has no words of its own: its line tells the amount. */
const ROUNDING = { label: 'Rounding', detail: '' };

export const rounding: PriceRule<'rounding'> = {
  apply: ({ to, less }, price) => exact(roundedTo(price, to) - less),
  say: () => ROUNDING,
  least: ({ to, less }, price) => exact(roundedTo(price, to) - less),
};

/** Minor units of one unit where the filed fare is in whole units, else 1. */
function filedUnit({ baseFare, currency }: Pick<PriceQuestion, 'baseFare' | 'currency'>): number {
  const unit = 10 ** decimalsOf(currency);
  return baseFare % unit === 0 ? unit : 1;
}

export const roundingAsFiled: PriceRule<'roundingAsFiled'> = {
  apply: (_rule, price, question) => exact(roundedTo(price, filedUnit(question))),
  say: () => ROUNDING,
  least: (_rule, price, question) => exact(roundedTo(price, filedUnit(question))),
};
