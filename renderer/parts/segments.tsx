import { useEffect, useId, useRef } from 'react';
import './key-hint.css';
import './segments.css';

interface SegmentsProps<Value extends string> {
  label: string;
  labelHidden?: boolean;
  value: Value;
  choices: readonly { readonly value: Value; readonly text: string; readonly kbd?: string }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  /** The chosen one takes the focus: the form begins with it. */
  autoFocus?: boolean;
}

/** One of two to four that are all in sight. Native radio buttons: the arrow keys move and choose. */
export function Segments<Value extends string>({
  label,
  labelHidden,
  value,
  choices,
  onChange,
  isDisabled,
  autoFocus,
}: SegmentsProps<Value>) {
  const name = useId();
  const chosen = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) chosen.current?.focus();
  }, [autoFocus]);
  return (
    <fieldset className="segments" disabled={isDisabled}>
      <legend className={labelHidden ? 'aside' : 's12 t3'}>{label}</legend>
      <span>
        {choices.map((choice) => (
          <label key={choice.value} className={choice.value === value ? 'on' : undefined}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              ref={choice.value === value ? chosen : undefined}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.text}</span>
            {choice.kbd ? <kbd aria-hidden>{choice.kbd}</kbd> : null}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
