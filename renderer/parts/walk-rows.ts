import type { KeyboardEvent } from 'react';

/** The one button of each row. What only a pointer presses is marked, and is left out. */
export const ROW_BUTTONS = 'button:not([data-pointer])';

/**
 * The arrow keys, Home and End in the body of a table whose rows have one button each: the button of the row that is meant gets the focus.
 * `at`: the row that has it now, from 0.
 */
export function walkRows(event: KeyboardEvent<HTMLElement>, at: number): void {
  const buttons = event.currentTarget.querySelectorAll<HTMLButtonElement>(ROW_BUTTONS);
  const last = buttons.length - 1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(last, to))]?.focus();
}
