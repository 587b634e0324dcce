import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSession } from '../client/session-store.ts';
import { Icon } from '../parts/icon.tsx';
import { TextField } from '../parts/text-field.tsx';
import { dialogIsOpen } from './key-place.ts';

interface FilterFieldProps {
  label: string;
  placeholder?: string;
  className: string;
  value: string;
  onChange: (typed: string) => void;
  /** Enter: puts the focus on the rows. */
  toRows: () => void;
}

/** Narrows a list to rows with the typed words. Ctrl F goes here, Enter to the rows, Esc takes the words out. */
export function FilterField({ label, placeholder = 'Filter', className, value, onChange, toRows }: FilterFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f') return;
      if (dialogIsOpen() || useSession.getState().locked) return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault();
      event.stopPropagation();
      onChange('');
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      toRows();
    }
  };
  return (
    <search className={className} onKeyDown={press}>
      <TextField
        aria-label={label}
        placeholder={placeholder}
        inputRef={field}
        lead={<Icon name="search" size={14} />}
        trail={<kbd>Ctrl F</kbd>}
        value={value}
        onChange={onChange}
      />
    </search>
  );
}
