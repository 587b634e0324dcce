import type { BookingEventType, EventType, JournalEvent } from './events.ts';
import type { BookingState } from './methods/booking-view.ts';

// What each event means, in one table. Screens, checks and jobs derive what they do from it, so that they cannot disagree. A new
// event type needs one entry here, and does not compile without it.

/**
 * What becomes of the seats that the event names.
 * none: it names no seats. hold: taken from sale for a hold. keep: they stay with their hold. sell: they stay with the booking, which
 * is sold now; a payment that came after the hold had expired takes them from sale again. release: the hold gives them back to sale.
 * cancel: a sold booking gives them back to sale. give: a sold booking gives these back to sale and stays. change: a sold booking has these
 * and no others from now on. pass: they stay taken, for another booking.
 */
export type SeatEffect = 'none' | 'hold' | 'keep' | 'sell' | 'release' | 'cancel' | 'give' | 'change' | 'pass';

/**
 * What becomes of the deadline of the hold. The event tells the new one. grace: a payment is under way, and the hold lasts at least as long
 * as its grace. another-tender: a payment ended without a sale, and the hold goes on. A booking that is no hold has no deadline, so events that
 * end a hold have 'none'.
 */
export type DeadlineEffect = 'none' | 'sets' | 'extends' | 'grace' | 'another-tender';

/**
 * What the amount of the event is.
 * price: of the whole hold. asked: put to the terminal. paid: by all tenders. offered: as a refund. refunded: booked as refunded to
 * the tenders. returned: has gone back to a card. due: has not yet.
 */
export type AmountMeaning = 'none' | 'price' | 'asked' | 'paid' | 'offered' | 'refunded' | 'due' | 'returned';

export interface StateStep {
  /** The states in which the event moves the booking on. In any other the booking stays as it is. Null: the booking begins here. */
  readonly from: readonly BookingState[] | null;
  readonly to: BookingState;
}

export interface BookingEffect {
  readonly subject: 'booking';
  /** What the event tells above all, for lists of events. */
  readonly tellsOf: 'seats' | 'money' | 'message';
  /** Null: the state stays, whatever it is. */
  readonly state: StateStep | null;
  readonly seats: SeatEffect;
  readonly deadline: DeadlineEffect;
  readonly amount: AmountMeaning;
  /** Whether a job that gives money back may be due after it. */
  readonly moneyMayBeDue: boolean;
}

export interface UserEffect {
  readonly subject: 'user';
  /** Whether it changes what the list of users shows. */
  readonly changesList: boolean;
}

export interface OtherEffect {
  readonly subject:
    | 'flight'
    | 'cabin'
    | 'waitlist'
    | 'pricing'
    | 'refund'
    | 'voucher'
    | 'shift'
    | 'schedule'
    | 'setting'
    | 'clock'
    | 'store';
}

type EffectOf<Type extends EventType> = Type extends BookingEventType
  ? BookingEffect
  : Type extends `user.${string}`
    ? UserEffect
    : OtherEffect;

