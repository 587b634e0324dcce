import { z } from 'zod';
import { PARTY_MAX } from '../bounds.ts';
import { instantMs, method, requestId, rowId } from '../method.ts';
import { LIMIT_ENDS } from '../pay-by.ts';
import { bookingView } from './booking-view.ts';
import { contact, passengerName } from './bookings.ts';

export const timeLimitMethods = {
  /**
   * Keeps a hold until a date and hour, so that it is paid later. Names and contact are checked as for a sale, and kept with the hold. Asked again,
   * it moves the limit. At the limit the hold ends, or waits in a queue for an agent (`atLimit`).
   */
  'holds.payLater': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({
      requestId,
      bookingId: rowId,
      payBy: instantMs,
      atLimit: z.enum(LIMIT_ENDS),
      /** As in a sale. */
      passengers: z
        .array(passengerName)
        .min(1)
        .max(2 * PARTY_MAX),
      contact,
    }),
    output: bookingView,
    refusals: [
      'BOOKING_UNKNOWN',
      'HOLD_OF_OTHER_DESK',
      'HOLD_EXPIRED',
      'HOLD_ENDED',
      'PAYMENT_UNDER_WAY',
      'PASSENGERS_MISMATCH',
      'NAME_INVALID',
      'AGE_MISMATCH',
      'INFANT_TURNS_TWO',
      'INFANT_SEAT_EARLY',
      'CONTACT_MISSING',
      'CONTACT_INVALID',
      'REQUESTED_BY_MISSING',
      'TIME_LIMIT_OFF',
      'TIME_LIMIT_EARLY',
      'TIME_LIMIT_LATE',
      'TIME_LIMITS_FULL',
    ],
  }),
  /** Makes a hold that is paid later one of the desk that asks, because its passengers stand there. */
  'holds.takeOver': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId }),
    output: bookingView,
    refusals: ['BOOKING_UNKNOWN', 'HOLD_OF_OTHER_DESK', 'HOLD_EXPIRED', 'HOLD_ENDED', 'PAYMENT_UNDER_WAY'],
  }),
};
