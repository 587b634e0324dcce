import { type RefObject, useLayoutEffect, useRef } from 'react';
import { focusHeading } from './focus-screen.ts';
import { showTitle } from './use-screen-focus.ts';

/** After unlocking, the focus returns to the field where it was. */
export function useReturnAfterLock(main: RefObject<HTMLElement | null>, locked: boolean): void {
  const before = useRef<Element | null>(null);
  const wasLocked = useRef(locked);
  useLayoutEffect(() => {
    if (locked) before.current = document.activeElement;
    else if (wasLocked.current) {
      showTitle();
      const field = before.current;
      if (field instanceof HTMLElement && main.current?.contains(field)) field.focus();
      else if (main.current) focusHeading(main.current);
    }
    wasLocked.current = locked;
  }, [locked, main]);
}
