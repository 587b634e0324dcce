import { dateOfDay, dayNumber } from '../../shared/instants.ts';

/** A day of a calendar, as a file names it. `name` may be blank. */
export interface NamedDay {
  readonly date: string;
  readonly name: string;
}

/** The days of a calendar that count, both included. */
export interface CalendarSpan {
  readonly first: string;
  readonly last: string;
}

/** What one file names, in any order and with days that stand twice; or why it cannot be used, as a clause. */
export type CalendarFile =
  | {
      readonly name: string | null;
      /** All days up to the end of the span, past ones too. */
      readonly days: readonly NamedDay[];
      /** Days after the span, as far as the file names them one by one. */
      readonly later: number;
    }
  | { readonly unreadable: string };

/** Whether a text is a day that a month has, such as 2026-12-25. */
export const isDate = (text: string): boolean => /^(19|2[01])\d\d-\d\d-\d\d$/.test(text) && dateOfDay(dayNumber(text)) === text;
