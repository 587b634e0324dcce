import { z } from 'zod';
import { PARTY_MAX } from '../bounds.ts';
import { EMAIL_MAX, PHONE_MAX } from '../contact.ts';
import { HOST_NAME_MAX } from '../host-form.ts';
import { dateText, instantMs, method, personText, placeCode, requestId, rowId } from '../method.ts';
import { NAME_PART_MAX, NAME_SOUGHT_MAX, PASSENGER_TYPES, titleSchema } from '../passengers.ts';
import { BOOKING_STATES, bookingView, historyEntry } from './booking-view.ts';
import { legNow } from './leg-now.ts';
import { messageWishes } from './messages.ts';
import { cancelOffer, refundWish } from './offers.ts';
import { supervisorYes } from './session.ts';
import { tender, WHY_NOT_PAID } from './tenders.ts';

export const hostPart = z
  .string()
  .max(HOST_NAME_MAX)
  .regex(/^[A-Z]+( [A-Z]+)*$/, 'is letters of A to Z');

export const passengerName = z.strictObject({
  type: z.enum(PASSENGER_TYPES),
  surname: personText(NAME_PART_MAX),
  given: personText(NAME_PART_MAX),
  /** Typed beside a spelling that has no host form by itself: another script, or too many letters. */
  host: z.strictObject({ surname: hostPart, given: hostPart }).optional(),
  title: titleSchema.or(z.literal('')),
  /** Needed for CHD, INF and INS. */
  birthDate: dateText.nullable().default(null),
  /** For INF: the place in this list of the adult who carries it. */
  with: z.int().min(0).max(PARTY_MAX).nullable().default(null),
});
export type PassengerName = z.infer<typeof passengerName>;

export const contact = z.strictObject({
  phone: personText(PHONE_MAX),
  email: personText(EMAIL_MAX),
  askedBy: personText(80),
  /** How the passengers wish to hear of the booking; left out: in English. */
  messages: messageWishes.optional(),
});

/** A sale of which no console has said that it heard how it ended. */
export const unheardSale = z.strictObject({
  booking: bookingView,
  /** When the console asked for it. */
  askedAt: instantMs,
  /** under-way: a card is being asked now. not-made: the booking says what became of the hold, and its draft has the names. */
  outcome: z.enum(['made', 'not-made', 'under-way']),
});

/** What time, jobs and the schedule say of a booking, and its row does not. */
const bookingNow = {
  /** When its last flight leaves, by the schedule of now: from then on it is FLOWN. Left out unless it is confirmed and no flight of it is cancelled. */
  flownAt: instantMs.optional(),
  /** Minor units that are to go back and have not gone back yet; left out where nothing is due. */
  refundDue: z.int().min(1).optional(),
  /** Each leg as it is scheduled now, in their order. Left out where the booking does not stand any more. */
  scheduled: z.array(legNow).optional(),
};

/** A sale of a desk, short. */
export const lastSale = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  state: z.enum(BOOKING_STATES),
  at: instantMs,
  user: z.string(),
  /** Host forms, in the order of the booking. */
  names: z.array(z.string()),
  currency: z.string(),
  total: z.int(),
  /** Cash that was to be given back to the customer. */
  change: z.int(),
  flownAt: bookingNow.flownAt,
});

export const foundBooking = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  state: z.enum(BOOKING_STATES),
  /** Host form of the first passenger, empty for a hold. */
  name: z.string(),
  passengers: z.int(),
  /** How many of them are unaccompanied minors (UMNR); left out where none is. */
  minors: z.int().optional(),
  flight: z.string(),
  origin: placeCode,
  destination: placeCode,
  originZone: z.string(),
  departsAt: instantMs,
  seats: z.array(z.string()),
  ...bookingNow,
  /** How much of what was paid went back; left out where nothing did. */
  refund: z.enum(['PART', 'WHOLE']).optional(),
});

/** The readings that one typed text has, at most. */
export const FIND_READINGS_MAX = 5;

/** `SMITH/J`: the whole surname, then the beginning of the given name. `SMI`: the beginning of a surname. `John Smith`: both, in either order. */
export const soughtName = z.strictObject({ by: z.literal('name'), name: personText(NAME_SOUGHT_MAX).pipe(z.string().min(2)) });
export const soughtContact = [
  /** The number, or its last digits, whatever stands between them. */
  z.strictObject({ by: z.literal('phone'), phone: personText(PHONE_MAX) }),
  /** The address, or its beginning. */
  z.strictObject({ by: z.literal('email'), email: personText(EMAIL_MAX) }),
] as const;

/** One reading of what was typed. */
export const bookingFind = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('locator'), locator: z.string().regex(/^[A-Za-z0-9]{6}$/) }),
  soughtName,
  /** All legs of the number on a local date; null: on the day of its next departure. */
  z.strictObject({
    by: z.literal('flight'),
    carrier: z.string().regex(/^[A-Z0-9]{2}$/),
    number: z.int().min(1).max(9999),
    date: dateText.nullable(),
  }),
  ...soughtContact,
]);
export type BookingFind = z.infer<typeof bookingFind>;

