import { AUTHORISED_PERCENT_MAX } from '../bounds.ts';

/** How many seats so many percent of a cabin are, a part of a seat left out. `percent`: null for a cabin whose number follows no percentage. */
export const authorisedSeats = (capacity: number, percent: number | null): number => Math.floor((capacity * (percent ?? 100)) / 100);

/** The most seats that may be authorised in a cabin of so many seats. */
export const authorisedMost = (capacity: number): number => authorisedSeats(capacity, AUTHORISED_PERCENT_MAX);
