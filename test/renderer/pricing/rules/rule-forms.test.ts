import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../renderer/pricing/rules/rule-form.ts';
import { formOf, RULE_FORMS, ruleWords } from '../../../../renderer/pricing/rules/rule-forms.ts';
import { type PolicyRule, policyRule, type RuleName } from '../../../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../../../shared/pricing/policy-templates.ts';

const NAMES = Object.keys(RULE_FORMS) as RuleName[];
const rulesOfTemplates = Object.values(POLICY_TEMPLATES).flat();
const figuresOf = (rule: PolicyRule): Figure<PolicyRule>[] =>
  formOf(rule.rule)
    .rows(rule, 'USD')
    .flatMap(({ figures }) => figures);
const figure = (rule: PolicyRule, label: string, nth = 0) => {
  const found = figuresOf(rule).filter((each) => each.label === label)[nth];
  if (!found) throw new Error(`no figure ${label}`);
  return found;
};

describe.each(NAMES)('a rule %s', (name) => {
  const form = formOf(name);
  const blanks = ['USD', 'JPY', 'KWD'].map((currency) => form.blank(currency));

  it('that is added is one that the contract takes, and has words', () => {
    for (const rule of blanks) {
      expect(policyRule.parse(rule)).toEqual(rule);
      expect(ruleWords(rule, 'USD')).not.toBe('');
    }
  });

  it('keeps its figures when each is written as it stands', () => {
    for (const rule of [...blanks, ...rulesOfTemplates.filter((one) => one.rule === name)])
      for (const each of figuresOf(rule)) expect(each.write(each.text)).toEqual(rule);
  });

  it('stays one that the contract takes when a row is added or taken out', () => {
    for (const rule of blanks) {
      const longer = form.more?.add(rule);
      if (longer) expect(policyRule.parse(longer)).toEqual(longer);
      for (const { without } of form.rows(longer ?? rule, 'USD')) if (without) expect(policyRule.parse(without)).toEqual(without);
    }
  });

  it('grows no longer than the contract allows', () => {
    let rule: PolicyRule | undefined = form.blank('USD');
    for (let times = 0; rule && times < 500; times++) {
      expect(policyRule.safeParse(rule).success).toBe(true);
      rule = form.more?.add(rule);
    }
    expect(rule).toBeUndefined();
  });
});

const curve = RULE_FORMS.loadCurve.blank('USD');
const tiers = RULE_FORMS.loadTiers.blank('USD');
const fares = RULE_FORMS.amountBase.blank('USD');

