import { useId } from 'react';
import './key-hint.css';
import './segments.css';

interface SegmentsProps<Value extends string> {
  label: string;
  labelHidden?: boolean;
  value: Value;
  choices: readonly { readonly value: Value; readonly text: string; readonly kbd?: string }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
}

/** One of two to four that are all in sight. Native radio buttons: the arrow keys move and choose. */
export function Segments<Value extends string>({ label, labelHidden, value, choices, onChange, isDisabled }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segments" disabled={isDisabled}>
      <legend className={labelHidden ? 'aside' : 's12 t3'}>{label}</legend>
      <span>
        {choices.map((choice) => (
          <label key={choice.value} className={choice.value === value ? 'on' : undefined}>
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>{choice.text}</span>
            {choice.kbd ? <kbd aria-hidden>{choice.kbd}</kbd> : null}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
