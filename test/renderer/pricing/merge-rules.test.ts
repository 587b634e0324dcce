import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { differences, mergeRules, type Side } from '../../../renderer/pricing/merge-rules.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';

const base = (percent = 100): PolicyRule => ({ rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: percent } });
const load = (top: number): PolicyRule => ({
  rule: 'loadCurve',
  over: 'cabin',
  knots: [
    { taken: 0, change: 0 },
    { taken: 100, change: top },
  ],
});
const season = (name: string, change: number): PolicyRule => ({ rule: 'season', name, from: '06-01', to: '08-31', change });
const rounding: PolicyRule = { rule: 'roundingAsFiled' };
const stack = (...rules: PolicyRule[]) => [base(), ...rules, rounding];

const theirs = (): Side => 'theirs';
const open = (): undefined => undefined;

describe('two supervisors change the same policy', () => {
  it('what only one of them changed is taken from that one', () => {
    const began = stack(load(50));
    const their = stack(load(50), season('Summer', 10));
    const your = stack(load(70));
    expect(differences(began, their, your).map(({ key, settled }) => [key, settled])).toEqual([
      ['Load', 'yours'],
      ['Season Summer', 'theirs'],
    ]);
    expect(mergeRules(began, their, your, open)).toEqual(stack(load(70), season('Summer', 10)));
  });

  it('what both changed in different ways has to be chosen', () => {
    const [began, their, your] = [stack(load(50)), stack(load(46)), stack(load(52))];
    expect(differences(began, their, your)).toEqual([
      { key: 'Load', began: load(50), theirs: load(46), yours: load(52), settled: undefined },
    ]);
    expect(mergeRules(began, their, your, open)).toBeUndefined();
    expect(mergeRules(began, their, your, theirs)).toEqual(their);
    expect(mergeRules(began, their, your, () => 'yours')).toEqual(your);
  });

  it('what both changed alike is settled', () => {
    const [began, both] = [stack(load(50)), stack(load(60))];
    expect(differences(began, both, both).map(({ settled }) => settled)).toEqual(['yours']);
    expect(mergeRules(began, both, both, open)).toEqual(both);
  });

  it('one took out what the other changed: that has to be chosen too', () => {
    const began = stack(load(50), season('Summer', 10));
    const [their, your] = [stack(load(50)), stack(load(50), season('Summer', 20))];
    expect(differences(began, their, your)).toMatchObject([{ key: 'Season Summer', theirs: undefined, settled: undefined }]);
    expect(mergeRules(began, their, your, theirs)).toEqual(their);
    expect(mergeRules(began, their, your, () => 'yours')).toEqual(your);
  });

  it('another order of one of them is kept', () => {
    const began = stack(load(50), season('Summer', 10));
    const turned = stack(season('Summer', 10), load(50));
    expect(mergeRules(began, turned, began, open)).toEqual(turned);
    expect(mergeRules(began, began, turned, open)).toEqual(turned);
  });

  it('a changed base fare and a changed rounding keep their ends', () => {
    const rounded: PolicyRule = { rule: 'rounding', to: 100, less: 0 };
    const began = stack(load(50));
    expect(mergeRules(began, [base(90), load(50), rounding], [base(), load(50), rounded], open)).toEqual([base(90), load(50), rounded]);
  });
});

test('any two changes: what is chosen of theirs and yours adds up to one of both, seed 20261127', () => {
  const middle = fc.uniqueArray(
    fc.oneof(
      fc.integer({ min: 0, max: 90 }).map(load),
      fc.tuple(fc.constantFrom('Summer', 'Easter'), fc.integer({ min: -50, max: 90 })).map(([name, change]) => season(name, change)),
    ),
    { maxLength: 3, selector: (rule) => ('name' in rule ? rule.name : rule.rule) },
  );
  const any = fc.tuple(fc.integer({ min: 50, max: 150 }), middle).map(([percent, rules]) => [base(percent), ...rules, rounding]);
  fc.assert(
    fc.property(any, any, any, fc.constantFrom<Side>('theirs', 'yours'), (began, their, your, side) => {
      const merged = mergeRules(began, their, your, () => side);
      expect(merged?.[0]?.rule).toBe('filedBase');
      expect(merged?.at(-1)?.rule).toBe('roundingAsFiled');
      for (const rule of merged ?? []) expect([...their, ...your]).toContainEqual(rule);
      expect(mergeRules(began, began, your, open)).toEqual(your);
      expect(mergeRules(began, their, began, open)).toEqual(their);
    }),
    { seed: 20261127, numRuns: 300 },
  );
});