/** Bookings that are looked for by what became of them. */
export const FOUND_ONLY = ['FLOWN', 'REFUNDED_PART', 'REFUNDED_WHOLE', 'REFUND_DUE'] as const;
export type FoundOnly = (typeof FOUND_ONLY)[number];

export const bookingMethods = {
  /** Names, contact and money in one step; a card without approval code is put to the terminal while the hold is kept. */
  'bookings.confirm': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({
      requestId,
      bookingId: rowId,
      /** Seated passengers first, in the order of the hold; then infants. */
      passengers: z
        .array(passengerName)
        .min(1)
        .max(2 * PARTY_MAX),
      contact,
      tenders: z.array(tender).min(1).max(8),
      /** The agent has compared the slips: an approval code that has paid already stands on this one too. */
      slipsCompared: z.boolean().optional(),
      /** A supervisor's yes to unaccompanied minors. Without effect where there are none. */
      minors: supervisorYes.optional(),
      /**
       * Records of passengers, by their place in the list: one that filled it, or with null one that is to be kept because the passenger asks for it.
       * Whoever is kept already is not kept twice. No record stops a sale.
       */
      customers: z
        .array(z.strictObject({ place: z.int().min(0), customerId: rowId.nullable() }))
        .max(2 * PARTY_MAX)
        .optional(),
    }),
    output: bookingView,
    refusals: [
      'ROLE_REQUIRED',
      'SIGN_IN_REFUSED',
      'USER_LOCKED',
      'USER_INACTIVE',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'CONNECTION_INVALID',
      'SEAT_UNKNOWN',
      'SEAT_OTHER_CABIN',
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
      'CONTACT_MISSING',
      'CONTACT_INVALID',
      'REQUESTED_BY_MISSING',
      ...WHY_NOT_PAID,
      'PAYMENT_DECLINED',
      'PAYMENT_TIMED_OUT',
      'PAYMENT_GIVEN_UP',
      'PAYMENT_FAILED',
      'PAYMENT_STOPPED',
      'PAYMENT_TOO_LATE',
    ],
  }),
  /** Sales of the desk that asks whose outcome no console has heard, oldest first: to be shown before anything else. */
  'bookings.unheard': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ sales: z.array(unheardSale) }),
    refusals: [],
  }),
  /** The console of the desk has shown how the sale ended, made or not. Safe to repeat. */
  'bookings.heard': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId }),
    output: z.strictObject({ bookingId: rowId }),
    refusals: [],
  }),
  /** The receipt of a sale is about to be printed. The reply counts its prints: each after the first is a copy and says so. */
  'bookings.recordPrint': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId }),
    output: z.strictObject({ print: z.int().min(1) }),
    refusals: ['BOOKING_UNKNOWN', 'BOOKING_UNSOLD'],
  }),
  /** The last sales of the desk that asks, newest first, at most five. */
  'bookings.lastOfDesk': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ sales: z.array(lastSale) }),
    refusals: [],
  }),
  'bookings.get': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ bookingId: rowId }),
    output: z.strictObject({ booking: bookingView, history: z.array(historyEntry), version: z.int(), ...bookingNow }),
    refusals: ['BOOKING_UNKNOWN'],
  }),
  /**
   * Every booking that any reading fits: the one with the locator first, then newest first, at most 100. Nothing found is an empty list. `only`:
   * those of them of which this became; without any reading, the newest of which it did: of FLOWN those whose last flight left within 31 days.
   */
  'bookings.find': method({
    kind: 'query',
    access: 'agent',
    input: z
      .strictObject({ anyOf: z.array(bookingFind).max(FIND_READINGS_MAX), only: z.enum(FOUND_ONLY).optional() })
      .refine(({ anyOf, only }) => anyOf.length > 0 || only !== undefined, 'asks for nothing'),
    output: z.strictObject({
      bookings: z.array(foundBooking),
      /** How many were found and are not shown. */
      more: z.int(),
      /** False when there may be still more: nobody counted on. */
      counted: z.boolean(),
      /** Locators of bookings that a text with I, O, 0 or 1 may stand for: none is ever guessed. */
      misread: z.array(z.string()),
    }),
    refusals: [],
  }),
  'bookings.cancelQuote': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId, ...refundWish }),
    output: cancelOffer,
    refusals: ['ROLE_REQUIRED', 'BOOKING_UNKNOWN', 'BOOKING_NOT_CONFIRMED', 'BOOKING_FLOWN'],
  }),
  /** Confirms the newest quote: refund and seats in one step. */
  'bookings.cancel': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingId: rowId, offerId: rowId }),
    output: bookingView,
    refusals: [
      'BOOKING_UNKNOWN',
      'BOOKING_NOT_CONFIRMED',
      'BOOKING_FLOWN',
      'OFFER_UNKNOWN',
      'OFFER_OTHER',
      'OFFER_REPLACED',
      'OFFER_OUTDATED',
      'OFFER_EXPIRED',
    ],
  }),
};
