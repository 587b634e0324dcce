import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { type SettingName, settingRule } from '../../shared/setting-rules.ts';
import type { SettingRule } from '../../shared/settings/setting-rule.ts';
import { capital } from '../format/capital.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSettings } from './settings-store.ts';

const labelOf = (rule: SettingRule): string =>
  rule.kind !== 'number' ? rule.field : `${capital(rule.unit)}, ${rule.least} to ${rule.most}`;

/** What a screen calls a value. */
const wordOf = (rule: SettingRule, value: number | string): number | string =>
  (rule.kind === 'choice' && rule.choices.find((choice) => choice.value === value)?.text) || value;

/** What was typed as a value of this setting; undefined: no whole number. The hub says what else is wrong. */
function typedValue(rule: SettingRule, typed: string): number | string | undefined {
  if (rule.kind !== 'number') return typed;
  const text = typed.trim().replace('\u2212', '-');
  return /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** One setting of setting-rules.ts: what it decides, the value in force, and how to set it or set it back. */
export function SettingForm({ name, inForce }: { name: SettingName; inForce: number | string }) {
  const rule = settingRule(name);
  const heading = useId();
  const [typed, setTyped] = useState(String(inForce));
  const [wrong, setWrong] = useState<string | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  /** What it was before it was saved here. */
  const [before, setBefore] = useState<number | string | undefined>();
  // Another desk may have changed it. Then the setting in force replaces what was not saved here.
  useEffect(() => setTyped(String(inForce)), [inForce]);
  const save = async (value: number | string, undoes = false) => {
    setRefusal(undefined);
    const reply = await useSettings.getState().change(name, value);
    if (!reply.ok) return setRefusal(reply.refusal);
    setBefore(undoes || reply.value.before === value ? undefined : reply.value.before);
    announce(`${rule.name} ${undoes ? 'set back' : 'saved'}`);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBefore(undefined);
    const value = typedValue(rule, typed);
    setWrong(value === undefined ? `Type whole ${rule.kind === 'number' ? rule.unit : 'text'}.` : undefined);
    if (value !== undefined) void save(value);
  };
  const field = {
    label: labelOf(rule),
    value: typed,
    wrong,
    onChange: (text: string) => {
      setTyped(text);
      setBefore(undefined);
    },
  };
  return (
    <form className="ad-form" aria-labelledby={heading} onSubmit={submit}>
      <div className="panel-h">
        <h2 id={heading}>{rule.name}</h2>
        <span className="s12 t3">{rule.words}</span>
      </div>
      <div className={`ad-setting ${rule.kind}`}>
        {rule.kind === 'choice' ? (
          <SelectField
            label={rule.field}
            value={typed}
            choices={rule.choices.map((choice) => ({ value: choice.value, text: choice.text ?? choice.value, more: choice.does }))}
            onChange={field.onChange}
          />
        ) : rule.kind === 'text' && rule.lines > 1 ? (
          <TextArea {...field} rows={rule.lines > 4 ? 5 : rule.lines} />
        ) : (
          <TextField {...field} {...(rule.kind === 'number' ? { inputMode: 'numeric' as const } : {})} />
        )}
        <Button type="submit" variant="go">
          Save
        </Button>
      </div>
      {refusal && <RefusalLine refusal={refusal} />}
      <p className={before === undefined ? 't2' : 'ok'}>
        {before === undefined ? '' : 'Saved. '}
        {rule.counts}
      </p>
      {before === undefined ? null : (
        <Button variant="quiet" onPress={() => void save(before, true)}>
          Undo: back to {before === '' ? 'nothing' : wordOf(rule, before)}
        </Button>
      )}
    </form>
  );
}
