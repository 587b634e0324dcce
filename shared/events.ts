import { z } from 'zod';
import { instantMs, rowId } from './method.ts';
import { backupRunning } from './methods/backups.ts';
import { clockState } from './methods/clock.ts';
import { compensationKind } from './methods/compensation.ts';
import { payBy } from './pay-by.ts';
import { QUEUE_STEPS, QUEUES } from './queues.ts';
import { refundTermsSaid } from './refund-policy.ts';
import { overriding } from './rule-overrides.ts';
import { BLOCK_ENDS, blockCode } from './seat-blocks.ts';
import { cabinSchema } from './seat-map.ts';

/** The counters of one cabin as they stand after an event, and the seats that it moved or kept. */
export const seatsMoved = z.strictObject({
  flightId: rowId,
  cabin: cabinSchema,
  seats: z.array(z.string()),
  authorised: z.int(),
  held: z.int(),
  sold: z.int(),
});
export type SeatsMoved = z.infer<typeof seatsMoved>;

/** What every event about a booking tells, so that any screen can follow it without asking the hub. No passenger data. */
const bookingMoved = z.strictObject({
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

/** A sold booking as a change leaves it. `legs` are all seats that it has now, and `amount` is what went back. */
const bookingChanged = bookingMoved.extend({
  /** Minor units, as are the others: the price of what it holds now. */
  price: z.int(),
  /** What was kept so far, without a seat for it. */
  fees: z.int(),
  /** What was paid with this change. */
  paid: z.int(),
});

/** A booking that begins with passengers of another one. `amount`: the price of what it holds. */
const bookingSplit = bookingMoved.extend({
  from: rowId,
  /** When and by whom its seats were sold. */
  sale: z.strictObject({ at: instantMs, user: z.string(), desk: z.string() }),
});

/** Passengers who have no seat any more, on a flight that got another aircraft. They stay sold or held. */
const unseated = bookingChanged.extend({ flightId: rowId, cabin: cabinSchema });

/** A booking whose cancellation was taken back. */
const bookingRestored = bookingMoved.extend({ price: z.int(), fees: z.int(), sale: bookingSplit.shape.sale });

/** Flights of a sold booking that an import moved or cancelled. Seats, price and money stay. */
const flightsChanged = bookingMoved.extend({
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
});

/** What happened to a party on a waitlist. No passenger data. */
const waitlistMoved = z.strictObject({
  entryId: rowId,
  /** Any of these flights would do. */
  flights: z.array(rowId),
  cabin: cabinSchema,
  /** The booking class that it waits for; left out for any. */
  bookingClass: z.string().optional(),
  passengers: z.int(),
  /** 0 normal, 1 high, 2 set by a supervisor. */
  priority: z.int(),
  /** The desk that took it and gets its offer. */
  desk: z.string(),
  /** The hold that was offered, on which of the flights; null before an offer. */
  hold: rowId.nullable(),
  flightId: rowId.nullable(),
  /** How it ended; empty until then. */
  why: z.string(),
});

/** A passenger who was asked to give a seat up. No passenger data. */
const volunteerMoved = z.strictObject({
  volunteerId: rowId,
  flightId: rowId,
  cabin: cabinSchema,
  /** After a yes of one of a party: the booking that this passenger got. */
  booking: rowId,
  /** The flight that is offered. */
  wayId: rowId,
  /** The voucher that is offered, in minor units. */
  amount: z.int(),
  currency: z.string(),
});
export type VolunteerMoved = z.infer<typeof volunteerMoved>;
/** Seats of a cabin that were blocked or freed, and its counters as they stand. */
const seatsBlocked = seatsMoved.extend({ code: blockCode });

const noSeats = z.strictObject({ subject: z.string(), before: z.string(), after: z.string() });

/** Every kind of event and its data. */
export const EVENT_DATA = {
  'hold.placed': bookingMoved.extend(overriding),
  'hold.extended': bookingMoved,
  /** It is paid later, until a date and hour. */
  'hold.payLater': bookingMoved.extend({ payBy }),
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
  'booking.quoted': bookingMoved,
  /** What a change would cost (above 0) or give back (below 0). */
  'booking.changeQuoted': bookingMoved,
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
  'booking.split': bookingSplit,
  /** Some passengers went into a booking of their own, which is told next. */
  'booking.divided': bookingChanged,
  /** Within a minute each of these took back whole what was done last. `amount`: what went back; below 0 what came again. */
  'booking.saleUndone': bookingMoved,
  'booking.cancelUndone': bookingRestored,
  'booking.changeUndone': bookingChanged,
  /** The schedule moved or cancelled flights of it. */
  'booking.flightsChanged': flightsChanged,

  /** A record of a passenger is kept. Like the next two, it tells nothing of whom. */
  'customer.kept': z.strictObject({ customerId: rowId }),
  'customer.changed': z.strictObject({ customerId: rowId, version: z.int() }),
  /** It is erased. `blanked`: numbers of the bookings that lost the passenger's contact and birth date. */
  'customer.erased': z.strictObject({ customerId: rowId, blanked: z.array(rowId) }),

  /** A party waits for seats of a cabin. */
  'waitlist.joined': waitlistMoved.extend(overriding),
  /** A supervisor gave it another priority. */
  'waitlist.moved': waitlistMoved,
  /** Its seats are held for it: the hold was told just before. */
  'waitlist.offered': waitlistMoved,
  /** It takes the seats that are offered, and is to pay next. */
  'waitlist.answered': waitlistMoved,
  /** The seats that were offered are sold. */
  'waitlist.cleared': waitlistMoved,
  /** It waits no more, without seats. */
  'waitlist.ended': waitlistMoved,

  /** A passenger was asked to give a seat up for a voucher and another flight. */
  'volunteer.asked': volunteerMoved,
  /** The seat is given up: the change of the booking was told just before, and the voucher too. */
  'volunteer.took': volunteerMoved,
  'volunteer.declined': volunteerMoved,
  /** The passenger wants to keep the seat after all, or is not needed any more. */
  'volunteer.withdrew': volunteerMoved,
  /** A passenger without a seat is left behind. What became of the booking was told just before. Owed: minor units, null where no rule is known. */
  'boarding.denied': z.strictObject({
    denialId: rowId,
    flightId: rowId,
    cabin: cabinSchema,
    booking: rowId,
    wayId: rowId.nullable(),
    owed: z.int().nullable(),
    currency: z.string().nullable(),
  }),
  /** What was owed to a passenger who was denied boarding is paid. */
  'compensation.paid': z.strictObject({
    ...{ denialId: rowId, kind: compensationKind, amount: z.int(), currency: z.string(), voucherId: rowId.nullable() },
  }),
  /** The letter of a volunteer, or of a passenger who was denied boarding. */
  'oversale.letterPrinted': z.strictObject({ kind: z.enum(['volunteer', 'denied']), id: rowId }),
  /** A message (the note says which) has gone out. */
  'message.sent': bookingMoved,
  /** A message is not tried any more until a supervisor asks for it. */
  'message.stuck': bookingMoved,
  /** A supervisor had a message sent again. */
  'message.sentAgain': bookingMoved,
  /** Language or opt-out of the booking were set. */
  'message.wished': bookingMoved,
  /** A desk did something with an item of a queue. What it noted is kept apart, because a person types it. */
  'queue.moved': z.strictObject({
    queue: z.enum(QUEUES),
    /** Number of the booking, job, message or party. */
    subject: rowId,
    since: instantMs,
    step: z.enum(QUEUE_STEPS),
    /** opened: when it is let go at the latest. later: when it comes back. */
    until: instantMs.nullable(),
    /** passed: to this desk. */
    forDesk: z.string(),
  }),
  /** A party was told of its offer once more: by message, or on the phone, with what came of it. */
  'offer.messagedAgain': bookingMoved,
  'offer.called': bookingMoved,
  /** Of stores that are older than policies. */
  'flight.strategy': z.strictObject({ flightId: rowId, before: z.string(), after: z.string() }),
  /** How many seats of a cabin may be sold, with its counters as they stand. The reason is kept apart, because a person types it. */
  'cabin.authorised': z.strictObject({
    flightId: rowId,
    cabin: cabinSchema,
    before: z.int(),
    /** Given where it was decided as a percentage of the seats. */
    percent: z.int().optional(),
    authorised: z.int(),
    held: z.int(),
    sold: z.int(),
  }),
  /** Seats were taken from sale. The remark is kept apart, because a person types it. `until`: when it ends by itself, or null. */
  'seats.blocked': seatsBlocked.extend({ until: instantMs.nullable() }),
  /** Blocks of seats ended. `free`: those of the seats that have no other block. `why`: freed, time, sold or aircraft. */
  'seats.unblocked': seatsBlocked.extend({ free: z.array(z.string()), why: z.enum(BLOCK_ENDS), ...overriding }),
  /** It tells neither the number of the voucher, which is as good as money, nor the reason. `forBooking`: the booking whose refund it is. */
  'voucher.issued': z.strictObject({
    voucherId: rowId,
    amount: z.int(),
    currency: z.string(),
    forBooking: rowId.nullable(),
    validUntil: instantMs,
  }),
  /** The account of an agency was opened or changed. Its name is kept apart, because a person types it. */
  'account.set': z.strictObject({ accountId: rowId, currency: z.string(), limit: z.int(), open: z.boolean() }),
  'account.paid': z.strictObject({ accountId: rowId, amount: z.int(), currency: z.string() }),
  /** A version was added. Empty texts and null say what its scope does not name. */
  'policy.published': z.strictObject({
    version: z.int(),
    scope: z.enum(['network', 'route', 'flight']),
    origin: z.string(),
    destination: z.string(),
    flightId: rowId.nullable(),
    validFrom: instantMs,
    validTo: instantMs.nullable(),
  }),
  /** A booking class was opened or closed by hand. Empty texts and null say what its scope does not name. */
  'class.overridden': z.strictObject({
    number: z.int(),
    scope: z.enum(['route', 'flight']),
    origin: z.string(),
    destination: z.string(),
    flightId: rowId.nullable(),
    from: z.string(),
    to: z.string(),
    cabin: cabinSchema,
    code: z.string(),
    decision: z.enum(['open', 'closed', 'policy']),
  }),
  /** A version of a refund policy was added. The reason is kept apart, because a person types it. */
  'refund.policyAdded': refundTermsSaid.extend({ name: z.string(), version: z.int() }),
  /** Competitors’ fares of so many flights were set. */
  'competitor.read': z.strictObject({ fares: z.int() }),
  /** The time came at which a policy begins or ends. */
  'policy.turned': z.strictObject({ turn: instantMs }),
  /** The drawer of a desk begins to be counted for. What lies in it, in minor units. */
  'shift.opened': z.strictObject({ shiftId: rowId, floats: z.array(z.strictObject({ currency: z.string(), amount: z.int() })) }),
  /** Cash moved without a sale. The slip or reason is kept apart, because a person types it. */
  'shift.moved': z.strictObject({ shiftId: rowId, kind: z.enum(['safe', 'in', 'out']), currency: z.string(), amount: z.int() }),
  'shift.counted': z.strictObject({
    shiftId: rowId,
    number: z.int(),
    counted: z.array(z.strictObject({ currency: z.string(), amount: z.int() })),
  }),
  /** `z`: the number of the close, without gaps per desk. `shiftDesk`: of the shift, which a supervisor may close elsewhere. */
  'shift.closed': z.strictObject({
    shiftId: rowId,
    shiftDesk: z.string(),
    z: z.int(),
    cash: z.array(z.strictObject({ currency: z.string(), expected: z.int(), counted: z.int() })),
  }),
  'schedule.applied': z.strictObject({ name: z.string(), added: z.int(), changed: z.int(), dropped: z.int() }),
  'user.created': noSeats,
  'user.changed': noSeats,
  'user.signedIn': noSeats,
  'user.refused': noSeats,
  'setting.changed': noSeats,
  /** Somebody confirmed the computer's clock. Up to this entry time was `before`; from it on time is `after`. */
  'clock.confirmed': z.strictObject({ before: instantMs, after: instantMs }),
  /** A supervisor set back a time that stood ahead: `after` is earlier than `before`. Only at this entry does the journal's time go back. */
  'clock.set': z.strictObject({ before: instantMs, after: instantMs }),
  /** The first entry after a restore. The numbers between the entry before and this one were given by the store that was replaced. */
  'store.restored': z.strictObject({
    ...{ file: z.string(), madeAt: instantMs, replaced: z.string() },
    /** By desk the last Z that the replaced store gave after the backup. They are on paper, and are not given again. */
    zsLeftOut: z.record(z.string(), z.int()).optional(),
  }),
} as const;
export type EventType = keyof typeof EVENT_DATA;
export const EVENT_TYPES = Object.keys(EVENT_DATA) as [EventType, ...EventType[]];
export type EventData<Type extends EventType> = z.infer<(typeof EVENT_DATA)[Type]>;
export type WaitlistMoved = z.infer<typeof waitlistMoved>;
export type BookingMoved = z.infer<typeof bookingMoved>;
/** The events of a booking's life. */
export type BookingEventType = { [Type in EventType]: EventData<Type> extends BookingMoved ? Type : never }[EventType];

/** One entry of the journal: gap-free numbers, in the order of commits. */
export type JournalEvent = {
  [Type in EventType]: {
    readonly event: number;
    readonly at: number;
    readonly type: Type;
    readonly user: string;
    readonly desk: string;
    readonly data: EventData<Type>;
  };
}[EventType];

export const eventSchema = z.strictObject({
  event: z.int(),
  at: instantMs,
  type: z.enum(EVENT_TYPES),
  user: z.string(),
  /** The desk where it was done; `-` for what Aisle did by itself. */
  desk: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** Messages of the hub to its consoles that are not in the journal. They have no number and are not kept. */
export const noticeSchema = z.discriminatedUnion('type', [
  /** The first message on every connection. `event` is the newest number; a console that knows less asks for the rest. */
  z.strictObject({
    notice: z.literal(true),
    type: z.literal('hello'),
    version: z.string(),
    protocol: z.int(),
    now: instantMs,
    event: z.int(),
  }),
  z.strictObject({
    notice: z.literal(true),
    type: z.literal('schedule.progress'),
    stage: z.enum(['reading', 'comparing', 'applying']),
    /** 0 to 1. */
    done: z.number(),
    records: z.int(),
  }),
  z.strictObject({ notice: z.literal(true), type: z.literal('session.locked') }),
  z.strictObject({ notice: z.literal(true), type: z.literal('session.ended') }),
  /** How far a backup or restore has come; null: it has ended, and `backups.status` tells how. */
  z.strictObject({ notice: z.literal(true), type: z.literal('backup.progress'), running: backupRunning.nullable() }),
  /** The what-if of the desk has come further, or has ended: `whatIf.status` tells how far. Told to the console that looks at it alone. */
  z.strictObject({ notice: z.literal(true), type: z.literal('whatIf.changed') }),
  /** The receipt of a policy was written, or sales were added to a score: `pricing.receipt` and `pricing.score` tell them. */
  z.strictObject({ notice: z.literal(true), type: z.literal('pricing.outcome') }),
  /** A job was tried: `jobs.list` tells what came of it. */
  z.strictObject({ notice: z.literal(true), type: z.literal('jobs.changed') }),
  /** A message was tried: `messages.list` tells what came of it. */
  z.strictObject({ notice: z.literal(true), type: z.literal('messages.changed') }),
  /**
   * All that is wrong with the hub, in sentences; an empty problem: mended. `backups`: what can be done about it is found among them.
   */
  z.strictObject({ notice: z.literal(true), type: z.literal('hub.trouble'), problem: z.string(), backups: z.boolean() }),
  /** The hub's time did not just pass: it moved, or whether the computer's clock is believed has changed. */
  z.strictObject({ notice: z.literal(true), type: z.literal('hub.clock'), now: instantMs, clock: clockState }),
]);
export type Notice = z.infer<typeof noticeSchema>;
/** All that `Bridge.on` hears. */
export type Heard = JournalEvent | Notice;
