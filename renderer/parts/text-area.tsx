import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import './field.css';

interface TextAreaProps {
  label: string;
  value: string;
  rows: number;
  wrong?: string | undefined;
  onChange: (text: string) => void;
}

/** A field of several lines. */
export function TextArea({ label, value, rows, wrong, onChange }: TextAreaProps) {
  return (
    <TextField
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(wrong)}
      className="field"
    >
      <Label>{label}</Label>
      <div className="input lines">
        <AriaTextArea rows={rows} />
      </div>
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  );
}
