import type { KeyboardEvent } from 'react';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { CalendarFile } from './calendar-file.tsx';
import { FigureField } from './figure-field.tsx';
import { formOf } from './rules/rule-forms.ts';

interface RuleEditorProps {
  rule: PolicyRule;
  currency: string;
  onWrite: (rule: PolicyRule) => void;
  onDone: () => void;
  onBack: () => void;
}

/** The figures of one rule as fields, under its words. Enter ends it, Esc takes back what was written since it was opened. */
export function RuleEditor({ rule, currency, onWrite, onDone, onBack }: RuleEditorProps) {
  const form = formOf(rule.rule);
  const rows = form.rows(rule, currency);
  const longer = form.more?.add(rule);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.ctrlKey) onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Esc of the fields within
    <div className="pr-editor" onKeyDown={press}>
      {rows.map((row) => (
        <div key={`${row.key} of ${rows.length}`} className="pr-figures">
          <div className="pr-fields">
            {row.figures.map((figure) => (
              <FigureField key={figure.label} figure={figure} onWrite={onWrite} />
            ))}
          </div>
          {row.without ? (
            <Button
              variant="quiet"
              aria-label={`Take out ${row.figures.map(({ text }) => text).join(' ')}`}
              onPress={() => row.without && onWrite(row.without)}
            >
              <Icon name="cross" size={13} />
            </Button>
          ) : null}
        </div>
      ))}
      {rows.length === 0 ? <p className="s12 t2">This rule has no figures.</p> : null}
      {rule.rule === 'competitor' ? <p className="s12 t2">Their fares come from a file: Admin, Import.</p> : null}
      {rule.rule === 'holiday' ? <CalendarFile rule={rule} onWrite={onWrite} /> : null}
      <div className="pr-editor-foot">
        {form.more ? (
          <Button isDisabled={!longer} onPress={() => longer && onWrite(longer)}>
            <Icon name="plus" size={13} /> {form.more.text}
          </Button>
        ) : null}
        <Button className="push" kbd="Enter" onPress={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
