import { minor, moneyText } from '../../money.ts';
import { exact, isLess, times } from '../exact.ts';
import type { PriceRule } from './price-rule.ts';

/** Their fare, where it is near enough and fresh enough. Only economy seats are compared. */
export const competitor: PriceRule<'competitor'> = {
  apply({ within, noOlderThanHours }, price, { cabin, competitor: theirs }) {
    if (cabin !== 'Y' || !theirs || theirs.ageHours > noOlderThanHours) return undefined;
    const fare = exact(theirs.fare);
    const isTooLow = isLess(fare, times(price, 100 - within, 100));
    const isTooHigh = isLess(times(price, 100 + within, 100), fare);
    return isTooLow || isTooHigh ? undefined : fare;
  },
  say(_rule, { competitor: theirs, currency }) {
    const hours = theirs?.ageHours ?? 0;
    const age = hours <= 1 ? 'within the last hour' : `within the last ${hours} hours`;
    return { label: "Competitor's fare", detail: `${moneyText(minor(theirs?.fare ?? 0), currency)} ${currency}, read ${age}` };
  },
  least: ({ within }, price, { cabin }) => (cabin === 'Y' ? times(price, 100 - within, 100) : price),
};
