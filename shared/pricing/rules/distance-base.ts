import { type Exact, exact, isLess, plus } from '../exact.ts';
import { baseLabel, filed, filedSaid } from './base-fare.ts';
import type { PriceQuestion, PriceRule } from './price-rule.ts';

/** Whether the amounts of the rule are meant for this flight. */
const isListed = (rule: { readonly currency: string }, { currency, miles }: PriceQuestion): boolean =>
  rule.currency === currency && miles !== undefined;

const lower = (one: Exact, other: Exact): Exact => (isLess(one, other) ? one : other);

/**
 * An amount to begin from and one for each mile. Amounts are in one currency, so a flight in another one keeps the fare of its schedule. So
 * does a flight whose distance is not known.
 */
export const distanceBase: PriceRule<'distanceBase'> = {
  apply({ start, perMile, otherwise, ...rule }, _price, question) {
    if (!isListed(rule, question)) return filed(question, otherwise);
    return plus(exact(start[question.cabin]), perMile[question.cabin] * (question.miles ?? 0));
  },
  say: ({ otherwise, ...rule }, question) =>
    isListed(rule, question) ? { label: baseLabel(question.cabin), detail: `for ${question.miles} miles` } : filedSaid(question, otherwise),
  // The index of a search knows no miles: the amount to begin from is the least at any distance.
  least: ({ start, otherwise }, _price, question) => lower(exact(start[question.cabin]), filed(question, otherwise)),
};
