import type { KeyboardEvent } from 'react';
import { walkRows } from '../parts/walk-rows.ts';

/** The arrow keys, Home and End in a table with one button a row, from the row that has the focus. */
export function walkTable(event: KeyboardEvent<HTMLElement>): void {
  walkRows(event, [...event.currentTarget.querySelectorAll('button')].indexOf(event.target as HTMLButtonElement));
}
