import { minor, moneyText } from '../../../shared/money.ts';
import { moneyFigure, wholeFigure } from './figures.ts';
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
