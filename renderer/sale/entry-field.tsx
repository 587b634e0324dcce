import { useEffect, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { Field } from './fields-of.ts';
import { goToStop, stopAfter, stopId } from './sale-fields.ts';
import { useSale } from './sale-store.ts';

interface EntryFieldProps {
  stop: Field;
  label: string;
  labelShown?: boolean;
  value: string;
  /** Empty when the value can be used. */
  problem: string;
  placeholder: string;
  /** What the hub will make of the value, where that is not what stands there. */
  hint?: string;
  onChange: (value: string) => void;
  className?: string;
}

/** One field of the second half of a sale. Enter goes to the next that wants something; what is wrong is told on leaving. */
export function EntryField({ stop, label, labelShown, value, problem, placeholder, hint, onChange, className }: EntryFieldProps) {
  const [left, setLeft] = useState(false);
  const wrong = left && value !== '' && problem ? problem : undefined;
  // The list of passengers scrolls, and what is wrong stands under the field.
  useEffect(() => {
    if (wrong) document.getElementById(stopId(stop))?.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }, [wrong, stop]);
  return (
    <TextField
      id={stopId(stop)}
      {...(labelShown ? { label } : { 'aria-label': label })}
      value={value}
      onChange={onChange}
      placeholder={placeholder}
      wrong={wrong}
      {...(hint ? { hint } : {})}
      {...(className ? { className } : {})}
      onBlur={() => setLeft(true)}
      onFocus={() => setLeft(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        setLeft(true);
        const { sale } = useSale.getState();
        if (sale && (problem === '' || value === '')) goToStop(stopAfter(sale, stop));
      }}
      trail={
        problem === '' && !stop.includes('birth') ? (
          <span className="ok">
            <Icon name="check" size={14} strokeWidth={2.2} />
          </span>
        ) : null
      }
    />
  );
}
