import { z } from 'zod';
import { amountMinor, dateText, instantMs, method, requestId, rowId, seatText } from '../method.ts';
import { reasonText } from '../reason.ts';
import { cabinSchema } from '../seat-map.ts';
import { compensationKind } from './compensation.ts';
import { oversaleChange } from './oversale-changes.ts';

/** asked, gave the seat up, said no, changed his mind before the seat went on. */
export const VOLUNTEER_STATES = ['ASKED', 'TOOK', 'NO', 'WITHDRAWN'] as const;
export type VolunteerState = (typeof VOLUNTEER_STATES)[number];

export const LETTER_KINDS = ['volunteer', 'denied'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Why nobody can say what is owed to a passenger who is denied boarding. */
export const UNKNOWN_RULES = ['no-rule', 'before-rows', 'small-aircraft', 'carrier', 'distance', 'currency', 'no-fare'] as const;
export type UnknownRule = (typeof UNKNOWN_RULES)[number];

const whose = z.strictObject({ bookingId: rowId, locator: z.string(), passenger: z.int().min(1), name: z.string() });

/** Another flight between the same airports. Minor units of its own currency. */
const wayOn = z.strictObject({
  flightId: rowId,
  flight: z.string(),
  departsAt: instantMs,
  arrivesAt: instantMs,
  /** Milliseconds later than planned; below 0 it arrives earlier. */
  lateMs: z.int(),
  free: z.int(),
  /** Of the carrier of the flight that is oversold: a seat on it is not bought. */
  own: z.boolean(),
  fare: z.int(),
  currency: z.string(),
});
export type WayOn = z.infer<typeof wayOn>;

/** Minor units. `percent`: of the fare, null where the amount does not depend on it. */
const owed = z.union([
  z.strictObject({
    known: z.literal(true),
    amount: z.int(),
    currency: z.string(),
    percent: z.int().nullable(),
    capped: z.boolean(),
    halved: z.boolean(),
  }),
  z.strictObject({ known: z.literal(false), why: z.enum(UNKNOWN_RULES) }),
]);
export type OwedView = z.infer<typeof owed>;

/** The rule that the flight is under. Amounts in minor units of its currency. */
const rule = z.union([
  z.strictObject({
    ...{ regime: z.literal('US'), since: dateText, currency: z.string(), low: z.int(), high: z.int(), highHours: z.int() },
  }),
  z.strictObject({ regime: z.literal('EU'), since: dateText, currency: z.string(), amount: z.int(), halfHours: z.int() }),
]);
export type RuleView = z.infer<typeof rule>;

/** Who could be asked, in the order in which they are: ends the journey here, travels alone, lower fare, booked last. */
const candidate = whose.extend({
  seat: seatText,
  fare: z.int(),
  /** Passengers with a seat on the booking. */
  party: z.int(),
  connects: z.boolean(),
});
export type Candidate = z.infer<typeof candidate>;

const volunteer = whose.extend({
  volunteerId: rowId,
  state: z.enum(VOLUNTEER_STATES),
  seat: seatText,
  /** The voucher that was offered. */
  amount: z.int(),
  currency: z.string(),
  way: z.strictObject({ flightId: rowId, flight: z.string(), date: dateText, departsAt: instantMs, arrivesAt: instantMs, lateMs: z.int() }),
  askedAt: instantMs,
  answeredAt: instantMs.nullable(),
  /** What the seat on a flight of another carrier costs, in minor units of that flight's currency. */
  ...{ rebooked: z.int(), rebookedCurrency: z.string() },
  /** The number of the voucher, once it is issued. */
  voucher: z.string().nullable(),
  voucherUntil: instantMs.nullable(),
  /** When the letter was printed last. */
  printedAt: instantMs.nullable(),
});
export type Volunteer = z.infer<typeof volunteer>;

/** A passenger who was sold above the seats, and what is owed by each way on, and without one, if boarding is denied. */
const unseated = whose.extend({
  /** Of this flight, in minor units of the flight's currency, and on to the destination or first stopover. */
  fare: z.int(),
  fareToStop: z.int(),
  party: z.int(),
  connects: z.boolean(),
  soldAt: instantMs,
  /** What left the passenger without a seat: sold above the seats, or another aircraft that has not the seat. */
  cause: z.enum(['sold', 'aircraft']),
  owed: z.array(z.strictObject({ wayId: rowId.nullable(), owed })),
});
export type Unseated = z.infer<typeof unseated>;

const denial = whose.extend({
  ...{ denialId: rowId, deniedAt: instantMs, author: z.string(), reason: z.string() },
  way: z.strictObject({ flight: z.string(), departsAt: instantMs, arrivesAt: instantMs, lateMs: z.int() }).nullable(),
  ...{ fare: z.int(), fareCurrency: z.string(), percent: z.int().nullable() },
  ...{ rebooked: z.int(), rebookedCurrency: z.string() },
  /** Null where no rule is known. */
  ...{ owed: z.int().nullable(), owedCurrency: z.string().nullable() },
  /** Paid by voucher, or in cash at a desk; null before. */
  paid: z.strictObject({ kind: compensationKind, at: instantMs, desk: z.string() }).nullable(),
  ...{ voucher: z.string().nullable(), voucherUntil: instantMs.nullable(), printedAt: instantMs.nullable() },
});
export type Denial = z.infer<typeof denial>;

const expectedShows = z.strictObject({
  /** Of a thousand who are sold a seat, how many the pricing room takes to turn up: nobody counts them yet. */
  showPerMille: z.int(),
  mean: z.number(),
  /** 95 of 100 flights are between these. */
  low: z.int(),
  high: z.int(),
  turnedAway: z.number(),
  risk: z.number(),
});

/** Why a passenger is not moved to another flight as things stand, in the order of the list of refusals. */
const WHY_NOT_MOVED = [
  'BOOKING_NUMBERS_GONE',
  'FLIGHT_UNKNOWN',
  'FLIGHT_CANCELLED',
  'FLIGHT_DEPARTED',
  'CABIN_UNKNOWN',
  'CONNECTION_INVALID',
  'SEAT_SOLD',
  'CABIN_FULL',
  'TOO_HEAVY',
  'OVERSALE_NONE',
  'WAY_REFUSED',
  'VOLUNTEER_UNKNOWN',
  'VOLUNTEER_ANSWERED',
  'VOLUNTEER_UNSEATED',
  'DENIAL_SEATS_FREE',
  'VOLUNTEERS_FIRST',
  'DENIAL_SEATED',
  'BOOKING_UNKNOWN',
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
  'BOOKING_NOT_CONFIRMED',
  'BOOKING_FLOWN',
  'CHANGE_REFUSED',
  'OFFER_OUTDATED',
] as const;

const VOLUNTEER_OUT = z.strictObject({ volunteerId: rowId, state: z.enum(VOLUNTEER_STATES), bookingId: rowId });

export const volunteerMethods = {
  /** All that the oversale screen tells of a cabin, beside who has no seat. */
  'oversale.room': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightId: rowId, cabin: cabinSchema }),
    output: z.strictObject({
      ...{ flightId: rowId, flight: z.string(), carrier: z.string(), origin: z.string(), destination: z.string() },
      ...{ originZone: z.string(), destinationZone: z.string(), departsAt: instantMs, arrivesAt: instantMs, at: instantMs },
      ...{ cabin: cabinSchema, currency: z.string(), authorised: z.int(), held: z.int(), sold: z.int() },
      /** Of the seats, where that was decided. */
      percent: z.int().nullable(),
      /** Seats of the cabin, those that can be used, and those of them that nobody has. */
      ...{ seats: z.int(), usable: z.int(), free: z.int() },
      /** How many are held or sold without a seat. */
      unseated: z.int(),
      /** Those of them who are sold, in the order of their bookings. */
      without: z.array(unseated),
      /** The cabins whose oversale can be opened: also one that another aircraft took away, while it has passengers. */
      cabins: z.array(z.strictObject({ cabin: cabinSchema, unseated: z.int() })),
      /** The newest first. */
      changes: z.array(oversaleChange),
      denied: z.array(denial),
      expected: expectedShows,
      volunteers: z.array(volunteer),
      /** The first of those who could be asked. */
      candidates: z.array(candidate),
      /** By arrival. */
      ways: z.array(wayOn),
      rule: z.union([rule, z.strictObject({ regime: z.null(), why: z.enum(UNKNOWN_RULES) })]),
    }),
    refusals: ['FLIGHT_UNKNOWN', 'CABIN_UNKNOWN'],
  }),
  /** Asks a passenger to give the seat up for a voucher and a seat on another flight. Nothing moves yet. */
  'oversale.ask': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      flightId: rowId,
      cabin: cabinSchema,
      bookingId: rowId,
      passenger: z.int().min(1),
      /** Minor units of the flight's currency. */
      amount: amountMinor,
      wayId: rowId,
    }),
    output: VOLUNTEER_OUT,
    refusals: [
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'CABIN_UNKNOWN',
      'OVERSALE_NONE',
      'WAY_REFUSED',
      'VOLUNTEER_UNSEATED',
      'VOLUNTEER_ASKED',
      'BOOKING_UNKNOWN',
      'BOOKING_NOT_CONFIRMED',
      'BOOKING_FLOWN',
    ],
  }),
  /**
   * What a passenger says who was asked. After a yes, in one step: the passenger has a seat on the other flight at the fare that was paid, the
   * voucher is issued, and the seat goes to the first without one. Out of a party the passenger goes into a booking of its own.
   */
  'oversale.answer': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, volunteerId: rowId, answer: z.enum(['took', 'no', 'withdrawn']) }),
    output: VOLUNTEER_OUT,
    refusals: WHY_NOT_MOVED.filter((code) => !code.startsWith('DENIAL') && code !== 'VOLUNTEERS_FIRST'),
  }),
  /**
   * Denies boarding to a passenger without a seat, in one step with a seat on the other flight. Where none is offered the fare goes back whole.
   * `voucher`: the passenger takes what is owed as a voucher instead of cash.
   */
  'oversale.deny': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      flightId: rowId,
      cabin: cabinSchema,
      bookingId: rowId,
      passenger: z.int().min(1),
      wayId: rowId.nullable(),
      voucher: z.boolean(),
      reason: reasonText,
    }),
    output: z.strictObject({ denialId: rowId, bookingId: rowId, owed }),
    refusals: WHY_NOT_MOVED,
  }),
  /** The letter of a volunteer, or of a passenger who was denied boarding, was printed. */
  'oversale.printed': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, kind: z.enum(LETTER_KINDS), id: rowId }),
    output: z.strictObject({ kind: z.enum(LETTER_KINDS), id: rowId, printedAt: instantMs }),
    refusals: ['LETTER_UNKNOWN'],
  }),
};
