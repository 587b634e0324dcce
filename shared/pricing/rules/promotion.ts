import { times } from '../exact.ts';
import type { PriceRule } from './price-rule.ts';

/** Whoever asks has looked at days of sale and stock, because only the store knows what is left. */
export const promotion: PriceRule<'promotion'> = {
  apply: ({ code, change }, price, question) => (question.promotion === code ? times(price, 100 + change, 100) : undefined),
  say: ({ code, change }) => ({ label: `Promotion ${code}`, detail: `\u2212${-change} %` }),
  // A search names no code, so its bound need not be as low as a promotion makes it.
  least: (_rule, price) => price,
};
