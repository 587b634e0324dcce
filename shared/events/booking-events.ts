import { payBy } from '../pay-by.ts';
import { overriding } from '../rule-overrides.ts';
import {
  bookingChanged,
  bookingMoved,
  bookingQuoted,
  bookingRestored,
  bookingSplit,
  flightsChanged,
  reaccommodated,
  unseated,
  wayKept,
} from './booking-moved.ts';

/** What happens to holds, payments and bookings. */
export const BOOKING_EVENTS = {
  'hold.placed': bookingMoved.extend(overriding),
  'hold.extended': bookingMoved,
  /** It is paid later, until a date and hour, or until an earlier one than before. */
  'hold.payLater': bookingMoved.extend({ payBy }),
  /** Its flight leaves earlier, so it ends earlier. */
  'hold.shortened': bookingMoved,
  /** It belongs to another desk now: the one that the event names. */
  'hold.takenOver': bookingMoved,
  'hold.released': bookingMoved,
  'hold.expired': bookingMoved,
  'payment.begun': bookingMoved,
  /** The next card of a split payment is asked. The hold is protected for the whole grace again. */
  'payment.renewed': bookingMoved,
  /** A card was declined, did not answer or was given up. The seats stay for another tender until the moment that the event tells. */
  'payment.tenderFailed': bookingMoved,
  'payment.failed': bookingMoved,
  /** A card was charged, or may have been charged, for seats that are not sold. The charge must be reversed. */
  'payment.reversalDue': bookingMoved,
  'payment.reversed': bookingMoved,
  /** The note says where it went: card, wallet. */
  'payment.refunded': bookingMoved,
  /** A reversal or refund (the note says which) is not tried any more until a supervisor asks for it. */
  'payment.stuck': bookingMoved,
  /** A supervisor asked for one more try. */
  'payment.triedAgain': bookingMoved,
  'booking.confirmed': bookingMoved,
  'booking.quoted': bookingQuoted,
  /** What a change would cost (above 0) or give back (below 0). */
  'booking.changeQuoted': bookingQuoted,
  'receipt.printed': bookingMoved,
  'booking.cancelled': bookingMoved.extend(overriding),
  /** A change of a sold booking gives these seats back to sale. What it has instead, `booking.changed` tells next. */
  'booking.seatsGiven': bookingMoved,
  /** The seats of this hold belong to another booking now, whose change is told next. */
  'hold.merged': bookingMoved,
  /** The difference of a change is being paid. The hold whose seats it takes lasts until the moment that the event tells. */
  'hold.protected': bookingMoved,
  'booking.changed': bookingChanged.extend(overriding),
  /** Passengers who were sold above the seats of a cabin got seats that came free. A hold of such passengers, the same. */
  'booking.seated': bookingChanged,
  'hold.seated': bookingChanged,
  /** The aircraft that a flight has now has not their seats. */
  'booking.unseated': unseated,
  'hold.unseated': unseated,
  /** Its passengers missed a flight, or did not after all; the note says by whose fault, and why. */
  'booking.missed': bookingChanged,
  'booking.split': bookingSplit,
  /** Some passengers went into a booking of their own, which is told next. */
  'booking.divided': bookingChanged,
  /** Within a minute each of these took back whole what was done last. `amount`: what went back; below 0 what came again. */
  'booking.saleUndone': bookingMoved,
  'booking.cancelUndone': bookingRestored,
  'booking.changeUndone': bookingChanged,
  /** The schedule moved or cancelled flights of it. */
  'booking.flightsChanged': flightsChanged,
  /** A way on for a booking whose flights the carrier changed. It ends as any hold does, and nobody is told of that. */
  'way.kept': wayKept,
  'way.lapsed': bookingMoved,
  'booking.reaccommodated': reaccommodated,
} as const;
