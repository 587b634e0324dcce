import { z } from 'zod';
import { BOOKING_FLIGHTS_MAX, PARTY_MAX, REASON_MAX } from '../bounds.ts';
import { instantMs, method, personText, requestId, rowId, seatText } from '../method.ts';
import { NAME_PART_MAX, titleSchema } from '../passengers.ts';
import { reasonText } from '../reason.ts';
import { cabinSchema } from '../seat-map.ts';
import { bookedLeg, bookingView, MISSED_BY } from './booking-view.ts';
import { contact, hostPart, passengerName } from './bookings.ts';
import { offerBase, refundTo, refundWish, refundWished } from './offers.ts';
import { tender, WHY_NOT_PAID } from './tenders.ts';

const passengerNumber = z.int().min(1);
const segmentNumber = z.int().min(1);

/** What may be changed of a sold booking. `segment` and `passenger` are the numbers that flights and passengers keep within their booking. */
export const bookingChange = z.discriminatedUnion('kind', [
  /** Other seats of the same cabin on one flight. Two passengers may swap. */
  z.strictObject({
    kind: z.literal('seats'),
    segment: segmentNumber,
    seats: z
      .array(z.strictObject({ passenger: passengerNumber, seat: seatText }))
      .min(1)
      .max(PARTY_MAX),
    exitRowConfirmed: z.boolean().default(false),
  }),
  /**
   * The flights of a hold of this desk, with its seats and prices, instead of these flights of the booking: another flight or date, or another
   * cabin of the same flight. With none to replace, they are added.
   */
  z.strictObject({
    kind: z.literal('flights'),
    hold: rowId,
    replaces: z.array(segmentNumber).max(BOOKING_FLIGHTS_MAX),
    /** Why a supervisor moves passengers to a lower cabin. */
    reason: personText(REASON_MAX).optional(),
  }),
  /** These flights are not flown. */
  z.strictObject({ kind: z.literal('drop'), segments: z.array(segmentNumber).min(1).max(BOOKING_FLIGHTS_MAX) }),
  /** These passengers do not travel, nor the infants on their laps. `laps`: passengers who travel without the infant that was on their lap. */
  z
    .strictObject({
      kind: z.literal('leave'),
      passengers: z.array(passengerNumber).max(PARTY_MAX),
      laps: z.array(passengerNumber).max(PARTY_MAX).optional(),
    })
    .refine(({ passengers, laps = [] }) => passengers.length + laps.length > 0, { error: 'somebody must leave', path: ['passengers'] }),
  /**
   * The passengers of a hold of this desk come too, with its seats and prices: on all flights of the booking, in the same cabins. `passengers` names those
   * of the hold as a sale does: with seats first, then the infants on their laps, whose `with` counts within the hold.
   */
  z.strictObject({
    kind: z.literal('add'),
    hold: rowId,
    passengers: z
      .array(passengerName)
      .min(1)
      .max(2 * PARTY_MAX),
  }),
  /**
   * Infants come on the laps of adults who travel already, on all flights of the booking and at the price of now. `with` counts the passengers of the
   * booking from 0, as its list has them.
   */
  z.strictObject({ kind: z.literal('infant'), infants: z.array(passengerName).min(1).max(PARTY_MAX) }),
  /** Names as they should be. `place` counts the passengers of the booking from 0, as its list has them. */
  z.strictObject({
    kind: z.literal('names'),
    names: z
      .array(
        z.strictObject({
          place: z
            .int()
            .min(0)
            .max(2 * PARTY_MAX - 1),
          surname: personText(NAME_PART_MAX),
          given: personText(NAME_PART_MAX),
          host: z.strictObject({ surname: hostPart, given: hostPart }).optional(),
          title: titleSchema.or(z.literal('')),
        }),
      )
      .min(1)
      .max(2 * PARTY_MAX),
    /** Why a supervisor gives a seat another person's name. */
    reason: personText(REASON_MAX).optional(),
  }),
]);
export type BookingChange = z.infer<typeof bookingChange>;

/**
 * What else a change touches, to be read before it is taken. Minutes, and flights as `UA 689`. That another flight of the booking is unpaid is not among
 * them, because it cannot be: a booking is sold whole, and what a change adds is paid before it is made. A hold is not changed, it is held anew.
 */
export const changeTouch = z.discriminatedUnion('kind', [
  /** How long there is to change planes from one flight to the next, where they did not follow one another before. */
  z.strictObject({ kind: z.literal('connection'), flight: z.string(), next: z.string(), minutes: z.int(), least: z.int() }),
  z.strictObject({ kind: z.literal('seats-back'), flight: z.string(), cabin: cabinSchema, seats: z.array(seatText) }),
  /** A child sits in a row without an adult of its party. */
  z.strictObject({ kind: z.literal('child-apart'), flight: z.string(), seat: seatText }),
  /** The party sits in so many rows. */
  z.strictObject({ kind: z.literal('rows'), flight: z.string(), rows: z.int() }),
]);
export type ChangeTouch = z.infer<typeof changeTouch>;

