import { z } from 'zod';
import { BOOKING_FLIGHTS_MAX, ITINERARY_FLIGHTS_MAX } from '../bounds.ts';
import { AFTER_CLOSE_REASONS, type AfterCloseReason } from '../close-of-sales.ts';
import { laterSeatProblem, seatFrom } from '../later-seat.ts';
import { instantMs, method, requestId, rowId, seatText } from '../method.ts';
import { SEATED_TYPES } from '../passengers.ts';
import { promotionCode } from '../pricing/policy.ts';
import { reasonText } from '../reason.ts';
import { cabinSchema } from '../seat-map.ts';
import { SETTING_RULES } from '../setting-rules.ts';
import { waysProblem } from '../ways.ts';
import { bookingView } from './booking-view.ts';
import { holdDraft } from './drafts.ts';
import { legNow } from './leg-now.ts';
import { quoteOffer } from './pricing.ts';

/** A hold of a desk. `scheduled`: its legs as they are scheduled now, in their order; left out where all are as they were held. */
const heldBooking = z.strictObject({ ...bookingView.shape, scheduled: z.array(legNow).optional() });
export type HeldBooking = z.infer<typeof heldBooking>;

const seatedPassenger = z.strictObject({
  type: z.enum(SEATED_TYPES),
  /** Carries an infant on the lap. A hold knows only the kinds of its passengers: their names come with the payment, so that a queue can be held first. */
  infant: z.boolean().default(false),
  /** Needs assistance, so may not sit in an exit row. */
  assistance: z.boolean().default(false),
});
type Carrier = Pick<z.infer<typeof seatedPassenger>, 'type' | 'infant'>;
const mayCarry = ({ type, infant }: Carrier): boolean => !infant || type === 'ADT';
const ADULTS_CARRY = 'carries an infant, which only an adult may';

/** Who sits on one flight. */
export const holdPassenger = seatedPassenger.refine(mayCarry, ADULTS_CARRY);
/** Who travels on all flights of a booking. Left out: `seatFrom` the first flight on. */
const partyMember = z.strictObject({ ...seatedPassenger.shape, seatFrom: seatFrom.optional() }).refine(mayCarry, ADULTS_CARRY);

/**
 * Instead of seats. best: the best ones are chosen as the seats are held. open: the party is counted, and its seats are asked for later. over: the
 * same, and where no seat is left for the whole party it is sold above the seats, as a whole, as far as that is authorised.
 */
const UNNAMED_SEATS = ['best', 'open', 'over'] as const;
export type UnnamedSeats = (typeof UNNAMED_SEATS)[number];

