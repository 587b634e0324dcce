import { useEffect, useRef } from 'react';

const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';
const PRESSED_BY_ENTER = 'button, a, [role="button"], [role="tab"], [role="radio"], summary';

/** Keys that work wherever the focus is, except while text is typed, a list is open or Enter belongs to a button. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPING) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      if (event.key === 'Enter' && target?.closest(PRESSED_BY_ENTER)) return;
      const run = latest.current[event.key.length === 1 ? event.key.toUpperCase() : event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
