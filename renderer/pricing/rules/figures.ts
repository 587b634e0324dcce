import { isCurrency } from '../../../shared/currencies.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { type PolicyRule, policyRule } from '../../../shared/pricing/policy.ts';
import { readAmount, readChange, readDecimal, readTimes, readWhole } from './read-figure.ts';
import type { Figure } from './rule-form.ts';

/** `+30`, `\u221212`. */
export const signed = (change: number): string => `${change < 0 ? '\u2212' : '+'}${Math.abs(change)}`;
/** 130 -> `1.3`. */
export const timesText = (percent: number): string => String(percent / 100);

/** The rule, or what the contract has against it. */
export function checked<Rule extends PolicyRule>(rule: Rule): Rule | string {
  const read = policyRule.safeParse(rule);
  if (read.success) return rule;
  const [issue] = read.error.issues;
  return issue?.message === 'is not in order' ? 'This is not in order: each is more than the one before.' : `This ${issue?.message ?? ''}.`;
}

interface Field {
  readonly label: string;
  readonly unit?: string;
}

/** A figure whose text is read by `read`; what comes out is set in the rule and checked. */
function figure<Rule extends PolicyRule, Value>(
  field: Field & { readonly wide?: true },
  text: string,
  read: (text: string) => Value | string,
  set: (value: Value) => Rule,
): Figure<Rule> {
  return {
    ...field,
    text,
    write(typed) {
      const value = read(typed);
      return typeof value === 'string' ? value : checked(set(value));
    },
  };
}

export const wholeFigure = <Rule extends PolicyRule>(
  field: Field,
  value: number,
  [min, max]: readonly [number, number],
  set: (value: number) => Rule,
) => figure(field, String(value), (text) => readWhole(text, min, max), set);

export const changeFigure = <Rule extends PolicyRule>(label: string, value: number, set: (value: number) => Rule) =>
  figure({ label, unit: '%' }, signed(value), readChange, set);

export const timesFigure = <Rule extends PolicyRule>(label: string, percent: number, set: (percent: number) => Rule) =>
  figure({ label }, timesText(percent), readTimes, set);

export const moneyFigure = <Rule extends PolicyRule>(
  field: Field & { readonly currency: string; readonly min?: number },
  amount: number,
  set: (amount: number) => Rule,
) =>
  figure(
    { label: field.label, unit: field.unit ?? field.currency },
    moneyText(minor(amount), field.currency),
    (text) => readAmount(text, field.currency, field.min),
    set,
  );

/** A text is wrapped, because a plain one says what is wrong. */
export const textFigure = <Rule extends PolicyRule>(
  label: string,
  value: string,
  read: (text: string) => { readonly text: string } | string,
  set: (text: string) => Rule,
) => figure({ label, wide: true }, value, read, ({ text }) => set(text));

export const nameFigure = <Rule extends PolicyRule>(value: string, set: (name: string) => Rule) =>
  textFigure('Name', value, (text) => (text.trim() ? { text: text.trim() } : 'Write a name.'), set);

export const currencyFigure = <Rule extends PolicyRule>(value: string, set: (currency: string) => Rule) =>
  figure(
    { label: 'Currency' },
    value,
    (text) => {
      const code = text.trim().toUpperCase();
      return isCurrency(code) ? { code } : 'Write a currency: USD.';
    },
    ({ code }) => set(code),
  );

export const choiceFigure = <Rule extends PolicyRule, Value extends string>(
  label: string,
  value: Value,
  choices: readonly { readonly value: Value; readonly text: string }[],
  set: (value: Value) => Rule,
): Figure<Rule> => ({ label, text: value, choices, write: (text) => checked(set(text as Value)) });

/** Nothing typed: not known. */
export const decimalFigure = <Rule extends PolicyRule>(label: string, value: number | null, set: (value: number | null) => Rule) =>
  figure({ label }, value === null ? '' : String(value), readDecimal, (read) => set(read.value));

/** Whose seats count. */
export const OVER = [
  { value: 'cabin', text: 'seats of the cabin' },
  { value: 'flight', text: 'seats of the whole flight' },
] as const;