it.each<[string, PolicyRule, string, number, string, object | string]>([
  ['a change with a sign', curve, 'On top', 1, '+70', { knots: [curve.knots[0], { taken: 100, change: 70 }] }],
  ['a change off, with either minus', curve, 'On top', 0, '-12', { knots: [{ taken: 0, change: -12 }, curve.knots[1]] }],
  [
    'a change off, with the true minus and the percent sign',
    curve,
    'On top',
    0,
    '\u221212 %',
    { knots: [{ taken: 0, change: -12 }, curve.knots[1]] },
  ],
  ['a change that is too large', curve, 'On top', 0, '901', 'From \u221299 to +900.'],
  ['a change that would make a price of nothing', curve, 'On top', 0, '-100', 'From \u221299 to +900.'],
  ['a change that is no number', curve, 'On top', 0, 'half', 'Write +30 or \u221212.'],
  ['a knot past the next one', curve, 'Taken', 0, '100', 'This is not in order: each is more than the one before.'],
  ['more seats than there are', curve, 'Taken', 1, '101', 'From 0 to 100.'],
  ['the whole flight', curve, 'Counted are', 0, 'flight', { over: 'flight' }],
  ['times', tiers, 'Above, times', 0, '2.5', { above: 250 }],
  ['times with more digits than a price knows', tiers, 'Above, times', 0, '1.005', 'Write 1.3 or 0.75.'],
  ['an amount', fares, 'Economy', 0, '219.00', { fares: { ...fares.fares, Y: 219_00 } }],
  ['an amount of nothing', fares, 'Economy', 0, '0', 'More than nothing.'],
  ['a currency that there is none of', fares, 'Currency', 0, 'XXX', 'Write a currency: USD.'],
  ['an amount in yen has no decimals', RULE_FORMS.floor.blank('JPY'), 'Amount', 0, '5000', { amounts: { JPY: 5_000 } }],
  ['a fraction of a yen', RULE_FORMS.floor.blank('JPY'), 'Amount', 0, '50.5', 'Write an amount: 149.00.'],
  ['a day of each year', RULE_FORMS.season.blank('USD'), 'From', 0, '29feb', { from: '02-29' }],
  ['a day that no year has', RULE_FORMS.season.blank('USD'), 'To', 0, '30FEB', 'There is no day 30FEB.'],
  ['a name of nothing', RULE_FORMS.charge.blank('USD'), 'Name', 0, '  ', 'Write a name.'],
  ['a date that the calendar has not', RULE_FORMS.holiday.blank('USD'), 'Date', 0, '2026-02-30', 'Write 2026-12-25.'],
  ['a code in capital letters', RULE_FORMS.promotion.blank('USD'), 'Code', 0, ' summer26 ', { code: 'SUMMER26' }],
  ['a code with a blank', RULE_FORMS.promotion.blank('USD'), 'Code', 0, 'summer 26', 'Write 3 to 16 letters and digits.'],
  ['percent off', RULE_FORMS.promotion.blank('USD'), 'Off', 0, '25', { change: -25 }],
  ['a promotion that gives a seat away', RULE_FORMS.promotion.blank('USD'), 'Off', 0, '100', 'From 1 to 99.'],
  ['a promotion that ends first', RULE_FORMS.promotion.blank('USD'), 'to', 0, '2026-11-30', 'This ends before it begins.'],
])('writes %s', (_case, rule, label, nth, text, expected) => {
  const written = figure(rule, label, nth).write(text);
  expect(written).toEqual(typeof expected === 'string' ? expected : { ...rule, ...expected });
});

it.each<[PolicyRule, string, string]>([
  [curve, 'USD', '0 % +0, 100 % +50 %'],
  [{ ...curve, over: 'flight' }, 'USD', 'of the whole flight: 0 % +0, 100 % +50 %'],
  [tiers, 'USD', 'below 50 % times 0.7, below 80 % times 1, below 95 % times 1.3, then times 1.8'],
  [fares, 'USD', 'Y 100.00, W 150.00, J 200.00, F 300.00 USD'],
  [RULE_FORMS.filedBase.blank('USD'), 'USD', 'filed fare: F times 4, J times 2.5, W times 1.5, Y as filed'],
  [
    {
      rule: 'daysAhead',
      knots: [
        { days: 0, change: 15 },
        { days: 21, change: -8 },
      ],
    },
    'USD',
    '21 d \u22128, 0 d +15 %',
  ],
  [{ rule: 'weekday', change: [0, 0, 0, 0, 5, 50, 50] }, 'USD', 'Fri +5 %; Sat, Sun +50 %'],
  [{ rule: 'weekday', change: [0, 0, 0, 0, 0, 0, 0] }, 'USD', 'all alike'],
  [{ rule: 'season', name: 'Christmas', from: '12-20', to: '01-04', change: 8 }, 'USD', 'Christmas, 20 Dec to 04 Jan +8 %'],
  [{ rule: 'holiday', days: [] }, 'USD', 'no days yet'],
  [{ rule: 'charge', name: 'Fuel', amounts: { USD: 12_00, JPY: 1_800 } }, 'USD', 'Fuel 12.00 USD, 1,800 JPY'],
  [{ rule: 'rounding', to: 10_00, less: 1_00 }, 'USD', 'to 10.00, less 1.00 USD'],
  [{ rule: 'rounding', to: 1_000, less: 0 }, 'JPY', 'to 1,000 JPY'],
  [
    { rule: 'promotion', code: 'SUMMER', change: -20, from: '2026-12-01', to: '2027-02-28', stock: 1 },
    'USD',
    'SUMMER \u221220 %, sold Tue 01 Dec 2026 to Sun 28 Feb 2027, 1 fare',
  ],
])('says a rule in words', (rule, currency, words) => {
  expect(ruleWords(rule, currency)).toBe(words);
});
