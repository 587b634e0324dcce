import { type Ref, useId, useState } from 'react';
import './pin-field.css';

export const PIN_DIGITS_MIN = 4;
export const PIN_DIGITS_MAX = 12;

interface PinFieldProps {
  label: string;
  value: string;
  onChange: (pin: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  wrong?: string | undefined;
  /** For a PIN that is made here and now. */
  fresh?: boolean;
}

/** Hidden digits, a box for each: four boxes at first, and more as digits are typed. One real input lies over them. */
export function PinField({ label, value, onChange, inputRef, wrong, fresh }: PinFieldProps) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const boxes = Math.max(PIN_DIGITS_MIN, value.length);
  const caret = Math.min(value.length, boxes - 1);
  return (
    <div className="field pin-field">
      <label htmlFor={id}>{label}</label>
      <div className="pin">
        <div className="boxes" aria-hidden="true" style={{ gridTemplateColumns: `repeat(${boxes}, 1fr)` }}>
          {Array.from({ length: boxes }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
            <span key={place} className={focused && place === caret ? 'box on' : 'box'}>
              {place < value.length ? <i className="dot" /> : focused && place === caret ? <i className="caret" /> : null}
            </span>
          ))}
        </div>
        <input
          id={id}
          ref={inputRef}
          type="password"
          inputMode="numeric"
          autoComplete={fresh ? 'new-password' : 'off'}
          maxLength={PIN_DIGITS_MAX}
          value={value}
          aria-invalid={Boolean(wrong)}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, PIN_DIGITS_MAX))}
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
