import { decimalsOf } from '../../currencies.ts';
import { exact, isLess, roundedTo } from '../exact.ts';
import type { PriceQuestion, PriceRule } from './price-rule.ts';

export const floor: PriceRule<'floor'> = {
  apply({ amounts }, price, { currency }) {
    const least = amounts[currency];
    return least !== undefined && isLess(price, exact(least)) ? exact(least) : undefined;
  },
  say: () => ({ label: 'Floor', detail: 'no fare is lower' }),
  // A currency may have no floor.
  least: (_rule, price) => price,
};

export const ceiling: PriceRule<'ceiling'> = {
  apply({ amounts }, price, { currency }) {
    const most = amounts[currency];
    return most !== undefined && isLess(exact(most), price) ? exact(most) : undefined;
  },
  say: () => ({ label: 'Ceiling', detail: 'no fare is higher' }),
  least({ amounts }, price) {
    const lowest = exact(Math.min(...Object.values(amounts)));
    return isLess(lowest, price) ? lowest : price;
  },
};

/** Publishing asks it, no price does. */
export const largestChange: PriceRule<'largestChange'> = {
  apply: () => undefined,
  say: ({ percent }) => ({ label: 'Largest change', detail: `${percent} % within an hour` }),
  least: (_rule, price) => price,
};

/** A refund asks it, no price does. */
export const refund: PriceRule<'refund'> = {
  apply: () => undefined,
  say: ({ policy }) => ({ label: 'Refund', detail: `by the policy ${policy}` }),
  least: (_rule, price) => price,
};

/** A rounding has no words of its own: its line tells the amount. */
const ROUNDING = { label: 'Rounding', detail: '' };

export const rounding: PriceRule<'rounding'> = {
  apply: ({ to, less }, price) => exact(roundedTo(price, to) - less),
  say: () => ROUNDING,
  least: ({ to, less }, price) => exact(roundedTo(price, to) - less),
};

/** Minor units of one unit of a currency: of yen, dollars, dinars. */
const UNITS = [1, 100, 1_000];

/** Minor units of one unit where the filed fare is in whole units, else 1. */
function filedUnit({ baseFare, currency }: Pick<PriceQuestion, 'baseFare' | 'currency'>): number {
  const unit = 10 ** decimalsOf(currency);
  return baseFare % unit === 0 ? unit : 1;
}

export const roundingAsFiled: PriceRule<'roundingAsFiled'> = {
  apply: (_rule, price, question) => exact(roundedTo(price, filedUnit(question))),
  say: () => ROUNDING,
  // Of the units that currencies have, those that the filed fare is a whole number of.
  least: (_rule, price, { baseFare }) => {
    const all = UNITS.filter((unit) => baseFare % unit === 0).map((unit) => roundedTo(price, unit));
    return exact(Math.min(...all));
  },
};
