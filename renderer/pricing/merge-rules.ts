import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { isBase, isRounding } from '../../shared/pricing/policy-problem.ts';
import { keyed, sameRule } from './rule-changes.ts';

export type Side = 'theirs' | 'yours';

/** One rule that is not the same in all three stacks. A side without it has undefined. */
export interface Difference {
  readonly key: string;
  readonly began: PolicyRule | undefined;
  readonly theirs: PolicyRule | undefined;
  readonly yours: PolicyRule | undefined;
  /** Which side changed it; undefined when both did, each in another way, and somebody has to choose. */
  readonly settled: Side | undefined;
}

const byKey = (rules: readonly PolicyRule[]): ReadonlyMap<string, PolicyRule> => new Map(keyed(rules).map(({ key, rule }) => [key, rule]));

/**
 * What two supervisors changed since both began from the same rules, rule by rule, in the order of `yours` and then of `theirs`. What only one
 * of them changed is settled, and so is what both changed alike.
 */
export function differences(
  began: readonly PolicyRule[],
  theirs: readonly PolicyRule[],
  yours: readonly PolicyRule[],
): readonly Difference[] {
  const [was, their, your] = [byKey(began), byKey(theirs), byKey(yours)];
  const keys = new Set([...your.keys(), ...their.keys(), ...was.keys()]);
  return [...keys].flatMap((key): Difference[] => {
    const one = { key, began: was.get(key), theirs: their.get(key), yours: your.get(key) };
    if (sameRule(one.began, one.theirs) && sameRule(one.began, one.yours)) return [];
    if (sameRule(one.theirs, one.yours) || sameRule(one.began, one.theirs)) return [{ ...one, settled: 'yours' }];
    return [{ ...one, settled: sameRule(one.began, one.yours) ? ('theirs' as const) : undefined }];
  });
}

/** Where rules of theirs that are not among yours go: after the same neighbour that they have there. */
function withTheirs(order: readonly string[], theirs: readonly string[]): string[] {
  const all = [...order];
  for (const [at, key] of theirs.entries()) {
    if (all.includes(key)) continue;
    const before = theirs.slice(0, at).findLast((other) => all.includes(other));
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, key);
  }
  return all;
}

/**
 * One stack of both: of each difference the side that `choose` names, of all else what both have. The order is yours, unless you kept the order
 * that both began with. Undefined while a difference is not settled, or when no base fare would be left or the ends would not fit.
 */
export function mergeRules(
  began: readonly PolicyRule[],
  theirs: readonly PolicyRule[],
  yours: readonly PolicyRule[],
  choose: (difference: Difference) => Side | undefined,
): readonly PolicyRule[] | undefined {
  const [was, their, your] = [keyed(began), keyed(theirs), keyed(yours)].map((all) => all.map(({ key }) => key));
  if (!was || !their || !your) return undefined;
  const inBoth = (keys: readonly string[], other: readonly string[]): string => keys.filter((key) => other.includes(key)).join('\n');
  const orderIsKept = inBoth(your, was) === inBoth(was, your);
  const order = orderIsKept ? withTheirs(their, your) : withTheirs(your, their);
  const [theirRules, yourRules] = [byKey(theirs), byKey(yours)];
  const open = new Map(differences(began, theirs, yours).map((one) => [one.key, one]));
  const merged: PolicyRule[] = [];
  for (const key of order) {
    const difference = open.get(key);
    const side = difference ? (difference.settled ?? choose(difference)) : 'yours';
    if (!side) return undefined;
    const rule = (side === 'theirs' ? theirRules : yourRules).get(key);
    if (rule) merged.push(rule);
  }
  // A base fare stands at the top and a rounding at the end, whatever the order of the two stacks was.
  return [...merged.filter(isBase), ...merged.filter((rule) => !isBase(rule) && !isRounding(rule)), ...merged.filter(isRounding)];
}
