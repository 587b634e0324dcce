import { minor, moneyText } from '../../shared/money.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { caseWords } from './case-words.ts';

/** The case that shows what is wrong with a policy, where the hub gives one. */
export function WrongCase({ refusal }: { refusal: Refusal }) {
  const shown = refusal.details.shownBy as { readonly question: PriceQuestion; readonly fare: number } | undefined;
  if (refusal.code !== 'POLICY_WRONG' || !shown) return null;
  const { question, fare } = shown;
  return (
    <p className="pr-refusal s12 t2">
      Shown by {caseWords(question)}: {moneyText(minor(fare), question.currency)} {question.currency}.
    </p>
  );
}
