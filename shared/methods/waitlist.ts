import { z } from 'zod';
import { PARTY_MAX, REASON_MAX, WAITLIST_FLIGHTS_MAX } from '../bounds.ts';
import { PHONE_MAX } from '../contact.ts';
import { amountMinor, instantMs, method, personText, requestId, rowId, seatText } from '../method.ts';
import { bookingClassCode } from '../pricing/booking-class.ts';
import { reasonText, saysWhy } from '../reason.ts';
import { cabinSchema } from '../seat-map.ts';
import { holdPassenger } from './holds.ts';

/** In the order of a list: the last comes first. Stored and told as 0, 1 and 2. */
export const WAIT_PRIORITIES = ['normal', 'high', 'supervisor'] as const;
export type WaitPriority = (typeof WAIT_PRIORITIES)[number];

/** waiting, seats offered, sold, ended without seats, taken off by the desk. */
export const WAIT_STATES = ['WAITING', 'OFFERED', 'CLEARED', 'UNABLE', 'DROPPED'] as const;
export type WaitState = (typeof WAIT_STATES)[number];

/** What came of a call: the party was reached, calls back, or did not answer. */
export const CALL_ENDS = ['reached', 'calls back', 'no answer'] as const;
export type CallEnd = (typeof CALL_ENDS)[number];

/** The codes of the trade. */
export const WAIT_STATUS: Readonly<Record<WaitState, string>> = {
  WAITING: 'HL',
  OFFERED: 'HL',
  CLEARED: 'KL',
  UNABLE: 'UC',
  DROPPED: 'HX',
};

/** How it ended: paid, the party said no, the offer lapsed, a card was not taken, all flights have left, the desk took it off. */
export const WAIT_ENDS = ['paid', 'no', 'lapsed', 'unpaid', 'left', 'dropped'] as const;
export type WaitEnd = (typeof WAIT_ENDS)[number];

/** The first reason why a party is not served. Fares in minor units, per adult. */
export const waitReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('offered') }),
  z.strictObject({ kind: z.literal('cancelled') }),
  /** Nothing is offered any more so near to departure. */
  z.strictObject({ kind: z.literal('ended'), at: instantMs }),
  z.strictObject({ kind: z.literal('no-seat') }),
  z.strictObject({ kind: z.literal('too-few'), party: z.int(), free: z.int() }),
  /** There are enough seats, and none that may be given to such a party without being asked for: exit rows and seats that cost extra. */
  z.strictObject({ kind: z.literal('no-fit') }),
  /** The booking class that it waits for cannot sell so many seats now. `left`: how many it can; null: the policy has no such class any more. */
  z.strictObject({ kind: z.literal('class'), code: z.string(), left: z.int().nullable(), byHand: z.boolean(), party: z.int() }),
  z.strictObject({ kind: z.literal('fare'), fare: z.int(), limit: z.int() }),
  /** Its turn has come, and the list is looked at in a moment, or when somebody asks it to be. */
  z.strictObject({ kind: z.literal('fits') }),
]);
export type WaitReason = z.infer<typeof waitReason>;

const waitFlight = z.strictObject({
  flightId: rowId,
  flight: z.string(),
  origin: z.string(),
  destination: z.string(),
  originZone: z.string(),
  departsAt: instantMs,
});

const waitOffer = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  flightId: rowId,
  seats: z.array(seatText),
  offeredAt: instantMs,
  until: instantMs,
  /** Minor units: what the party is to pay. */
  total: z.int(),
  /** When it said that it takes them; null until then. */
  answeredAt: instantMs.nullable(),
});

/** A party on a list. */
export const waitEntry = z.strictObject({
  entryId: rowId,
  state: z.enum(WAIT_STATES),
  status: z.string(),
  name: z.string(),
  phone: z.string(),
  party: z.array(holdPassenger),
  flights: z.array(waitFlight),
  cabin: cabinSchema,
  /** The letter of the booking class that it waits for; null: any. */
  bookingClass: z.string().nullable(),
  fareLimit: z.int().nullable(),
  currency: z.string(),
  priority: z.enum(WAIT_PRIORITIES),
  reason: z.string(),
  desk: z.string(),
  user: z.string(),
  joinedAt: instantMs,
  why: waitReason,
  offer: waitOffer.nullable(),
  /** Of parties that joined this route's lists at such a place, how many percent got seats; null: too few are known. */
  chance: z.int().nullable(),
  /** How long those that got seats had waited, the middle one, in ms; null: too few are known. */
  waitMs: z.int().nullable(),
});
export type WaitEntry = z.infer<typeof waitEntry>;

const waitStep = z.strictObject({
  entryId: rowId,
  at: instantMs,
  kind: z.enum(['joined', 'moved', 'offered', 'told', 'answered', 'ended']),
  name: z.string(),
  /** Seats that were offered or sold; a reason; a priority; how it was told. */
  text: z.string(),
  why: z.enum(WAIT_ENDS).nullable(),
  user: z.string(),
  desk: z.string(),
});
export type WaitStep = z.infer<typeof waitStep>;

const waitList = waitFlight.extend({
  cabin: cabinSchema,
  parties: z.int(),
  passengers: z.int(),
  /** Seats that could be offered now. */
  free: z.int(),
  longestSince: instantMs,
  /** The party whose turn is next, and why it is not served; null when all have offers. */
  next: z.strictObject({ name: z.string(), count: z.int(), why: waitReason }).nullable(),
  /** The offer that ends next. */
  offer: z.strictObject({ name: z.string(), count: z.int(), offeredAt: instantMs, until: instantMs }).nullable(),
});
export type WaitList = z.infer<typeof waitList>;

