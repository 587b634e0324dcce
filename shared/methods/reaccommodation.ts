import { z } from 'zod';
import { WAYS_BOOKINGS_MAX, WAYS_MAX } from '../bounds.ts';
import { LEG_CHANGES } from '../leg-change.ts';
import { deskName, instantMs, method, placeCode, requestId, rowId, seatOrNone } from '../method.ts';
import { cabinSchema } from '../seat-map.ts';
import { MISSED_BY } from './booking-view.ts';

/** What the carrier did to bookings, the worst first, as LEG_CHANGES has it. `moved`: up to the limit, so that telling the passengers is all. */
export const CHANGE_GROUPS = ['cancelled', 'missed', 'connection', 'movedFar', 'seatGone', 'otherDestination', 'moved'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];
const group = z.enum(CHANGE_GROUPS);

/** A flight of a booking: as it was sold, and as the schedule has it now. */
const changedLeg = z.strictObject({
  segment: z.int().min(1),
  flightId: rowId,
  flight: z.string(),
  /** Of the way back of a return; left out for the way out. */
  back: z.literal(true).optional(),
  origin: placeCode,
  originZone: z.string(),
  cabin: cabinSchema,
  seats: z.array(seatOrNone),
  sold: z.strictObject({ destination: placeCode, destinationZone: z.string(), departsAt: instantMs, arrivesAt: instantMs }),
  now: z.strictObject({
    ...{ originZone: z.string(), destination: placeCode, destinationZone: z.string() },
    ...{ departsAt: instantMs, arrivesAt: instantMs, equipment: z.string() },
    /** As agents know it: HK as sold, TK moved, HX cancelled. */
    status: z.enum(['HK', 'TK', 'HX']),
  }),
  change: z.enum(LEG_CHANGES),
  movedMinutes: z.int(),
  /** Minor units that go back because a dearer kind of seat is gone, also where another seat was given. */
  moneyBack: z.int(),
  /** Minutes to change to the next flight of the same way, as sold and now, and the least that it takes; null where none follows within a day. */
  connection: z.strictObject({ sold: z.int(), now: z.int(), least: z.int() }).nullable(),
});

/** How the passengers are told. call: no message reaches them, so somebody must. */
const toldBy = z.enum(['email', 'sms', 'call']);

const changedBooking = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  /** Of the booking as it is listed. What is accepted names it. */
  version: z.int().min(1),
  group,
  /** Nothing is left to do: the passengers were told, have another way, or have cancelled. */
  done: z.boolean(),
  /** It was cancelled because of what the carrier did. */
  ended: z.boolean(),
  /** Of the first passenger, and how many more there are. */
  name: z.string(),
  more: z.int(),
  currency: z.string(),
  total: z.int(),
  legs: z.array(changedLeg),
  contact: z.strictObject({ by: toldBy, email: z.string(), phone: z.string(), language: z.string() }),
});
export type ChangedBooking = z.infer<typeof changedBooking>;

const wayLeg = z.strictObject({
  ...{
    flightId: rowId,
    flight: z.string(),
    origin: placeCode,
    destination: placeCode,
    originZone: z.string(),
    destinationZone: z.string(),
  },
  ...{ departsAt: instantMs, arrivesAt: instantMs, cabin: cabinSchema, seats: z.array(seatOrNone) },
  /** The booking has it already, as it was sold. */
  kept: z.boolean(),
});

/** Another way for a booking, with its seats kept for some minutes. */
const way = z.strictObject({
  /** What is accepted names it. */
  hold: rowId,
  expiresAt: instantMs,
  /** The segments that it comes instead of. */
  replaces: z.array(z.int().min(1)),
  /** All flights of the way as they would be, in their order. */
  legs: z.array(wayLeg),
  /** How much later than sold it arrives; below 0 earlier. */
  laterMs: z.int(),
  /** Where it leaves from, or arrives at, another airport of the same city. */
  otherAirports: z.array(z.strictObject({ sold: placeCode, now: placeCode })),
  /** Minor units that go back for chosen seats that are lost, where the carrier gives the way. Nothing is to be paid then. */
  back: z.int(),
  /**
   * What the way costs who missed a flight by their own fault, as the quote of the change would tell it; null where the carrier gives it. Minor units:
   * `total` above 0 is to be paid, below 0 goes back; `kept` is the part of it that is a fee, or is kept by the refund rule of a lower price.
   */
  cost: z.strictObject({ total: z.int(), kept: z.int() }).nullable(),
});
export type Way = z.infer<typeof way>;

/** kept: seats are kept. none: no flight takes the whole party. elsewhere: another desk keeps seats for it. byHand: an infant gets its seat on the way. settled: nothing is to be done. */
export const PROPOSAL_OUTCOMES = ['kept', 'none', 'elsewhere', 'byHand', 'settled'] as const;

