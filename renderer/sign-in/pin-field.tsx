import type { Ref } from 'react';
import { DigitField } from './digit-field.tsx';

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

export const PinField = ({ fresh, ...rest }: PinFieldProps) => (
  <DigitField {...rest} least={PIN_DIGITS_MIN} most={PIN_DIGITS_MAX} hidden autoComplete={fresh ? 'new-password' : 'off'} />
);
