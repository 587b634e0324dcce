import { minor, moneyText } from '../../shared/money.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { fullDate } from '../format/times.ts';

/** The case that shows what is wrong with a policy, where the hub gives one. */
export function WrongCase({ refusal }: { refusal: Refusal }) {
  const shown = refusal.details.shownBy as { readonly question: PriceQuestion; readonly fare: number } | undefined;
  if (refusal.code !== 'POLICY_WRONG' || !shown) return null;
  const { question, fare } = shown;
  const { currency, ofCabin } = question;
  return (
    <p className="pr-refusal s12 t2">
      Shown by {CABIN_NAMES[question.cabin]}, {moneyText(minor(question.baseFare), currency)} {currency} filed,{' '}
      {ofCabin.held + ofCabin.sold} of {ofCabin.authorised} taken, {question.daysAhead} d before {fullDate(question.date)}:{' '}
      {moneyText(minor(fare), currency)} {currency}.
    </p>
  );
}