const proposal = z.strictObject({
  bookingId: rowId,
  locator: z.string(),
  /** Of the booking that is proposed for. What is accepted names it. */
  version: z.int(),
  outcome: z.enum(PROPOSAL_OUTCOMES),
  /** Best first. */
  ways: z.array(way),
  /** elsewhere: the desk, and until when it keeps them. kept: until when. */
  desk: deskName.nullable(),
  until: instantMs.nullable(),
});
export type Proposal = z.infer<typeof proposal>;

/** What came of one booking of many. */
const outcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), bookingId: rowId, version: z.int() }),
  /** It was changed after it had been seen, by whom, when and how. It stays so. */
  z.strictObject({
    ...{ outcome: z.literal('conflict'), bookingId: rowId },
    ...{ at: instantMs, user: z.string(), desk: z.string(), text: z.string() },
  }),
  /** It stays as it was, and why. */
  z.strictObject({ outcome: z.literal('refused'), bookingId: rowId, code: z.string(), message: z.string() }),
]);
export type ReaccommodationOutcome = z.infer<typeof outcome>;

const bookingIds = z.array(rowId).min(1).max(WAYS_BOOKINGS_MAX);

export const reaccommodationMethods = {
  /**
   * Bookings whose flights to come the carrier changed since they were sold, by the worst that happened to each, and those of one group. What is to do
   * follows from bookings and flights: no row is kept of it.
   */
  'reaccommodation.list': method({
    kind: 'query',
    access: 'agent',
    /** null: the counts alone. */
    input: z.strictObject({ group: group.nullable() }),
    output: z.strictObject({
      /** All groups, in their order. */
      groups: z.array(z.strictObject({ group, todo: z.int(), done: z.int() })),
      /** The move that is too far, in minutes. */
      limitMinutes: z.int(),
      /** Those to do first, each part by the departure of the first flight that changed. At most 200. */
      bookings: z.array(changedBooking),
      /** How many more there are in the group. */
      more: z.int(),
      /** The newest event that this tells of. */
      version: z.int(),
    }),
    refusals: [],
  }),
  /** One sold booking as a list shows it, and the group that lists it; null where none does, because somebody lacks a seat that no schedule took. */
  'reaccommodation.of': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ bookingId: rowId }),
    output: z.strictObject({ group: group.nullable(), booking: changedBooking }),
    refusals: ['BOOKING_UNKNOWN', 'BOOKING_NOT_CONFIRMED'],
  }),
  /**
   * Finds ways on for bookings whose flights the carrier changed, and keeps their seats for three minutes at this desk: up to so many each. What the desk
   * kept for them before is given up. `by`: whose fault it is, the carrier's where it is left out. What passengers missed by their own fault is looked
   * at where the carrier owes the booking nothing: each way then tells what it costs, and is sold by a change of the booking to the flights of its hold.
   */
  'reaccommodation.propose': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ requestId, bookingIds, ways: z.int().min(1).max(WAYS_MAX), by: z.enum(MISSED_BY).optional() }),
    output: z.strictObject({ proposals: z.array(proposal) }),
    refusals: [],
  }),
  /** Keeps the ways on of bookings at this desk three minutes more, once. Tells which. */
  'reaccommodation.keep': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingIds }),
    output: z.strictObject({ kept: z.array(z.strictObject({ bookingId: rowId, hold: rowId, expiresAt: instantMs })) }),
    refusals: [],
  }),
  /** Gives up the ways on of bookings that this desk keeps. Tells for which. */
  'reaccommodation.release': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, bookingIds }),
    output: z.strictObject({ released: z.array(rowId) }),
    refusals: [],
  }),
  /**
   * Gives each of these bookings a way on, or its flights as they are scheduled now, and tells its passengers. Nothing is to be paid. Each is answered by
   * itself: one that cannot be done leaves the others as they are.
   */
  'reaccommodation.accept': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({
      requestId,
      items: z
        .array(
          z.strictObject({
            bookingId: rowId,
            /** As it was proposed or listed. */
            version: z.int().min(1),
            /** The way; null: its flights as they are scheduled now. */
            hold: rowId.nullable(),
          }),
        )
        .min(1)
        .max(WAYS_BOOKINGS_MAX),
    }),
    output: z.strictObject({ outcomes: z.array(outcome) }),
    refusals: [],
  }),
  /** Takes what was accepted back, within a minute and at the desk that did it: the old flights, seats and money. Each is answered by itself. */
  'reaccommodation.undo': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({
      requestId,
      items: z
        .array(z.strictObject({ bookingId: rowId, version: z.int().min(1) }))
        .min(1)
        .max(WAYS_BOOKINGS_MAX),
    }),
    output: z.strictObject({ outcomes: z.array(outcome) }),
    refusals: [],
  }),
};
