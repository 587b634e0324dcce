import { expect, test } from 'vitest';
import { mayBecome } from '../../../main/rules/lifecycle.ts';
import { BOOKING_STATES, type BookingState } from '../../../shared/methods/booking-view.ts';

test.each<[BookingState, readonly BookingState[]]>([
  ['HOLD', ['CONFIRMED', 'EXPIRED', 'RELEASED', 'PAYMENT_FAILED', 'MERGED']],
  ['CONFIRMED', ['CANCELLED']],
  // A card that was approved after the hold had expired, and found its seats still free.
  ['EXPIRED', ['CONFIRMED']],
  ['RELEASED', []],
  ['PAYMENT_FAILED', []],
  // Within its minute.
  ['CANCELLED', ['CONFIRMED']],
])('what is %s may become %j and nothing else', (from, to) => {
  expect(BOOKING_STATES.filter((state) => mayBecome(from, state)).sort()).toEqual([...to].sort());
});
