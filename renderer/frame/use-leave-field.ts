import { useEffect } from 'react';
import { keyPlace } from '../keys/key-place.ts';
import { focusScreen } from './focus-screen.ts';

/**
 * Esc leaves a field for the action row of the screen, or for its list. A field with an own use for Esc comes first: it closes its list, or
 * takes back what was typed. This is seen after the key: the default was prevented, the text has changed, or the focus has moved. A second Esc may come
 * before that, while the console is busy: then the field is left at once, and the second one counts where the focus is now.
 */
export function useLeaveField(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left: { readonly field: HTMLElement; readonly leave: () => boolean } | undefined;
    const press = (event: KeyboardEvent): void => {
      const field = event.target;
      if (event.key !== 'Escape' || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      clearTimeout(timer);
      const before = left;
      left = undefined;
      if (!event.repeat && before?.field === field && before.leave()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
        return;
      }
      if (keyPlace(field) !== 'field' || !field.closest('main') || field.getAttribute('aria-expanded') === 'true') return;
      const { value } = field;
      const leave = (): boolean => {
        if (event.defaultPrevented || document.activeElement !== field || field.value !== value) return false;
        focusScreen();
        return document.activeElement !== field;
      };
      left = { field, leave };
      timer = setTimeout(() => {
        left = undefined;
        leave();
      });
    };
    window.addEventListener('keydown', press, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', press, true);
    };
  }, [active]);
}
