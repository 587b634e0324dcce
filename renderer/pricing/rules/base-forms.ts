import { minor, moneyText } from '../../../shared/money.ts';
import type { RuleOf } from '../../../shared/pricing/policy.ts';
import { CABINS_BY_FARE } from '../../../shared/pricing/policy-templates.ts';
import { CABIN_NAMES, CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { capital } from '../../format/capital.ts';
import { currencyFigure, moneyFigure, timesFigure, timesText } from './figures.ts';
import type { FigureRow, RuleForm } from './rule-form.ts';

const cabinTimes = (percent: Readonly<Record<Cabin, number>>): string =>
  CABINS.map((cabin) => `${cabin} ${percent[cabin] === 100 ? 'as filed' : `times ${timesText(percent[cabin])}`}`).join(', ');

/** Amounts in another currency are the same figures in its minor units. They are there to be typed over. */
const LISTED: RuleOf<'amountBase'>['fares'] = { F: 300_00, J: 200_00, W: 150_00, Y: 100_00 };

/** What flights in a currency that the rule does not name cost: the filed fare, times a figure for each cabin. */
export const otherwiseRow = <Rule extends RuleOf<'amountBase' | 'distanceBase' | 'bookingClasses'>>(rule: Rule): FigureRow<Rule> => ({
  key: 'otherwise',
  figures: CABINS.map((cabin) =>
    timesFigure(`Other currencies: ${cabin}, times filed`, rule.otherwise[cabin], (value) => ({
      ...rule,
      otherwise: { ...rule.otherwise, [cabin]: value },
    })),
  ),
});

export const filedBase: RuleForm<'filedBase'> = {
  title: 'Base fare',
  does: 'what the schedule brought, times a figure for each cabin',
  words: ({ percent }) => `filed fare: ${cabinTimes(percent)}`,
  rows: (rule) => [
    {
      key: 'cabins',
      figures: CABINS.map((cabin) =>
        timesFigure(`${capital(CABIN_NAMES[cabin])}, times`, rule.percent[cabin], (value) => ({
          ...rule,
          percent: { ...rule.percent, [cabin]: value },
        })),
      ),
    },
  ],
  blank: () => ({ rule: 'filedBase', percent: CABINS_BY_FARE }),
};

export const amountBase: RuleForm<'amountBase'> = {
  title: 'Base fare',
  does: 'an amount for each cabin',
  words: ({ currency, fares }) =>
    `${CABINS.toReversed()
      .map((cabin) => `${cabin} ${moneyText(minor(fares[cabin]), currency)}`)
      .join(', ')} ${currency}`,
  rows: (rule) => [
    {
      key: 'fares',
      figures: [
        currencyFigure(rule.currency, (currency) => ({ ...rule, currency })),
        ...CABINS.map((cabin) =>
          moneyFigure({ label: capital(CABIN_NAMES[cabin]), currency: rule.currency, min: 1 }, rule.fares[cabin], (amount) => ({
            ...rule,
            fares: { ...rule.fares, [cabin]: amount },
          })),
        ),
      ],
    },
    otherwiseRow(rule),
  ],
  blank: (currency) => ({ rule: 'amountBase', currency, fares: LISTED, otherwise: CABINS_BY_FARE }),
};

export const distanceBase: RuleForm<'distanceBase'> = {
  title: 'Base fare',
  does: 'an amount to begin from, and one a mile',
  words: ({ currency, start, perMile }) =>
    `${CABINS.toReversed()
      .map((cabin) => `${cabin} ${moneyText(minor(start[cabin]), currency)} and ${moneyText(minor(perMile[cabin]), currency)} a mile`)
      .join(', ')} ${currency}`,
  rows: (rule) => [
    { key: 'currency', figures: [currencyFigure(rule.currency, (currency) => ({ ...rule, currency }))] },
    ...CABINS.toReversed().map((cabin) => ({
      key: cabin,
      figures: [
        moneyFigure(
          { label: `${capital(CABIN_NAMES[cabin])}, to begin`, currency: rule.currency, min: 1 },
          rule.start[cabin],
          (amount) => ({
            ...rule,
            start: { ...rule.start, [cabin]: amount },
          }),
        ),
        moneyFigure({ label: `${capital(CABIN_NAMES[cabin])}, a mile`, currency: rule.currency }, rule.perMile[cabin], (amount) => ({
          ...rule,
          perMile: { ...rule.perMile, [cabin]: amount },
        })),
      ],
    })),
    otherwiseRow(rule),
  ],
  blank: (currency) => ({
    rule: 'distanceBase',
    currency,
    start: { F: 200_00, J: 120_00, W: 70_00, Y: 50_00 },
    perMile: { F: 40, J: 25, W: 15, Y: 10 },
    otherwise: CABINS_BY_FARE,
  }),
};
