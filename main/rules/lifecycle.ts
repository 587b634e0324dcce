import type { BookingState } from '../../shared/methods/booking-view.ts';

/**
 * What a booking may become. EXPIRED and PAYMENT_FAILED lead back to CONFIRMED only for a payment that was approved
 * after the hold had ended and found its seats still free.
 */
const TRANSITIONS: Readonly<Record<BookingState, readonly BookingState[]>> = {
  HOLD: ['CONFIRMED', 'EXPIRED', 'RELEASED', 'PAYMENT_FAILED'],
  CONFIRMED: ['CANCELLED'],
  EXPIRED: ['CONFIRMED'],
  RELEASED: [],
  PAYMENT_FAILED: [],
  CANCELLED: [],
};

export const mayBecome = (from: BookingState, to: BookingState): boolean => TRANSITIONS[from].includes(to);
