import { times } from '../exact.ts';
import { betweenKnots, changeText } from './between-knots.ts';
import type { PriceRule } from './price-rule.ts';

const onCurve = (knots: readonly { days: number; change: number }[], days: number) =>
  betweenKnots(knots, (knot) => knot.days, { over: days, under: 1 });

/** From early bird to last minute. */
export const daysAhead: PriceRule<'daysAhead'> = {
  apply({ knots }, price, question) {
    const { over, under } = onCurve(knots, question.daysAhead);
    return times(price, over, 100 * under);
  },
  say({ knots }, { daysAhead: days }) {
    const label = days === 0 ? 'Day of departure' : `${days} ${days === 1 ? 'day' : 'days'} before departure`;
    return { label, detail: changeText(onCurve(knots, days)) };
  },
  least: ({ knots }, price) => times(price, 100 + Math.min(...knots.map(({ change }) => change)), 100),
};
