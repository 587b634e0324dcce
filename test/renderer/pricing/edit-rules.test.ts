import { describe, expect, it } from 'vitest';
import { addRule, moveRule } from '../../../renderer/pricing/edit-rules.ts';
import { changesBetween, countOf } from '../../../renderer/pricing/rule-changes.ts';
import type { PolicyRule, RuleName } from '../../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';

const demand = POLICY_TEMPLATES.demand ?? [];
const names = (rules: readonly PolicyRule[] | undefined) => rules?.map(({ rule }) => rule);
const fuel = { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } } as const;
const airport = { ...fuel, name: 'Airport' };

describe('addRule', () => {
  it.each<[string, RuleName, number, RuleName[], number]>([
    ['after the chosen one', 'weekday', 1, ['filedBase', 'loadCurve', 'weekday', 'roundingAsFiled'], 2],
    ['after the base when that is chosen', 'weekday', 0, ['filedBase', 'weekday', 'loadCurve', 'roundingAsFiled'], 1],
    ['never after the rounding', 'floor', 2, ['filedBase', 'loadCurve', 'floor', 'roundingAsFiled'], 2],
    ['a base in place of the base', 'amountBase', 1, ['amountBase', 'loadCurve', 'roundingAsFiled'], 0],
    ['a rounding in place of the rounding', 'rounding', 0, ['filedBase', 'loadCurve', 'rounding'], 2],
  ])('%s', (_case, name, after, expected, at) => {
    const added = addRule(demand, name, after, 'USD');
    expect(names(added?.rules)).toEqual(expected);
    expect(added?.at).toBe(at);
  });

  it('adds none to a full stack', () => {
    let rules: readonly PolicyRule[] = demand;
    for (;;) {
      const added = addRule(rules, 'charge', 1, 'USD');
      if (!added) break;
      rules = added.rules;
    }
    expect(rules).toHaveLength(24);
  });
});

describe('moveRule', () => {
  const long = addRule(demand, 'weekday', 1, 'USD')?.rules ?? [];
  it('moves a rule up and down, and the base and the rounding not at all', () => {
    expect(names(moveRule(long, 2, -1))).toEqual(['filedBase', 'weekday', 'loadCurve', 'roundingAsFiled']);
    expect(moveRule(long, 1, -1)).toBeUndefined();
    expect(moveRule(long, 2, 1)).toBeUndefined();
    expect(moveRule(long, 0, 1)).toBeUndefined();
    expect(moveRule(long, 3, 1)).toBeUndefined();
  });
});

describe('changesBetween', () => {
  const withFuel = demand.toSpliced(2, 0, fuel);
  it('counts nothing between two equal stacks', () => {
    expect(countOf(changesBetween(demand, [...demand]))).toBe(0);
  });
  it('tells a changed, an added and a removed rule, and another order', () => {
    const dearer = { ...fuel, amounts: { USD: 15_00 } };
    expect(changesBetween(withFuel, demand.toSpliced(2, 0, dearer)).rules).toEqual([{ key: 'Charge Fuel', before: fuel, after: dearer }]);
    expect(changesBetween(demand, withFuel).rules).toEqual([{ key: 'Charge Fuel', before: undefined, after: fuel }]);
    expect(changesBetween(withFuel, demand).rules).toEqual([{ key: 'Charge Fuel', before: fuel, after: undefined }]);
    const moved = changesBetween(withFuel.toSpliced(2, 0, airport), withFuel.toSpliced(3, 0, airport));
    expect(moved).toEqual({ rules: [], moved: true });
  });
  it('takes another kind of the same thing for a change of it', () => {
    const steps = POLICY_TEMPLATES.steps ?? [];
    expect(changesBetween(demand, steps).rules).toEqual([{ key: 'Load', before: demand[1], after: steps[1] }]);
  });
  it('tells two charges of one name apart', () => {
    const twice = withFuel.toSpliced(3, 0, fuel);
    expect(changesBetween(withFuel, twice).rules).toEqual([{ key: 'Charge Fuel, 2', before: undefined, after: fuel }]);
  });
});
