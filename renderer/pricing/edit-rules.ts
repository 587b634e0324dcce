import { RULES_MAX } from '../../shared/bounds.ts';
import type { PolicyRule, RuleName } from '../../shared/pricing/policy.ts';
import { isBase, isRounding } from '../../shared/pricing/policy-problem.ts';
import { formOf } from './rules/rule-forms.ts';

export interface Added {
  readonly rules: readonly PolicyRule[];
  /** Where the new rule stands. */
  readonly at: number;
}

/**
 * The rules with one more of this kind after the one at `after`. A policy has one base fare, at its top, and one rounding, at its end: a new
 * one takes the place of the old one. Undefined when the stack is full.
 */
export function addRule(rules: readonly PolicyRule[], name: RuleName, after: number, currency: string): Added | undefined {
  const rule = formOf(name).blank(currency);
  const [first, last] = [rules[0], rules.at(-1)];
  if (isBase(rule)) {
    const rest = first && isBase(first) ? rules.slice(1) : rules;
    return { rules: [rule, ...rest], at: 0 };
  }
  if (isRounding(rule)) {
    const rest = last && isRounding(last) ? rules.slice(0, -1) : rules;
    return { rules: [...rest, rule], at: rest.length };
  }
  if (rules.length >= RULES_MAX) return undefined;
  const end = last && isRounding(last) ? rules.length - 1 : rules.length;
  const at = Math.min(end, Math.max(after + 1, first && isBase(first) ? 1 : 0));
  return { rules: rules.toSpliced(at, 0, rule), at };
}

/** The rules with the one at `at` a place up (-1) or down (1); undefined when it cannot go there. Base fare and rounding keep their ends. */
export function moveRule(rules: readonly PolicyRule[], at: number, by: -1 | 1): readonly PolicyRule[] | undefined {
  const [rule, other] = [rules[at], rules[at + by]];
  if (!rule || !other) return undefined;
  if ([rule, other].some((one) => isBase(one) || isRounding(one))) return undefined;
  return rules.with(at, other).with(at + by, rule);
}

/** The rule switched off, or on again. Base fare and rounding stay on, because no price is without them: undefined. */
export function switchRule(rule: PolicyRule): PolicyRule | undefined {
  if (isBase(rule) || isRounding(rule)) return undefined;
  const { off, ...on } = rule;
  return off ? on : { ...on, off: true };
}
