import { minor, moneyText } from '../../../shared/money.ts';
import { type BookingClass, CLASSES_MAX } from '../../../shared/pricing/booking-class.ts';
import type { RuleOf } from '../../../shared/pricing/policy.ts';
import { CABINS_BY_FARE } from '../../../shared/pricing/policy-templates.ts';
import { CABIN_NAMES, CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { otherwiseRow } from './base-forms.ts';
import { choiceFigure, currencyFigure, decimalFigure, moneyFigure, OVER, textFigure } from './figures.ts';
import type { FigureRow, RuleForm } from './rule-form.ts';

type Rule = RuleOf<'bookingClasses'>;

const CABIN_CHOICES = CABINS.map((value) => ({ value, text: CABIN_NAMES[value] }));
const CODES = [...'YBMHQKLVSNTEGOUXZ'];

const withClasses = (rule: Rule, cabin: Cabin, classes: readonly BookingClass[]): Rule => ({
  ...rule,
  cabins: { ...rule.cabins, [cabin]: classes },
});

/** Where its fare puts it: classes go from dear to cheap. */
const sortedIn = (classes: readonly BookingClass[], one: BookingClass): BookingClass[] => {
  const at = classes.findIndex(({ fare }) => fare <= one.fare);
  return classes.toSpliced(at < 0 ? classes.length : at, 0, one);
};

function classRow(rule: Rule, cabin: Cabin, at: number, one: BookingClass): FigureRow<Rule> {
  const classes = rule.cabins[cabin];
  const others = withClasses(rule, cabin, classes.toSpliced(at, 1));
  const change = (field: Partial<BookingClass>): Rule => withClasses(rule, cabin, classes.with(at, { ...one, ...field }));
  return {
    key: `${cabin} ${at}`,
    figures: [
      choiceFigure('Cabin', cabin, CABIN_CHOICES, (to) => withClasses(others, to, sortedIn(others.cabins[to], one))),
      textFigure(
        'Class',
        one.code,
        (text) => (/^[A-Z]$/i.test(text.trim()) ? { text: text.trim().toUpperCase() } : 'Write one letter.'),
        (code) => change({ code }),
      ),
      moneyFigure({ label: 'Fare', currency: rule.currency, min: 1 }, one.fare, (fare) => change({ fare })),
      decimalFigure('Asked for in all', one.mean, (mean) => change({ mean })),
      decimalFigure('give or take', one.deviation, (deviation) => change({ deviation: deviation ?? 0 })),
    ],
    without: others,
  };
}

/** A class for a little less than the cheapest of economy, with a letter that no class has. */
function added(rule: Rule): Rule | undefined {
  const used = new Set(CABINS.flatMap((cabin) => rule.cabins[cabin].map(({ code }) => code)));
  const code = CODES.find((each) => !used.has(each));
  const cheapest = rule.cabins.Y.at(-1);
  const fare = cheapest ? Math.floor((cheapest.fare * 4) / 5) : 100_00;
  if (!code || fare < 1 || rule.cabins.Y.length >= CLASSES_MAX) return undefined;
  return withClasses(rule, 'Y', [...rule.cabins.Y, { code, fare, mean: null, deviation: 0 }]);
}

export const bookingClasses: RuleForm<'bookingClasses'> = {
  title: 'Base fare',
  does: 'nested booking classes, with seats kept for the dearer ones',
  words({ over, currency, cabins }) {
    const told = CABINS.toReversed().flatMap((cabin) =>
      cabins[cabin].map(({ code, fare }) => `${code} ${moneyText(minor(fare), currency)}`),
    );
    return `${told.join(', ') || 'no classes yet'} ${currency}${over === 'flight' ? ', over all seats of the flight' : ''}`;
  },
  rows: (rule) => [
    {
      key: 'all',
      figures: [
        currencyFigure(rule.currency, (currency) => ({ ...rule, currency })),
        choiceFigure('Classes share', rule.over, OVER, (over) => ({ ...rule, over })),
      ],
    },
    ...CABINS.toReversed().flatMap((cabin) => rule.cabins[cabin].map((one, at) => classRow(rule, cabin, at, one))),
    otherwiseRow(rule),
  ],
  more: { text: 'Class', add: added },
  blank: (currency) => ({
    rule: 'bookingClasses',
    over: 'cabin',
    currency,
    cabins: {
      F: [],
      J: [],
      W: [],
      Y: [
        { code: 'Y', fare: 389_00, mean: 14, deviation: 5 },
        { code: 'B', fare: 289_00, mean: 22, deviation: 7 },
        { code: 'M', fare: 219_00, mean: 31, deviation: 9 },
      ],
    },
    otherwise: CABINS_BY_FARE,
  }),
};
