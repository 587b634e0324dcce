import { plus } from '../exact.ts';
import type { PriceRule } from './price-rule.ts';

/** The same amount for every seat. A flight in a currency without an amount is not charged. */
export const charge: PriceRule<'charge'> = {
  apply({ amounts }, price, { currency }) {
    const amount = amounts[currency];
    return amount === undefined ? undefined : plus(price, amount);
  },
  say: ({ name }) => ({ label: name, detail: 'for every seat' }),
  // In a currency without an amount nothing is added.
  least: (_rule, price) => price,
};
