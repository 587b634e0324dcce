import { type Ref, useId, useState } from 'react';
import './digit-field.css';

interface DigitFieldProps {
  label: string;
  value: string;
  onChange: (digits: string) => void;
  /** How many boxes are there at first, and how many digits fit. */
  least: number;
  most: number;
  /** Nobody may read over a shoulder what is typed. */
  hidden?: boolean;
  autoComplete?: string;
  inputRef?: Ref<HTMLInputElement> | undefined;
  wrong?: string | undefined;
}

/**
 * Digits, a box for each; more boxes as more are typed. One real input lies over them. It has no greatest length of its own: a browser would cut a code that
 * is pasted with spaces before the spaces are taken out.
 */
export function DigitField({
  label,
  value,
  onChange,
  least,
  most,
  hidden = false,
  inputRef,
  wrong,
  autoComplete = 'off',
}: DigitFieldProps) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const shownAs = (digit: string | undefined) => (hidden ? <i className="dot" /> : digit);
  const boxes = Math.max(least, value.length);
  const caret = Math.min(value.length, boxes - 1);
  return (
    <div className="field pin-field">
      <label htmlFor={id}>{label}</label>
      <div className="pin">
        <div className="boxes" aria-hidden="true" style={{ gridTemplateColumns: `repeat(${boxes}, 1fr)` }}>
          {[...Array(boxes).keys()].map((place) => (
            <span key={place} className={focused && place === caret ? 'box on' : 'box'}>
              {place < value.length ? shownAs(value[place]) : focused && place === caret ? <i className="caret" /> : null}
            </span>
          ))}
        </div>
        <input
          id={id}
          ref={inputRef}
          type={hidden ? 'password' : 'text'}
          inputMode="numeric"
          autoComplete={autoComplete}
          value={value}
          aria-invalid={Boolean(wrong)}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, most))}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
      </div>
      {wrong ? (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
