import { z } from 'zod';
import { EVENT_TYPES } from '../events.ts';
import { seatFrom } from '../later-seat.ts';
import { LEG_CHANGES } from '../leg-change.ts';
import { dateText, deskName, instantMs, placeCode, rowId, seatOrNone } from '../method.ts';
import { PASSENGER_TYPES, SEATED_TYPES } from '../passengers.ts';
import { payBy } from '../pay-by.ts';
import { soldUnder } from '../refund-policy.ts';
import { cabinSchema } from '../seat-map.ts';
import { REFUND_ORDER } from '../tender-kinds.ts';
import { keptDraft } from './drafts.ts';

/** MERGED: a hold whose seats went into a booking that was changed. */
export const BOOKING_STATES = ['HOLD', 'CONFIRMED', 'EXPIRED', 'RELEASED', 'PAYMENT_FAILED', 'CANCELLED', 'MERGED'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];
export const SEGMENT_STATUSES = ['SS', 'HK', 'HX'] as const;
export type SegmentStatus = (typeof SEGMENT_STATUSES)[number];
/** The code that agents know, beside the word: what each passenger has on each leg unless the booking says otherwise. */
export const STATUS_CODES: Record<BookingState, SegmentStatus> = {
  HOLD: 'SS',
  CONFIRMED: 'HK',
  EXPIRED: 'HX',
  RELEASED: 'HX',
  PAYMENT_FAILED: 'HX',
  CANCELLED: 'HX',
  MERGED: 'HX',
};

/** By whose fault a flight was missed. */
export const MISSED_BY = ['carrier', 'passenger'] as const;
export type MissedBy = (typeof MISSED_BY)[number];

/** One line of "why this price": the lines of a trace add up to its total. */
export const traceLine = z.strictObject({ label: z.string(), detail: z.string(), amount: z.int() });
export type TraceLine = z.infer<typeof traceLine>;

/** Seats that may be sold, are held and are sold, before this one. */
const taken = z.tuple([z.int(), z.int(), z.int()]);

/** What a fare was worked out from, beside what the leg says. With the policy of that version it gives the same fare and trace again. */
export const pricedFrom = z.strictObject({
  policy: z.int().min(1),
  author: z.string(),
  /** Minor units that the schedule brought. */
  baseFare: z.int(),
  daysAhead: z.int(),
  cabin: taken,
  // Each of these is left out where the policy does not ask for it.
  /** Of all cabins together. */
  flight: taken.optional(),
  miles: z.int().optional(),
  competitor: z.strictObject({ fare: z.int(), ageHours: z.int() }).optional(),
  /** The code of a promotion. */
  promotion: z.string().optional(),
  /** Passengers with a seat who were sold together. */
  party: z.int().optional(),
  /** Letters of booking classes that a supervisor had closed or opened. */
  closed: z.array(z.string()).optional(),
  opened: z.array(z.string()).optional(),
  /** The cabin and the day that were priced, where the carrier has given a flight of another cabin or day at that price. */
  sold: z.strictObject({ cabin: cabinSchema, date: dateText }).optional(),
});
export type PricedFrom = z.infer<typeof pricedFrom>;

/**
 * A seat of a leg that does not cost what the others do, or that was added later. `at`: its place among the seats. `priced`: of an added one, what its
 * own fare was worked out from. `refund`: of an added one, its own refund policy; left out where it is that of the leg.
 */
export const otherFare = z.strictObject({
  at: z.int().min(0),
  fare: z.int(),
  trace: z.array(traceLine),
  priced: pricedFrom.optional(),
  refund: soldUnder.optional(),
});
export type OtherFare = z.infer<typeof otherFare>;

export const bookedLeg = z.strictObject({
  /** Counts from 1. A flight keeps its number within the booking, even when others are added or removed. */
  segment: z.int().min(1),
  flightId: rowId,
  flight: z.string(),
  origin: placeCode,
  destination: placeCode,
  originZone: z.string(),
  destinationZone: z.string(),
  date: dateText,
  departsAt: instantMs,
  arrivesAt: instantMs,
  equipment: z.string(),
  cabin: cabinSchema,
  /** Of the way back of a return; left out for the way out. */
  back: z.literal(true).optional(),
  /**
   * Of the passengers who sit there, in the order of the party: an infant whose seat begins later is not among them. Who has no seat yet has `open`
   * or `over` there.
   */
  seats: z.array(seatOrNone),
  /** Seats that another aircraft took away, `open` for one that was to be chosen; left out where none was. Who lost one has `over` until another is given. */
  lost: z.array(seatOrNone).optional(),
  /** For one seat, kept for the hold. */
  fare: z.int(),
  trace: z.array(traceLine),
  /** Seats that cost something else or were added later; left out where there are none. */
  others: z.array(otherFare).optional(),
  /** Infants on the lap who pay; `at`: the seat of who carries them. */
  laps: z.array(otherFare).optional(),
  /** Left out where the fare is older than policies. */
  priced: pricedFrom.optional(),
  /** The refund policy; left out for the first version of `standard`. */
  refund: soldUnder.optional(),
  /** Its passengers missed it, and by whose fault; left out for all others. */
  missed: z.enum(MISSED_BY).optional(),
  /** The carrier gave this flight, or its times, because of such a change: all of its price goes back, without a fee. Left out for what was sold. */
  given: z.enum(LEG_CHANGES).optional(),
});
export type BookedLeg = z.infer<typeof bookedLeg>;

