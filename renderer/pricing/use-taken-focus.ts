import { type RefObject, useEffect } from 'react';

/** When a view comes in the place of another that had the focus, its chosen row or cell takes it. */
export function useTakenFocus(view: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (view.current?.parentElement === document.activeElement) view.current?.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus();
  }, [view]);
}
