import type { KeyboardEvent } from 'react';
import { ROW_BUTTONS, walkRows } from '../parts/walk-rows.ts';

/** The arrow keys, Home and End in a table, from the row that has the focus. Each row has one button for the keyboard. */
export function walkTable(event: KeyboardEvent<HTMLElement>): void {
  walkRows(event, [...event.currentTarget.querySelectorAll(ROW_BUTTONS)].indexOf(event.target as HTMLButtonElement));
}
