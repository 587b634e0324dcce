import { useEffect } from 'react';
import { keyPlace } from '../keys/key-place.ts';
import { focusScreen } from './focus-screen.ts';

/**
 * Esc leaves a field for the action row of the screen, or for its list. A field with an own use for Esc comes first: it closes its list, or
 * takes back what was typed. This is seen after the key: the default was prevented, the text has changed, or the focus has moved.
 */
export function useLeaveField(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent): void => {
      const field = event.target;
      if (event.key !== 'Escape' || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      if (keyPlace(field) !== 'field' || !field.closest('main') || field.getAttribute('aria-expanded') === 'true') return;
      const { value } = field;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!event.defaultPrevented && document.activeElement === field && field.value === value) focusScreen();
      });
    };
    window.addEventListener('keydown', press, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', press, true);
    };
  }, [active]);
}
