import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSession } from '../client/session-store.ts';
import { dialogIsOpen } from '../keys/key-place.ts';
import { Icon } from '../parts/icon.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSales } from './sales-store.ts';

/** Narrows the lists of the shift to rows with the typed words. Ctrl F goes here, Enter to the rows, Esc takes the words out. */
export function FilterField() {
  const filter = useSales((state) => state.filter);
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
    if (event.key === 'Escape' && filter !== '') {
      event.preventDefault();
      event.stopPropagation();
      useSales.setState({ filter: '' });
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      event.currentTarget.closest('.sh-list')?.querySelector<HTMLElement>('.sh-room .sh-locator')?.focus();
    }
  };
  return (
    <search className="sh-filter" onKeyDown={press}>
      <TextField
        aria-label="Filter the list"
        placeholder="Filter"
        inputRef={field}
        lead={<Icon name="search" size={14} />}
        trail={<kbd>Ctrl F</kbd>}
        value={filter}
        onChange={(text) => useSales.setState({ filter: text })}
      />
    </search>
  );
}
