import { REASON_MAX } from '../../shared/bounds.ts';
import { saysWhy } from '../../shared/reason.ts';
import { TextField } from './text-field.tsx';

interface ReasonFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** It was sent once, so that what is missing is told. */
  tried: boolean;
  label?: string;
  /** What is told while no reason is given. */
  asks?: string;
  autoFocus?: boolean;
}

/** Why a person decides otherwise than the rules. */
export function ReasonField({
  tried,
  label = 'Reason',
  asks = 'Say why, in three letters or more.',
  autoFocus = false,
  ...text
}: ReasonFieldProps) {
  return <TextField {...{ label, autoFocus, ...text }} maxLength={REASON_MAX} wrong={tried && !saysWhy(text.value) ? asks : undefined} />;
}
