import { useEffect } from 'react';

const WRONG = '[aria-invalid="true"]';

/**
 * A form that was sent and marks a field as wrong gets the focus there: the field may be out of sight, and then Enter seems to do nothing. Who is in
 * a field that is wrong stays there, and so does a focus that the form itself has moved.
 */
export function useWrongField(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let frame = 0;
    const sent = ({ target: form }: SubmitEvent): void => {
      const focused = document.activeElement;
      if (!(form instanceof HTMLFormElement)) return;
      cancelAnimationFrame(frame);
      // What is wrong is drawn by then.
      frame = requestAnimationFrame(() => {
        if (document.activeElement !== focused || !form.contains(focused) || focused?.matches(WRONG)) return;
        form.querySelector<HTMLElement>(WRONG)?.focus();
      });
    };
    // Before the form hears of it, so that what it does with the focus is seen.
    document.addEventListener('submit', sent, true);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('submit', sent, true);
    };
  }, [active]);
}
