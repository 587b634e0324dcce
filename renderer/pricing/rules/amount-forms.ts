import { minor, moneyText } from '../../../shared/money.ts';
import type { RuleOf } from '../../../shared/pricing/policy.ts';
import { currencyFigure, moneyFigure, nameFigure } from './figures.ts';
import type { FigureRow, RuleForm } from './rule-form.ts';

type Amounts = Readonly<Record<string, number>>;
type WithAmounts = RuleOf<'charge' | 'floor' | 'ceiling'>;

const words = (amounts: Amounts): string =>
  Object.entries(amounts)
    .map(([currency, amount]) => `${moneyText(minor(amount), currency)} ${currency}`)
    .join(', ');

/** The same amounts with this one called by another currency, in the same place. */
const renamed = (amounts: Amounts, from: string, to: string): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).map(([currency, amount]) => [currency === from ? to : currency, amount]));

function amountRows<Rule extends WithAmounts>(rule: Rule): FigureRow<Rule>[] {
  const { amounts } = rule;
  const entries = Object.entries(amounts);
  return entries.map(([currency, amount], at) => ({
    key: `${at}`,
    figures: [
      currencyFigure(currency, (to) => ({ ...rule, amounts: renamed(amounts, currency, to) })),
      moneyFigure({ label: 'Amount', currency }, amount, (value) => ({ ...rule, amounts: { ...amounts, [currency]: value } })),
    ],
    ...(entries.length > 1 ? { without: { ...rule, amounts: Object.fromEntries(entries.toSpliced(at, 1)) } } : {}),
  }));
}

/** Currencies that a further row begins with, as long as the rule does not name them. */
const NEXT = ['USD', 'EUR', 'GBP', 'JPY', 'CAD', 'MXN', 'AUD', 'CHF', 'CNY', 'KWD'];

const more = <Rule extends WithAmounts>() => ({
  text: 'Currency',
  add(rule: Rule): Rule | undefined {
    const currency = NEXT.find((code) => rule.amounts[code] === undefined);
    return currency ? { ...rule, amounts: { ...rule.amounts, [currency]: Object.values(rule.amounts)[0] ?? 0 } } : undefined;
  },
});

export const charge: RuleForm<'charge'> = {
  title: 'Charge',
  does: 'fuel, an airport\u2019s fee: the same for every seat',
  words: ({ name, amounts }) => `${name} ${words(amounts)}`,
  rows: (rule) => [{ key: 'name', figures: [nameFigure(rule.name, (name) => ({ ...rule, name }))] }, ...amountRows(rule)],
  more: more<RuleOf<'charge'>>(),
  blank: (currency) => ({ rule: 'charge', name: 'Fuel', amounts: { [currency]: 12_00 } }),
};

export const floor: RuleForm<'floor'> = {
  title: 'Floor',
  does: 'no fare is lower',
  words: ({ amounts }) => words(amounts),
  rows: amountRows,
  more: more<RuleOf<'floor'>>(),
  blank: (currency) => ({ rule: 'floor', amounts: { [currency]: 50_00 } }),
};

export const ceiling: RuleForm<'ceiling'> = {
  title: 'Ceiling',
  does: 'no fare is higher',
  words: ({ amounts }) => words(amounts),
  rows: amountRows,
  more: more<RuleOf<'ceiling'>>(),
  blank: (currency) => ({ rule: 'ceiling', amounts: { [currency]: 2_000_00 } }),
};
