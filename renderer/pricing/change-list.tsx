import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { changesBetween } from './rule-changes.ts';
import { ruleWords } from './rules/rule-forms.ts';
import './change-list.css';

interface ChangeListProps {
  label: string;
  before: readonly PolicyRule[];
  after: readonly PolicyRule[];
  /** Names the two: `v14`, `draft`. */
  beforeName: string;
  afterName: string;
  currency: string;
}

/** What is different between two stacks, rule by rule in words. */
export function ChangeList({ label, before, after, beforeName, afterName, currency }: ChangeListProps) {
  const { rules, moved } = changesBetween(before, after);
  const words = (rule: PolicyRule | undefined, none: string) => (rule ? ruleWords(rule, currency) : <span className="t3">{none}</span>);
  if (rules.length === 0 && !moved) return <p className="pr-changes-none t2">No rule is different.</p>;
  return (
    <table className="grid-table pr-changes" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">{beforeName}</th>
          <th scope="col">{afterName}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((change) => (
          <tr key={change.key}>
            <th scope="row">{change.key}</th>
            <td className="t2">{words(change.before, 'not there')}</td>
            <td>{words(change.after, 'taken out')}</td>
          </tr>
        ))}
        {moved ? (
          <tr>
            <th scope="row">Order</th>
            <td className="t2">as it was</td>
            <td>rules stand in another order</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
