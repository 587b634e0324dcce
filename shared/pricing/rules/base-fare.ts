import { roundHalfUp } from '../../money.ts';
import { CABIN_NAMES, type Cabin } from '../../seat-map.ts';
import { exact, isLess } from '../exact.ts';
import type { PriceQuestion, PriceRule, Said } from './price-rule.ts';

type Percents = Readonly<Record<Cabin, number>>;

/** A base fare is an amount of its own, so it is whole minor units before anything is multiplied. */
export const filed = ({ baseFare, cabin }: Pick<PriceQuestion, 'baseFare' | 'cabin'>, percent: Percents) =>
  exact(roundHalfUp((baseFare * percent[cabin]) / 100));

export const baseLabel = (cabin: Cabin): string => `Base fare, ${CABIN_NAMES[cabin]}`;

export function filedSaid({ cabin, origin }: PriceQuestion, percent: Percents): Said {
  const times = percent[cabin] / 100;
  return { label: baseLabel(cabin), detail: times === 1 ? origin : `${times} x economy, ${origin}` };
}

/** What the schedule brought for economy, in percent for each cabin. */
export const filedBase: PriceRule<'filedBase'> = {
  apply: ({ percent }, _price, question) => filed(question, percent),
  say: ({ percent }, question) => filedSaid(question, percent),
  least: ({ percent }, _price, question) => filed(question, percent),
};

/** An amount for each cabin. Amounts are in one currency, so a flight in another one keeps the fare of its schedule. */
export const amountBase: PriceRule<'amountBase'> = {
  apply: ({ currency, fares, otherwise }, _price, question) =>
    question.currency === currency ? exact(fares[question.cabin]) : filed(question, otherwise),
  say: ({ currency, otherwise }, question) =>
    question.currency === currency ? { label: baseLabel(question.cabin), detail: 'as listed' } : filedSaid(question, otherwise),
  least({ fares, otherwise }, _price, question) {
    const [listed, other] = [exact(fares[question.cabin]), filed(question, otherwise)];
    return isLess(listed, other) ? listed : other;
  },
};
