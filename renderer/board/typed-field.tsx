import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { useBoard, type Wishes, wish } from './board-store.ts';

interface TypedFieldProps {
  label: string;
  /** The value in the field's own words, shown while nobody types. */
  text: string;
  /** A word after the value: `tomorrow`. */
  trail?: string;
  /** Takes what was typed; false when it cannot be understood, and the field is marked. */
  read: (typed: string) => boolean;
  /** Arrow up and down. */
  step?: (by: 1 | -1) => void;
  /** What could be typed; told with the field. */
  hint: string;
  /** Told whether what stands in the field is understood, for who says it in words. */
  onUnderstood?: (understood: boolean) => void;
  className?: string;
  numeric?: boolean;
}

/** A field that reads short forms as they are typed and shows its value in full when it is left. */
export function TypedField({ label, text, trail, read, step, hint, onUnderstood, className, numeric }: TypedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [understood, setUnderstood] = useState(true);
  const judge = (is: boolean): void => {
    setUnderstood(is);
    onUnderstood?.(is);
  };

  // While the whole value is selected, the next letter replaces it.
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: selected anew when a step has changed the text
  useLayoutEffect(() => {
    if (typed === null && document.activeElement === input.current) input.current?.select();
  }, [text, typed]);

  /** What was wished before the typing began. Each letter is read at once, so Esc takes back what the first of them meant. */
  const before = useRef<Wishes | null>(null);
  const change = (next: string): void => {
    before.current ??= useBoard.getState().wishes;
    setTyped(next);
    judge(read(next));
  };
  const keep = (): void => {
    before.current = null;
    setTyped(null);
    judge(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What was searched for is not taken back.
    if (event.key === 'Enter') before.current = null;
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      if (before.current) wish(before.current);
      keep();
    }
    if (step && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      keep();
      step(event.key === 'ArrowUp' ? 1 : -1);
    }
  };

  return (
    <TextField
      className={`field typed${className ? ` ${className}` : ''}`}
      value={typed ?? text}
      onChange={change}
      isInvalid={!understood}
      // A value that was understood is shown in full. Any other text stays, to be corrected.
      onBlur={() => {
        before.current = null;
        if (understood) keep();
      }}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <Label>{label}</Label>
      <div className="input" title={hint}>
        <Input
          ref={input}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.currentTarget.select()}
          aria-description={hint}
          {...(numeric ? { inputMode: 'numeric' as const } : {})}
        />
        {trail && typed === null ? <span className="t3 s12">{trail}</span> : null}
      </div>
    </TextField>
  );
}
