import { useEffect } from 'react';
import { QUIET_MS } from './use-quiet-start.ts';

/**
 * A page that came by Enter does nothing by the second Enter of a hurried hand, which would press the first of its buttons. Any other key ends
 * this, because who presses one works with the page.
 */
export function useNoSecondEnter(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.ctrlKey) stop();
      else if (!(event.target instanceof HTMLInputElement)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const timer = setTimeout(() => stop(), QUIET_MS);
    const stop = (): void => {
      clearTimeout(timer);
      window.removeEventListener('keydown', hear, true);
    };
    window.addEventListener('keydown', hear, true);
    return stop;
  }, []);
}
