import type { RefObject } from 'react';
import { refuse } from '../../shared/refusals.ts';
import { TextField } from '../parts/text-field.tsx';

export interface PinTwice {
  readonly pin: string;
  readonly again: string;
}
export const NO_PIN: PinTwice = { pin: '', again: '' };

/** What is wrong with a PIN typed twice, before it is sent; empty when nothing is. */
export function pinProblem({ pin, again }: PinTwice): string {
  if (!/^\d{4,12}$/.test(pin)) return refuse('PIN_WEAK').refusal.next;
  return pin === again ? '' : 'The two PINs differ. Type the same one twice.';
}

interface PinFieldsProps {
  readonly value: PinTwice;
  onChange(value: PinTwice): void;
  readonly wrong: string;
  /** The first of the two fields, for a caller that sets the focus there. */
  readonly first: RefObject<HTMLInputElement | null>;
}

/** A PIN, twice, so that a slip of the finger locks nobody out. */
export function PinFields({ value, onChange, wrong, first }: PinFieldsProps) {
  const shared = { validationBehavior: 'aria', type: 'password', inputMode: 'numeric', autoComplete: 'new-password' } as const;
  return (
    <>
      <TextField
        {...shared}
        label="PIN"
        inputRef={first}
        hint="4 to 12 digits, neither all alike nor in sequence"
        value={value.pin}
        wrong={wrong || undefined}
        onChange={(pin) => onChange({ ...value, pin })}
      />
      <TextField {...shared} label="PIN again" value={value.again} onChange={(again) => onChange({ ...value, again })} />
    </>
  );
}
