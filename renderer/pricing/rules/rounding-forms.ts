import { minor, moneyText } from '../../../shared/money.ts';
import { refundPolicyName, STANDARD_REFUND } from '../../../shared/refund-policy.ts';
import { moneyFigure, textFigure, wholeFigure } from './figures.ts';
import type { RuleForm } from './rule-form.ts';

export const rounding: RuleForm<'rounding'> = {
  title: 'Rounding',
  does: 'to 1.00, to 5.00, to prices that end in 9',
  words: ({ to, less }, currency) =>
    `to ${moneyText(minor(to), currency)}${less > 0 ? `, less ${moneyText(minor(less), currency)}` : ''} ${currency}`,
  rows: (rule, currency) => [
    {
      key: 'rounding',
      figures: [
        moneyFigure({ label: 'To', currency, min: 1 }, rule.to, (to) => ({ ...rule, to })),
        moneyFigure({ label: 'Less', currency }, rule.less, (less) => ({ ...rule, less })),
      ],
    },
  ],
  blank: () => ({ rule: 'rounding', to: 100, less: 0 }),
};

export const roundingAsFiled: RuleForm<'roundingAsFiled'> = {
  title: 'Rounding',
  does: 'to whole units where the filed fare is whole',
  words: () => 'to whole units where the filed fare is whole',
  rows: () => [],
  blank: () => ({ rule: 'roundingAsFiled' }),
};

function readRefundPolicy(text: string): { text: string } | string {
  const name = refundPolicyName.safeParse(text.trim().toLowerCase());
  return name.success ? { text: name.data } : 'Write the name of a refund policy, as Admin, Refunds lists it.';
}

export const refund: RuleForm<'refund'> = {
  title: 'Refund policy',
  does: 'what goes back of fares that are sold with it, and its fees',
  words: ({ policy }) => `by the policy ${policy}; it changes no price`,
  rows: (rule) => [{ key: 'policy', figures: [textFigure('Policy', rule.policy, readRefundPolicy, (policy) => ({ ...rule, policy }))] }],
  blank: () => ({ rule: 'refund', policy: STANDARD_REFUND }),
};

export const largestChange: RuleForm<'largestChange'> = {
  title: 'Largest change',
  does: 'a price that moves by more must be typed to be published',
  words: ({ percent }) => `${percent} % within an hour, else the price is typed`,
  rows: (rule) => [
    {
      key: 'percent',
      figures: [wholeFigure({ label: 'Within an hour', unit: '%' }, rule.percent, [1, 1_000], (percent) => ({ ...rule, percent }))],
    },
  ],
  blank: () => ({ rule: 'largestChange', percent: 40 }),
};
