import { z } from 'zod';
import { LEG_CHANGES } from '../leg-change.ts';
import { instantMs, placeCode, rowId } from '../method.ts';
import { cabinSchema } from '../seat-map.ts';
import { seatsMoved } from './seats-moved.ts';

/** What every event about a booking tells, so that any screen can follow it without asking the hub. No passenger data. */
export const bookingMoved = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  /** Desk that owns the hold or sale. */
  desk: z.string(),
  expiresAt: instantMs.nullable(),
  /** Every leg whose seats the event takes, keeps, sells or gives back; none when it does nothing to seats. */
  legs: z.array(seatsMoved),
  /** Minor units that moved with this event: paid, or refunded. */
  amount: z.int(),
  currency: z.string(),
  /** A text for the history: tender kinds, a rule, a reason. */
  note: z.string(),
});

export type BookingMoved = z.infer<typeof bookingMoved>;

/** The offer of a booking that was made. Entries that are older than `quote`, its number on the booking, have it in their note alone. */
export const bookingQuoted = bookingMoved.extend({ quote: z.int().optional() });

/** A sold booking as a change leaves it. `legs` are all seats that it has now, and `amount` is what went back. */
export const bookingChanged = bookingMoved.extend({
  /** Minor units, as are the others: the price of what it holds now. */
  price: z.int(),
  /** What was kept so far, without a seat for it. */
  fees: z.int(),
  /** What was paid with this change. */
  paid: z.int(),
});

/** A booking that begins with passengers of another one. `amount`: the price of what it holds. */
export const bookingSplit = bookingMoved.extend({
  from: rowId,
  /** When and by whom its seats were sold. */
  sale: z.strictObject({ at: instantMs, user: z.string(), desk: z.string() }),
});

/** Passengers who have no seat any more, on a flight that got another aircraft. They stay sold or held. */
export const unseated = bookingChanged.extend({ flightId: rowId, cabin: cabinSchema });

/** A booking whose cancellation was taken back. */
export const bookingRestored = bookingMoved.extend({ price: z.int(), fees: z.int(), sale: bookingSplit.shape.sale });

/** Flights of a sold booking that an import or a supervisor moved or cancelled. Seats, price and money stay. */
export const flightsChanged = bookingMoved.extend({
  /** The number of the change by a supervisor, which has a reason; a file has none. */
  byHand: z.int().optional(),
  flights: z.array(
    z.strictObject({
      flightId: rowId,
      flight: z.string(),
      /** False: it is cancelled. */
      flies: z.boolean(),
      destination: z.string(),
      departsAt: instantMs,
      arrivesAt: instantMs,
      /** When it left before. */
      leftAt: instantMs,
    }),
  ),
  /** What the schedule means by now for each leg that is not as it was sold, also for one that only lost its connection. Older entries lack it. */
  means: z
    .array(
      z.strictObject({
        ...{ flightId: rowId, flight: z.string(), destination: placeCode, kind: z.enum(LEG_CHANGES), movedMinutes: z.int() },
        rezoned: z.array(placeCode).optional(),
      }),
    )
    .optional(),
});

/** Seats that are held for a booking, to be taken instead of those of its segments whose flights the carrier changed. */
export const wayKept = bookingMoved.extend({ forBooking: rowId, replaces: z.array(z.int().min(1)) });

/** A booking that has another way, or the times of now, because the carrier changed its flights. `change`: what the carrier did. */
export const reaccommodated = bookingChanged.extend({ change: z.enum(LEG_CHANGES) });
