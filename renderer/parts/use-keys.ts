import { useEffect, useRef } from 'react';

const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';
const PRESSED_BY_ENTER = 'button, a, [role="button"], [role="tab"], [role="radio"], summary';

/**
 * Keys that work wherever the focus is, except while text is typed, a list or a dialog is open, or Enter belongs to a button. `run` gets a
 * letter as a capital and every other key by its name. It says whether the key did something.
 */
export function useKeys(run: (key: string) => boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPING) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      if (event.key === 'Enter' && target?.closest(PRESSED_BY_ENTER)) return;
      if (latest.current(event.key.length === 1 ? event.key.toUpperCase() : event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
