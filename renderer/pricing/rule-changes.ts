import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { formOf } from './rules/rule-forms.ts';

/** A rule by which two stacks are compared: the second `Season` named Easter of one is the second one of the other. */
export interface KeyedRule {
  readonly key: string;
  readonly rule: PolicyRule;
}

/** Two rules of the same kind are told apart by their name, and else by their order. */
export function keyed(rules: readonly PolicyRule[]): KeyedRule[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const title = formOf(rule.rule).title;
    const called = 'name' in rule ? `${title} ${rule.name}` : title;
    const times = (seen.get(called) ?? 0) + 1;
    seen.set(called, times);
    return { key: times === 1 ? called : `${called}, ${times}`, rule };
  });
}

export const sameRule = (one: PolicyRule | undefined, other: PolicyRule | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** before undefined: added. after undefined: taken out. */
export interface RuleChange {
  readonly key: string;
  readonly before: PolicyRule | undefined;
  readonly after: PolicyRule | undefined;
}

export interface StackChanges {
  readonly rules: readonly RuleChange[];
  /** Rules that both have stand in another order. */
  readonly moved: boolean;
}

/** What is different between two stacks, rule by rule, in the order of `after` and then of what was taken out. */
export function changesBetween(before: readonly PolicyRule[], after: readonly PolicyRule[]): StackChanges {
  const [was, is] = [keyed(before), keyed(after)];
  const ruleWas = new Map(was.map(({ key, rule }) => [key, rule]));
  const ruleIs = new Map(is.map(({ key, rule }) => [key, rule]));
  const changed = is
    .filter(({ key, rule }) => !sameRule(rule, ruleWas.get(key)))
    .map(({ key, rule }) => ({ key, before: ruleWas.get(key), after: rule }));
  const gone = was.filter(({ key }) => !ruleIs.has(key)).map(({ key, rule }) => ({ key, before: rule, after: undefined }));
  const both = (all: readonly KeyedRule[], other: ReadonlyMap<string, PolicyRule>) =>
    all
      .map(({ key }) => key)
      .filter((key) => other.has(key))
      .join('\n');
  return { rules: [...changed, ...gone], moved: both(was, ruleIs) !== both(is, ruleWas) };
}

export const countOf = ({ rules, moved }: StackChanges): number => rules.length + (moved ? 1 : 0);
