import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import './field.css';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className'> {
  /** Left out only where `aria-label` says it. */
  label?: string;
  placeholder?: string;
  className?: string;
  /** What is wrong with the value; shown under it and told with it. */
  wrong?: string | undefined;
  hint?: ReactNode;
  /** Stands before the typed text, inside the frame. */
  lead?: ReactNode;
  /** Stands after it. */
  trail?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ label, placeholder, className, wrong, hint, lead, trail, inputRef, ...rest }: TextFieldProps) {
  const frame = useRef<HTMLDivElement>(null);
  // The focus is set without scrolling, and a form may open below what is in sight: all of it is shown, and in any case this field.
  useEffect(() => {
    if (!rest.autoFocus) return;
    for (const shown of [frame.current?.closest('form'), frame.current]) shown?.scrollIntoView?.({ block: 'nearest' });
  }, [rest.autoFocus]);
  return (
    <AriaTextField
      autoComplete="off"
      spellCheck="false"
      // The hub says what is wrong. The browser's own checks would stop a corrected form from being sent again.
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(wrong)}
      className={`field${className ? ` ${className}` : ''}`}
    >
      {label ? <Label>{label}</Label> : null}
      <div className="input" ref={frame}>
        {lead}
        <Input {...(inputRef ? { ref: inputRef } : {})} {...(placeholder ? { placeholder } : {})} />
        {trail}
      </div>
      {hint && !wrong ? <span className="hint">{hint}</span> : null}
      <FieldError className="wrong">{wrong}</FieldError>
    </AriaTextField>
  );
}
