import type { RuleName, RuleOf } from '../../../shared/pricing/policy.ts';

/** One figure of a rule as a field. */
export interface Figure<Rule> {
  readonly label: string;
  /** As it stands in the rule now. */
  readonly text: string;
  /** Stands after the field: `%`, `USD`. */
  readonly unit?: string;
  /** One of these instead of typed text. */
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
  readonly wide?: true;
  /** The rule with this figure, or what is wrong with the text. */
  write(text: string): Rule | string;
}

/** Figures that belong together: a knot, a holiday, an amount with its currency. */
export interface FigureRow<Rule> {
  readonly key: string;
  readonly figures: readonly Figure<Rule>[];
  /** The rule without this row, where it can do without it. */
  readonly without?: Rule;
}

/** How a kind of rule is called, said and edited in the stack. */
export interface RuleForm<Name extends RuleName> {
  readonly title: string;
  /** For the list of rules that can be added. */
  readonly does: string;
  /** Minor units that name no currency are told in `currency`. */
  words(rule: RuleOf<Name>, currency: string): string;
  rows(rule: RuleOf<Name>, currency: string): readonly FigureRow<RuleOf<Name>>[];
  /** A further row. `add` gives undefined when there is no room for one. */
  readonly more?: { readonly text: string; add(rule: RuleOf<Name>): RuleOf<Name> | undefined };
  /** What is added to a stack. */
  blank(currency: string): RuleOf<Name>;
}
