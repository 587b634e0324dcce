import { AUTHORISED_PERCENT_MAX } from '../bounds.ts';

/** The most seats that may be authorised in a cabin of so many seats. */
export const authorisedMost = (capacity: number): number => Math.floor((capacity * AUTHORISED_PERCENT_MAX) / 100);
