import type { PolicyRule } from './policy.ts';

/** The same list for the same rules, because others keep what they know by it. */
const known = new WeakMap<readonly PolicyRule[], readonly PolicyRule[]>();

/**
 * The rules that count. One that is switched off is kept with its version for whoever edits it. Prices, least fares, words and checks are asked of
 * these alone.
 */
export function rulesOn(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  let on = known.get(rules);
  if (!on) {
    on = rules.some(({ off }) => off) ? rules.filter(({ off }) => !off) : rules;
    known.set(rules, on);
  }
  return on;
}
