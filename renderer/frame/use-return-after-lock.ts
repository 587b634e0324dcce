import { type RefObject, useLayoutEffect, useRef } from 'react';
import { focusHeading, showTitle } from './use-screen-focus.ts';

/** Whoever unlocks goes on in the field where they were. */
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
