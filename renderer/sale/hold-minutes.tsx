import { useEffect, useState } from 'react';
import { SETTING_RULES } from '../../shared/setting-rules.ts';
import { TextField } from '../parts/text-field.tsx';
import { useSettingsInForce } from '../stores/settings-in-force.ts';
import type { Sale } from './sale.ts';
import { dispatch } from './sale-store.ts';
import { showStep } from './step-store.ts';
import { focusChosen } from './use-default-focus.ts';

const FIELD_ID = 'hold-minutes';
const { least, most } = SETTING_RULES.holdMinutes;

/** E: to the minutes of the hold. */
export function focusHoldMinutes(): void {
  showStep('money');
  // On a narrow screen the hold is shown only now.
  requestAnimationFrame(() => {
    const field = document.getElementById(FIELD_ID);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  });
}

/** How long the seats will be held. Empty: as the setting says. */
export function HoldMinutes({ sale }: { sale: Sale }) {
  const { minutes } = sale;
  const usual = useSettingsInForce()?.holdMinutes;
  const [typed, setTyped] = useState(minutes === null ? '' : String(minutes));
  useEffect(() => setTyped(minutes === null ? '' : String(minutes)), [minutes]);
  const text = typed.trim();
  const wanted = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  const fits = text === '' || (wanted >= least && wanted <= most);
  const take = (): boolean => {
    if (fits) dispatch({ do: 'minutes', minutes: text === '' ? null : wanted });
    return fits;
  };
  return (
    <TextField
      id={FIELD_ID}
      className="hold-minutes"
      aria-label="Minutes"
      trail={<span className="t3 s12">min</span>}
      value={typed}
      onChange={setTyped}
      maxLength={3}
      inputMode="numeric"
      {...(usual === undefined ? {} : { placeholder: String(usual) })}
      wrong={fits ? undefined : `${least} to ${most}`}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (take()) focusChosen();
      }}
    />
  );
}