export const holdMethods = {
  'holds.place': method({
    kind: 'command',
    access: 'agent',
    input: z
      .strictObject({
        requestId,
        /**
         * One to three flights in the order they are flown, then up to three of the way `back`, which begins after the way out has arrived. `seats[n]`
         * is the seat of passenger n. `offer`: of `pricing.quote`; no seat costs more than it.
         */
        legs: z
          .array(
            z.strictObject({
              flightId: rowId,
              cabin: cabinSchema,
              seats: z.union([z.array(seatText).min(1).max(99), z.enum(UNNAMED_SEATS)]),
              offer: quoteOffer.optional(),
              back: z.literal(true).optional(),
            }),
          )
          .min(1)
          .max(BOOKING_FLIGHTS_MAX),
        /** Who sits from a later flight on stands last. Every flight has as many seats as passengers sit there. */
        passengers: z.array(partyMember).min(1).max(99),
        /** How long the seats are held; left out: as the setting says. */
        minutes: z.int().min(SETTING_RULES.holdMinutes.least).max(SETTING_RULES.holdMinutes.most).optional(),
        /** The passenger said aloud that they are willing and able to sit in an exit row. */
        exitRowConfirmed: z.boolean().default(false),
        /** The code of a promotion. It is taken off the fare on each flight that is sold with it; one at least must be. */
        promotion: promotionCode.optional(),
        /** A supervisor sells seats although they are blocked, and says why: not more than the cabin may sell. Without effect when an agent asks. */
        override: reasonText.optional(),
        /** A supervisor sells after the close of sales, and says why. Without effect before the close, or when an agent asks. */
        afterClose: z.enum(Object.keys(AFTER_CLOSE_REASONS) as [AfterCloseReason, ...AfterCloseReason[]]).optional(),
      })
      .superRefine(({ passengers, legs }, check) => {
        const message = laterSeatProblem(passengers, legs.length);
        if (message !== undefined) check.addIssue({ code: 'custom', path: ['passengers'], message });
        const order = waysProblem(legs, ITINERARY_FLIGHTS_MAX);
        if (order !== undefined) check.addIssue({ code: 'custom', path: ['legs'], message: order });
      }),
    output: bookingView,
    refusals: [
      'BOOKING_NUMBERS_GONE',
      'GROUP',
      'INFANT_ALONE',
      'DATE_TOO_FAR',
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'FLIGHT_CHANGING',
      'SALES_CLOSED',
      'CABIN_UNKNOWN',
      'CONNECTION_INVALID',
      'CURRENCIES_DIFFER',
      'PROMOTION_UNKNOWN',
      'PROMOTION_OVER',
      'PROMOTION_GONE',
      'PARTY_MISMATCH',
      'SEAT_UNKNOWN',
      'SEAT_TWICE',
      'SEAT_OTHER_CABIN',
      'SEAT_BLOCKED',
      'EXIT_ROW_REFUSED',
      'EXIT_ROW_UNCONFIRMED',
      'SEAT_SOLD',
      'SEAT_HELD',
      'SEATS_TO_PICK',
      'NO_SEAT_LEFT',
      'CABIN_FULL',
      'TOO_HEAVY',
    ],
  }),
  /** Once, by the hold time in force, never beyond the ceiling. */
  'holds.extend': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId }),
    output: bookingView,
    refusals: ['BOOKING_UNKNOWN', 'HOLD_OF_OTHER_DESK', 'HOLD_EXPIRED', 'HOLD_ENDED', 'PAYMENT_UNDER_WAY', 'HOLD_EXTENDED', 'HOLD_CEILING'],
  }),
  'holds.release': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId }),
    output: bookingView,
    refusals: ['BOOKING_UNKNOWN', 'HOLD_OF_OTHER_DESK', 'HOLD_EXPIRED', 'HOLD_ENDED', 'PAYMENT_UNDER_WAY'],
  }),
  /**
   * Holds seats again for a party whose hold ended unpaid: the same seats if they are free, else the next best, at the present price. The reply is the
   * new hold; names and contact that were typed go with it.
   */
  'holds.revive': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId }),
    output: bookingView,
    refusals: [
      'BOOKING_NUMBERS_GONE',
      'GROUP',
      'INFANT_ALONE',
      'DATE_TOO_FAR',
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'SALES_CLOSED',
      'CABIN_UNKNOWN',
      'CONNECTION_INVALID',
      'CURRENCIES_DIFFER',
      'PARTY_MISMATCH',
      'SEAT_UNKNOWN',
      'SEAT_TWICE',
      'SEAT_OTHER_CABIN',
      'SEAT_BLOCKED',
      'EXIT_ROW_REFUSED',
      'EXIT_ROW_UNCONFIRMED',
      'SEAT_SOLD',
      'SEAT_HELD',
      'NO_SEAT_LEFT',
      'CABIN_FULL',
      'TOO_HEAVY',
      'BOOKING_UNKNOWN',
      'HOLD_NOT_LAPSED',
    ],
  }),
  /**
   * Keeps what was typed so far with the hold. It takes the place of what was kept before, and tells no other console. `confirming`: the console asks
   * for the sale next. Until it says that it has heard the outcome, `bookings.unheard` tells of the sale, also after a restart of the hub.
   */
  'holds.keepDraft': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId, draft: holdDraft, confirming: z.boolean().optional() }),
    output: z.strictObject({ savedAt: instantMs }),
    refusals: ['BOOKING_UNKNOWN', 'HOLD_OF_OTHER_DESK', 'HOLD_EXPIRED', 'HOLD_ENDED'],
  }),
  /** Whether the flights of a hold are as they were held: why payment would be refused because of them (empty: it would not), and other times. */
  'holds.check': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ bookingId: rowId }),
    output: z.strictObject({
      refusal: z.string(),
      moved: z.array(z.strictObject({ flightId: rowId, departsAt: instantMs, arrivesAt: instantMs })),
    }),
    refusals: ['BOOKING_UNKNOWN'],
  }),
  /** Live holds of the desk that asks, oldest deadline first, each with its legs as they are scheduled now. */
  'holds.ofDesk': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ holds: z.array(heldBooking) }),
    refusals: [],
  }),
};