const clearedEntry = z.strictObject({
  entryId: rowId,
  at: instantMs,
  name: z.string(),
  flight: z.string(),
  cabin: cabinSchema,
  status: z.string(),
  seats: z.array(seatText),
  why: z.enum(WAIT_ENDS),
});

const priority = z.enum(WAIT_PRIORITIES);
const SAYS_WHY = 'says why';
const ENTRY_OUT = z.strictObject({ entryId: rowId, state: z.enum(WAIT_STATES), hold: rowId.nullable() });

export const waitlistMethods = {
  /** Takes a party onto the list of a cabin. If seats are free that fit and nobody before it can use them, they are held for it at once: `hold`. */
  'waitlist.join': method({
    kind: 'command',
    access: 'agent',
    input: z
      .strictObject({
        requestId,
        /** Any of them will do. */
        flights: z.array(rowId).min(1).max(WAITLIST_FLIGHTS_MAX),
        cabin: cabinSchema,
        /** It is offered seats only while this booking class of the cabin is open for all of it; left out: any class. */
        bookingClass: bookingClassCode.optional(),
        passengers: z.array(holdPassenger).min(1).max(PARTY_MAX),
        name: personText(80).pipe(z.string().min(1, 'is missing')),
        phone: personText(PHONE_MAX),
        /** Per adult, in minor units of the flights' currency; null: any fare. */
        fareLimit: amountMinor.nullable(),
        priority: priority.default('normal'),
        /** Why it does not wait in the normal order. */
        reason: personText(REASON_MAX).default(''),
      })
      .refine(({ flights }) => new Set(flights).size === flights.length, { path: ['flights'], message: 'names a flight twice' })
      .refine(({ priority, reason }) => priority === 'normal' || saysWhy(reason), { path: ['reason'], message: SAYS_WHY }),
    output: ENTRY_OUT.extend({ ahead: z.int() }),
    refusals: [
      'ROLE_REQUIRED',
      'INFANT_ALONE',
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'CABIN_UNKNOWN',
      'CURRENCIES_DIFFER',
      'CLASS_UNKNOWN',
      'WAITLIST_TOO_LARGE',
      'WAITLIST_CLOSED',
      'CONTACT_INVALID',
    ],
  }),
  /** Takes a waiting party off its lists. One with an offer says no to it instead. */
  'waitlist.drop': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, entryId: rowId }),
    output: ENTRY_OUT,
    refusals: ['WAITLIST_UNKNOWN', 'WAITLIST_OVER', 'WAITLIST_OFFERED'],
  }),
  /** Gives a waiting party another priority. */
  'waitlist.move': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      entryId: rowId,
      priority,
      reason: reasonText,
    }),
    output: ENTRY_OUT,
    refusals: ['WAITLIST_UNKNOWN', 'WAITLIST_OVER', 'WAITLIST_OFFERED'],
  }),
  /** What a party says to its offer. After a yes its hold is paid like any other. With a no the seats go to the next that fits, in the same step. */
  'waitlist.answer': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, entryId: rowId, answer: z.enum(['yes', 'no']) }),
    output: ENTRY_OUT,
    refusals: [
      'WAITLIST_UNKNOWN',
      'WAITLIST_OVER',
      'WAITLIST_NO_OFFER',
      'BOOKING_UNKNOWN',
      'HOLD_OF_OTHER_DESK',
      'HOLD_EXPIRED',
      'HOLD_ENDED',
      'PAYMENT_UNDER_WAY',
    ],
  }),
  /** Tells a party of its offer once more, by the channels that reach it, or writes down what came of a call. */
  'waitlist.tell': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, entryId: rowId, by: z.enum(['message', ...CALL_ENDS]) }),
    output: ENTRY_OUT,
    refusals: ['WAITLIST_UNKNOWN', 'WAITLIST_OVER', 'WAITLIST_NO_OFFER', 'WAITLIST_UNREACHABLE'],
  }),
  /** Offers what is free to the first that fits, as is done by itself when seats come free. */
  'waitlist.offer': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, flightId: rowId, cabin: cabinSchema }),
    output: z.strictObject({ offered: z.array(rowId) }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN'],
  }),
  /** All lists of flights that have not left, the first to leave first, and who was cleared or ended within a day. */
  'waitlist.flights': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      lists: z.array(waitList),
      /** On all lists together: a party that waits for several flights counts once. */
      parties: z.int(),
      passengers: z.int(),
      ended: z.array(clearedEntry),
      offerMinutes: z.int(),
    }),
    refusals: [],
  }),
  /** One list in its order, with the first reason why each party is not served, and what happened on it, newest first. */
  'waitlist.of': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightId: rowId, cabin: cabinSchema }),
    output: waitFlight.extend({
      cabin: cabinSchema,
      seats: z.int(),
      held: z.int(),
      sold: z.int(),
      free: z.int(),
      /** What an adult pays now, in minor units. */
      fare: z.int(),
      currency: z.string(),
      offersEnd: instantMs,
      entries: z.array(waitEntry),
      history: z.array(waitStep),
    }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN'],
  }),
};
