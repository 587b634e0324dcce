import { describe, expect, test } from 'vitest';
import { type PolicyRule, policyRule } from '../../../shared/pricing/policy.ts';
import { policyProblem } from '../../../shared/pricing/policy-problem.ts';
import { pricesSoFar } from '../../../shared/pricing/price-by-policy.ts';
import { priceSlip } from '../../../shared/pricing/price-slip.ts';
import { rulesOn } from '../../../shared/pricing/rules-on.ts';
import { priceQuestion } from './price-question.ts';

const BASE: PolicyRule = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } };
const FUEL: PolicyRule = { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } };
const CEILING: PolicyRule = { rule: 'ceiling', amounts: { USD: 105_00 } };
const ROUNDING: PolicyRule = { rule: 'rounding', to: 1, less: 0 };
const off = (rule: PolicyRule): PolicyRule => ({ ...rule, off: true });
const FILED = [{ baseFare: 100_00, currency: 'USD' }];

test('rules without one that is off are the same list, and with one the same rest each time, because others keep what they know by it', () => {
  const on = [BASE, ROUNDING];
  expect(rulesOn(on)).toBe(on);
  const some = [BASE, off(FUEL), ROUNDING];
  expect(rulesOn(some)).toEqual([BASE, ROUNDING]);
  expect(rulesOn(some)).toBe(rulesOn(some));
});

test('a rule that is off is read from the store as it is, and a rule of an older store is on', () => {
  expect(policyRule.parse(off(FUEL))).toEqual(off(FUEL));
  expect(policyRule.parse(FUEL)).not.toHaveProperty('off');
  expect(policyRule.safeParse({ ...FUEL, off: false }).success).toBe(false);
});

test('the price after a rule that is off is the price before it', () => {
  expect(pricesSoFar([BASE, off(FUEL), CEILING, ROUNDING], priceQuestion())).toEqual([100_00, 100_00, 100_00, 100_00]);
  expect(pricesSoFar([BASE, FUEL, off(CEILING), ROUNDING], priceQuestion())).toEqual([100_00, 112_00, 112_00, 112_00]);
});

describe('a publish', () => {
  test.each<[string, PolicyRule[], string | undefined]>([
    ['a base fare that is off is none', [off(BASE), FUEL, ROUNDING], 'the first rule is a base fare'],
    ['a rounding that is off is none', [BASE, off(ROUNDING)], 'the last rule is a rounding'],
    [
      'a floor above the ceiling that is off holds nothing up',
      [BASE, { rule: 'floor', amounts: { USD: 110_00 } }, off(CEILING), ROUNDING],
      undefined,
    ],
    [
      'many rules that are off are many rules',
      [BASE, ...Array.from({ length: 60 }, () => off(FUEL)), ROUNDING],
      'a policy has at most 40 rules',
    ],
  ])('%s', (_case, rules, problem) => {
    expect(policyProblem(rules, FILED)?.problem.replace(/\d+ rules/, '40 rules')).toBe(problem);
  });

  test('that switches a rule off is a slip where the price jumps, and one that is off is no slip', () => {
    const dear: PolicyRule = { rule: 'charge', name: 'Fee', amounts: { USD: 900_00 } };
    expect(priceSlip([BASE, ROUNDING], [BASE, off(dear), ROUNDING], FILED, '2026-11-26')).toBeUndefined();
    expect(priceSlip([BASE, dear, ROUNDING], [BASE, off(dear), ROUNDING], FILED, '2026-11-26')).toMatchObject({ fare: 100_00 });
    // A rail that is off is no rail: the usual one counts.
    const rail: PolicyRule = { rule: 'largestChange', percent: 1_000 };
    expect(priceSlip([BASE, off(rail), ROUNDING], [BASE, dear, ROUNDING], FILED, '2026-11-26')).toBeDefined();
    expect(priceSlip([BASE, rail, ROUNDING], [BASE, dear, ROUNDING], FILED, '2026-11-26')).toBeUndefined();
  });
});
