import { PROMOTION_STOCK_MAX, promotionCode, type RuleOf } from '../../../shared/pricing/policy.ts';
import { fullDate } from '../../format/times.ts';
import { textFigure, wholeFigure } from './figures.ts';
import { readDate } from './read-figure.ts';
import type { RuleForm } from './rule-form.ts';

function readCode(text: string): { text: string } | string {
  const code = promotionCode.safeParse(text.trim().toUpperCase());
  return code.success ? { text: code.data } : 'Write 3 to 16 letters and digits.';
}

const dayFigure = (rule: RuleOf<'promotion'>, label: string, field: 'from' | 'to') =>
  textFigure(label, rule[field], readDate, (day) => ({ ...rule, [field]: day }));

export const promotion: RuleForm<'promotion'> = {
  title: 'Promotion',
  does: 'off the price for who names a code, while it lasts',
  words: ({ code, change, from, to, stock }) =>
    `${code} \u2212${-change} %, sold ${fullDate(from)} to ${fullDate(to)}, ${stock === 1 ? '1 fare' : `${stock} fares`}`,
  rows: (rule) => [
    {
      key: 'code',
      figures: [
        textFigure('Code', rule.code, readCode, (code) => ({ ...rule, code })),
        wholeFigure({ label: 'Off', unit: '%' }, -rule.change, [1, 99], (off) => ({ ...rule, change: -off })),
        wholeFigure({ label: 'Fares' }, rule.stock, [1, PROMOTION_STOCK_MAX], (stock) => ({ ...rule, stock })),
      ],
    },
    { key: 'days', figures: [dayFigure(rule, 'Sold from', 'from'), dayFigure(rule, 'to', 'to')] },
  ],
  blank: () => ({ rule: 'promotion', code: 'WELCOME', change: -10, from: '2026-12-01', to: '2027-02-28', stock: 100 }),
};
