interface AnyRule {
  /** What the form and a refusal call it: `Hold time`. */
  readonly name: string;
  /** What it decides, beside the name. */
  readonly words: string;
  /** From when on it counts, under the field. */
  readonly counts: string;
  /** It does something in a training store alone, and is shown in no other. */
  readonly trainingOnly?: true;
  /** What the journal calls it. Stores hold entries with it, so it never changes. */
  readonly subject: string;
}

interface NumberRule extends AnyRule {
  readonly kind: 'number';
  /** `minutes`: what the number counts. */
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly default: number;
}

interface TextRule extends AnyRule {
  readonly kind: 'text';
  /** Label of the field. */
  readonly field: string;
  /** Characters. */
  readonly least: number;
  readonly most: number;
  /** Lines of the field; a text may have more than one line only where this is more than 1. */
  readonly lines: number;
  readonly default: string;
  /** What is wrong with a text of the right length, as the end of a sentence; undefined: nothing. */
  readonly problem?: (text: string) => string | undefined;
}

/** One of a few words. */
interface ChoiceRule extends AnyRule {
  readonly kind: 'choice';
  /** Label of the field. */
  readonly field: string;
  /** Each value that it may have, what a screen calls it where the value is no word, and what it means. */
  readonly choices: readonly { readonly value: string; readonly text?: string; readonly does: string }[];
  readonly default: string;
}

export type SettingRule = NumberRule | TextRule | ChoiceRule;