export const EVENT_EFFECTS = {
  'hold.placed': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: null, to: 'HOLD' },
    seats: 'hold',
    deadline: 'sets',
    amount: 'price',
    moneyMayBeDue: false,
  },
  'hold.extended': {
    subject: 'booking',
    tellsOf: 'seats',
    state: null,
    seats: 'keep',
    deadline: 'extends',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'hold.released': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: ['HOLD'], to: 'RELEASED' },
    seats: 'release',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'hold.expired': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: ['HOLD'], to: 'EXPIRED' },
    seats: 'release',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'payment.begun': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'keep',
    deadline: 'grace',
    amount: 'asked',
    moneyMayBeDue: false,
  },
  // The next card of the same payment is asked.
  'payment.renewed': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'keep',
    deadline: 'sets',
    amount: 'none',
    moneyMayBeDue: false,
  },
  // Charges that were approved stand taken until the hold is sold or ends.
  'payment.tenderFailed': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'keep',
    deadline: 'another-tender',
    amount: 'none',
    moneyMayBeDue: false,
  },
  // In stores of earlier versions a payment may fail after its hold has ended. Then the event names no seats, because others may have them
  // already, and the state stays. An event of its own tells what was charged.
  'payment.failed': {
    subject: 'booking',
    tellsOf: 'money',
    state: { from: ['HOLD'], to: 'PAYMENT_FAILED' },
    seats: 'release',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'payment.reversalDue': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'due',
    moneyMayBeDue: true,
  },
  'payment.reversed': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'returned',
    moneyMayBeDue: false,
  },
  'payment.refunded': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'returned',
    moneyMayBeDue: false,
  },
  'payment.stuck': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'due',
    moneyMayBeDue: false,
  },
  'payment.triedAgain': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'due',
    moneyMayBeDue: true,
  },
  'booking.confirmed': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: ['HOLD', 'EXPIRED'], to: 'CONFIRMED' },
    seats: 'sell',
    deadline: 'none',
    amount: 'paid',
    moneyMayBeDue: false,
  },
  'receipt.printed': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'booking.quoted': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'offered',
    moneyMayBeDue: false,
  },
  'booking.changeQuoted': {
    subject: 'booking',
    tellsOf: 'money',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'offered',
    moneyMayBeDue: false,
  },
  'booking.cancelled': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: ['CONFIRMED'], to: 'CANCELLED' },
    seats: 'cancel',
    deadline: 'none',
    amount: 'refunded',
    moneyMayBeDue: true,
  },
  'booking.seatsGiven': {
    subject: 'booking',
    tellsOf: 'seats',
    state: null,
    seats: 'give',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'hold.protected': {
    subject: 'booking',
    tellsOf: 'seats',
    state: null,
    seats: 'keep',
    deadline: 'sets',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'hold.merged': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: ['HOLD'], to: 'MERGED' },
    seats: 'pass',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'booking.changed': {
    subject: 'booking',
    tellsOf: 'seats',
    state: null,
    seats: 'change',
    deadline: 'none',
    amount: 'refunded',
    moneyMayBeDue: true,
  },
  'booking.split': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: null, to: 'CONFIRMED' },
    seats: 'sell',
    deadline: 'none',
    amount: 'price',
    moneyMayBeDue: false,
  },
  'booking.divided': {
    subject: 'booking',
    tellsOf: 'seats',
    state: null,
    seats: 'change',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'booking.saleUndone': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: ['CONFIRMED'], to: 'CANCELLED' },
    seats: 'cancel',
    deadline: 'none',
    amount: 'refunded',
    moneyMayBeDue: true,
  },
  'booking.cancelUndone': {
    subject: 'booking',
    tellsOf: 'seats',
    state: { from: ['CANCELLED'], to: 'CONFIRMED' },
    seats: 'sell',
    deadline: 'none',
    amount: 'refunded',
    moneyMayBeDue: false,
  },
  'booking.changeUndone': {
    subject: 'booking',
    tellsOf: 'seats',
    state: null,
    seats: 'change',
    deadline: 'none',
    amount: 'refunded',
    moneyMayBeDue: true,
  },
  'waitlist.joined': { subject: 'waitlist' },
  'waitlist.moved': { subject: 'waitlist' },
  'waitlist.offered': { subject: 'waitlist' },
  'waitlist.answered': { subject: 'waitlist' },
  'waitlist.cleared': { subject: 'waitlist' },
  'waitlist.ended': { subject: 'waitlist' },
  'message.sent': {
    subject: 'booking',
    tellsOf: 'message',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'message.stuck': {
    subject: 'booking',
    tellsOf: 'message',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'message.sentAgain': {
    subject: 'booking',
    tellsOf: 'message',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'message.wished': {
    subject: 'booking',
    tellsOf: 'message',
    state: null,
    seats: 'none',
    deadline: 'none',
    amount: 'none',
    moneyMayBeDue: false,
  },
  'flight.strategy': { subject: 'flight' },
  'policy.published': { subject: 'pricing' },
  'class.overridden': { subject: 'pricing' },
  'refund.policyAdded': { subject: 'refund' },
  'competitor.read': { subject: 'pricing' },
  'policy.turned': { subject: 'pricing' },
  'cabin.authorised': { subject: 'cabin' },
  'voucher.issued': { subject: 'voucher' },
  'shift.opened': { subject: 'shift' },
  'shift.moved': { subject: 'shift' },
  'shift.counted': { subject: 'shift' },
  'shift.closed': { subject: 'shift' },
  'schedule.applied': { subject: 'schedule' },
  'user.created': { subject: 'user', changesList: true },
  'user.changed': { subject: 'user', changesList: true },
  'user.signedIn': { subject: 'user', changesList: false },
  'user.refused': { subject: 'user', changesList: true },
  'setting.changed': { subject: 'setting' },
  'clock.confirmed': { subject: 'clock' },
  'clock.set': { subject: 'clock' },
  'store.restored': { subject: 'store' },
} as const satisfies { readonly [Type in EventType]: EffectOf<Type> };

export type Subject = (typeof EVENT_EFFECTS)[EventType]['subject'];
type TypeAbout<About extends Subject> = {
  [Type in EventType]: (typeof EVENT_EFFECTS)[Type]['subject'] extends About ? Type : never;
}[EventType];
export type EventAbout<About extends Subject> = Extract<JournalEvent, { type: TypeAbout<About> }>;

/** Whether an event is about such a thing; its data is then known. */
export const isAbout = <About extends Subject>(event: JournalEvent, subject: About): event is EventAbout<About> =>
  EVENT_EFFECTS[event.type].subject === subject;

/** What an event of a booking's life means. */
export const bookingEffect = (type: BookingEventType): BookingEffect => EVENT_EFFECTS[type];

export const isOfBooking = (type: EventType): type is BookingEventType => EVENT_EFFECTS[type].subject === 'booking';

/** What any event means to bookings; undefined when it is about something else. */
export const effectOnBooking = (type: EventType): BookingEffect | undefined => (isOfBooking(type) ? bookingEffect(type) : undefined);