/**
 * What a change costs or gives back. `total`: minor units; above 0 they are to be paid, below 0 they go back. `lines` add up to it. `legs` and
 * `seated`: the booking after it.
 */
export const changeOffer = offerBase.extend({
  kind: z.literal('change'),
  change: bookingChange,
  legs: z.array(bookedLeg),
  /** Numbers of the passengers who have a seat then. */
  seated: z.array(passengerNumber),
  touches: z.array(changeTouch),
  /** The refund rule in words, where money goes back by it; else empty. */
  rule: z.string(),
  ...refundWished,
  /** Where money that goes back would go. */
  to: z.array(refundTo),
  /** When the hold ends whose seats it takes; null without one. */
  heldUntil: instantMs.nullable(),
});
export type ChangeOffer = z.infer<typeof changeOffer>;

/** Why a change cannot be made as things stand, in the order of the list of refusals. A quote and its taking ask the same. */
const WHY_NOT_CHANGED = [
  'ROLE_REQUIRED',
  'GROUP',
  'FLIGHT_CANCELLED',
  'FLIGHT_DEPARTED',
  'FLIGHT_CHANGING',
  'SALES_CLOSED',
  'CONNECTION_INVALID',
  'CURRENCIES_DIFFER',
  'SEAT_UNKNOWN',
  'SEAT_TWICE',
  'SEAT_OTHER_CABIN',
  'SEAT_BLOCKED',
  'EXIT_ROW_REFUSED',
  'EXIT_ROW_UNCONFIRMED',
  'SEAT_SOLD',
  'SEAT_HELD',
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
  'CHILD_ALONE',
  'MINOR_ALONE',
  'EXIT_ROW_TOO_YOUNG',
] as const;

export const changeMethods = {
  /** What a change would cost or give back, and what else it touches. The quote is kept for some minutes; a newer one replaces it. */
  'bookings.changeQuote': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId, change: bookingChange, ...refundWish }),
    output: changeOffer,
    refusals: [...WHY_NOT_CHANGED, 'BOOKING_NOT_CONFIRMED', 'BOOKING_FLOWN', 'CHANGE_REFUSED'],
  }),
  /** Says that the passengers missed a flight, and by whose fault, or with null that they did not. Price and money stay. */
  'bookings.missed': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId, segment: segmentNumber, by: z.enum(MISSED_BY).nullable(), reason: reasonText }),
    output: bookingView,
    refusals: ['FLIGHT_CANCELLED', 'BOOKING_UNKNOWN', 'BOOKING_NOT_CONFIRMED', 'CHANGE_REFUSED'],
  }),
  /** Takes the last sale, cancellation or change back whole, within a minute and at the desk that made it. The receipt is void. */
  'bookings.undo': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId, version: z.int().min(1) }),
    output: bookingView,
    refusals: [
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'CONNECTION_INVALID',
      'SEAT_UNKNOWN',
      'SEAT_OTHER_CABIN',
      'SEAT_SOLD',
      'CABIN_FULL',
      'TOO_HEAVY',
      'BOOKING_UNKNOWN',
      'BOOKING_FLOWN',
      'UNDO_REFUSED',
      'OFFER_OUTDATED',
    ],
  }),
  /** Some passengers get a booking of their own: the reply. They take their seats, fares and their part of each tender with them. */
  'bookings.split': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({
      requestId,
      bookingId: rowId,
      /** Of the booking as the agent saw it. */
      version: z.int().min(1),
      /** Seated passengers; infants go with the lap that they sit on. */
      passengers: z.array(passengerNumber).min(1).max(PARTY_MAX),
      contact,
    }),
    output: bookingView,
    refusals: [
      'BOOKING_NUMBERS_GONE',
      'BOOKING_UNKNOWN',
      'CHILD_ALONE',
      'MINOR_ALONE',
      'CONTACT_MISSING',
      'CONTACT_INVALID',
      'REQUESTED_BY_MISSING',
      'BOOKING_NOT_CONFIRMED',
      'BOOKING_FLOWN',
      'CHANGE_REFUSED',
      'OFFER_OUTDATED',
    ],
  }),
  /** Takes the newest quote: money first, then the change in one step. A tender that fails leaves the booking as it was. */
  'bookings.change': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({
      requestId,
      bookingId: rowId,
      offerId: rowId,
      /** None where nothing is to be paid. */
      tenders: z.array(tender).max(8),
      slipsCompared: z.boolean().optional(),
    }),
    output: bookingView,
    refusals: [
      ...WHY_NOT_CHANGED,
      ...WHY_NOT_PAID,
      'PAYMENT_STOPPED',
      'BOOKING_NOT_CONFIRMED',
      'BOOKING_FLOWN',
      'CHANGE_REFUSED',
      'OFFER_UNKNOWN',
      'OFFER_OTHER',
      'OFFER_REPLACED',
      'OFFER_OUTDATED',
      'OFFER_EXPIRED',
      'CHANGE_UNPAID',
    ],
  }),
};