export const bookedPassenger = z.strictObject({
  type: z.enum(PASSENGER_TYPES),
  /** Host form, `SMITH/JOHN MR`; empty while the hold has no names. */
  name: z.string(),
  /** As written in the passport. */
  surname: z.string(),
  given: z.string(),
  title: z.string(),
  birthDate: dateText.nullable(),
  /** For an infant on a lap: the passenger (counted from 0) who carries it. */
  with: z.int().nullable(),
  /** Travels as an unaccompanied minor (UMNR); left out for all others. */
  unaccompanied: z.boolean().optional(),
});

export const tenderTaken = z.strictObject({
  kind: z.enum(REFUND_ORDER),
  amount: z.int(),
  /** Cash: what was given, so that change = given - amount. */
  given: z.int().nullable(),
  approvalCode: z.string().nullable(),
  voucher: z.string().nullable(),
  /** The reference of a wallet, and the code of an account; left out for other tenders. */
  wallet: z.string().optional(),
  account: z.string().optional(),
  /** The charge at the desk's own terminal. */
  charge: z.string().nullable(),
  /** What has gone back to this tender. */
  refunded: z.int(),
  /** The new voucher that got the refund, because the voucher that paid was past its time. */
  refundVoucher: z.string().nullable(),
});

export const historyEntry = z.strictObject({
  event: z.int(),
  at: instantMs,
  /** Whether `at` was stamped by a time that stood ahead and was set right later. */
  ahead: z.boolean(),
  type: z.enum(EVENT_TYPES),
  text: z.string(),
  user: z.string(),
  desk: z.string(),
});

/** A hold or a booking, whole, as every screen shows it. */
export const bookingView = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  state: z.enum(BOOKING_STATES),
  desk: deskName,
  /** Who held the seats, by user name. */
  user: z.string(),
  /** Counts up from 1 with every change of the booking. */
  version: z.int().min(1),
  /** When, by whom and at which desk it was sold; null before. */
  sale: z.strictObject({ at: instantMs, user: z.string(), desk: deskName }).nullable(),
  /** The supervisor who said yes to unaccompanied minors (UMNR); left out where there are none. */
  minorsBy: z.string().optional(),
  createdAt: instantMs,
  /** The deadline of a hold; null once it is none any more. */
  expiresAt: instantMs.nullable(),
  /** Of a hold that is paid later; left out for all others. It stays when the hold has ended. */
  payBy: payBy.optional(),
  /** How long the hold runs in all, for "3:41 left of 5:00". */
  holdMs: z.int(),
  extended: z.boolean(),
  payingSince: instantMs.nullable(),
  /** When a tender of the hold failed last, after which the seats stayed for another one; null when none did. */
  tenderFailedAt: instantMs.nullable(),
  /**
   * Who sits on the seats of each leg, in their order; known before the names. `passenger` counts from 1 and stays that passenger's.
   * `seatFrom`: of an infant that has a seat from a later leg on.
   */
  party: z.array(
    z.strictObject({
      passenger: z.int().min(1),
      type: z.enum(SEATED_TYPES),
      infant: z.boolean(),
      assistance: z.boolean(),
      seatFrom: seatFrom.optional(),
    }),
  ),
  legs: z.array(bookedLeg),
  /** By leg and seat, in their order: the code that agents know (`HK`). */
  statuses: z.array(z.array(z.enum(SEGMENT_STATUSES))),
  passengers: z.array(bookedPassenger),
  contact: z.strictObject({ phone: z.string(), email: z.string(), askedBy: z.string() }).nullable(),
  currency: z.string(),
  total: z.int(),
  /** Of a hold: card charges that stand taken since another tender failed. */
  tenders: z.array(tenderTaken),
  refunded: z.int(),
  /**
   * Minor units that were paid, did not go back, and pay for no seat any more. What was paid, less what went back, is `total` and `fees`; of a
   * booking that was cancelled it is `fees` alone.
   */
  fees: z.int(),
  /**
   * What was typed for the sale of a hold. `holds.ofDesk`, `bookings.get` and `bookings.unheard` tell it, replies of commands do not. It stays for a
   * day after the hold has ended without a sale.
   */
  draft: keptDraft.nullable(),
});
export type BookingView = z.infer<typeof bookingView>;
