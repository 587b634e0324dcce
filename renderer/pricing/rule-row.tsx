import { minor, moneyText } from '../../shared/money.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { Tag } from '../parts/tag.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { formOf } from './rules/rule-forms.ts';

export interface RuleRowProps {
  place: number;
  rule: PolicyRule;
  currency: string;
  /** What the example costs before this rule and after it, in minor units. */
  before: number;
  after: number;
  changed: boolean;
  editing: boolean;
  /** The one row that the Tab key reaches. */
  isStop: boolean;
  onFocus: () => void;
  /** Undefined for who may only look. */
  onEdit?: () => void;
  onWrite: (rule: PolicyRule) => void;
  onDone: () => void;
  onBack: () => void;
}

const byText = (by: number, currency: string): string => `${by > 0 ? '+' : ''}${moneyText(minor(by), currency)}`;

/** One rule of the stack: its number, its name and words, what it adds to the example, and the price so far. */
export function RuleRow(props: RuleRowProps) {
  const { place, rule, currency, before, after, changed, editing } = props;
  const form = formOf(rule.rule);
  return (
    <li className={`pr-rule${editing ? ' edit' : ''}${rule.off ? ' off' : ''}`}>
      <button
        type="button"
        data-rule={place}
        tabIndex={props.isStop ? 0 : -1}
        aria-expanded={props.onEdit ? editing : undefined}
        onFocus={props.onFocus}
        onClick={props.onEdit}
      >
        <span className="t3 s12 n">{place + 1}</span>
        <span className="what">
          <span className="med">
            {form.title} {editing ? <Tag kind="acc">editing</Tag> : changed ? <Tag kind="acc">changed</Tag> : null}
          </span>
          <span className="s12 t2 words">{form.words(rule, currency)}</span>
        </span>
        <span className="num t2">
          {rule.off ? 'off' : place === 0 ? '' : after === before ? '\u2013' : byText(after - before, currency)}
        </span>
        <span className="num med">{moneyText(minor(after), currency)}</span>
      </button>
      {editing ? <RuleEditor {...{ rule, currency }} onWrite={props.onWrite} onDone={props.onDone} onBack={props.onBack} /> : null}
    </li>
  );
}
