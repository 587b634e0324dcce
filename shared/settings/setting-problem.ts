import type { SettingRule } from './setting-rule.ts';

/**
 * What keeps a value from being set: 'range' when a number is less than `least` or more than `most`, or a text is shorter or longer; else
 * the problem as the end of a sentence. Undefined: it may be set.
 */
export function settingProblem(rule: SettingRule, value: number | string): 'range' | { readonly problem: string } | undefined {
  if (rule.kind === 'number') {
    if (typeof value !== 'number') return { problem: 'it takes a whole number' };
    return value < rule.least || value > rule.most ? 'range' : undefined;
  }
  if (typeof value !== 'string') return { problem: rule.kind === 'choice' ? 'it takes a word' : 'it takes a text' };
  if (rule.kind === 'choice') {
    const words = rule.choices.map((choice) => choice.value);
    return words.includes(value) ? undefined : { problem: `it is one of ${words.join(', ')}` };
  }
  if (value.length < rule.least || value.length > rule.most) return 'range';
  if (value.split('\n').length > rule.lines) return { problem: `it takes at most ${rule.lines} lines` };
  const problem = rule.problem?.(value);
  return problem === undefined ? undefined : { problem };
}
