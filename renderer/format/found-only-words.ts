import type { FoundOnly } from '../../shared/methods/bookings.ts';

/** What became of a booking, as a list and a filter call it. What goes back is called a refund: a card may not have it yet. */
export const FOUND_ONLY_WORDS: Readonly<Record<FoundOnly, string>> = {
  FLOWN: 'flown',
  REFUNDED_PART: 'part refund',
  REFUNDED_WHOLE: 'full refund',
  REFUND_DUE: 'refund due',
};
