import type { BookingEffect, OtherEffect, UserEffect } from './event-effect.ts';
import type { BookingEventType, EventType, JournalEvent } from './events.ts';

// What each event means, in one table. Screens, checks and jobs derive what they do from it, so that they cannot disagree. A new
// event type needs one entry here, and does not compile without it.

type EffectOf<Type extends EventType> = Type extends BookingEventType
  ? BookingEffect
  : Type extends `user.${string}`
    ? UserEffect
    : OtherEffect;

/** An event of a booking tells of its seats and changes nothing of it, unless its entry says so. */
const BOOKING = {
  subject: 'booking',
  tellsOf: 'seats',
  state: null,
  seats: 'none',
  deadline: 'none',
  amount: 'none',
  moneyMayBeDue: false,
} as const;

export const EVENT_EFFECTS = {
  'hold.placed': { ...BOOKING, state: { from: null, to: 'HOLD' }, seats: 'hold', deadline: 'sets', amount: 'price' },
  'hold.extended': { ...BOOKING, seats: 'keep', deadline: 'extends' },
  'hold.payLater': { ...BOOKING, seats: 'keep', deadline: 'sets' },
  'hold.shortened': { ...BOOKING, seats: 'keep', deadline: 'sets' },
  'hold.takenOver': { ...BOOKING, seats: 'keep', deadline: 'sets' },
  'hold.released': { ...BOOKING, state: { from: ['HOLD'], to: 'RELEASED' }, seats: 'release' },
  'hold.expired': { ...BOOKING, state: { from: ['HOLD'], to: 'EXPIRED' }, seats: 'release' },
  'payment.begun': { ...BOOKING, tellsOf: 'money', seats: 'keep', deadline: 'grace', amount: 'asked' },
  // The next card of the same payment is asked.
  'payment.renewed': { ...BOOKING, tellsOf: 'money', seats: 'keep', deadline: 'sets' },
  // Charges that were approved stand taken until the hold is sold or ends.
  'payment.tenderFailed': { ...BOOKING, tellsOf: 'money', seats: 'keep', deadline: 'another-tender' },
  // In stores of earlier versions a payment may fail after its hold has ended. Then the event names no seats, because others may have them
  // already, and the state stays. An event of its own tells what was charged.
  'payment.failed': { ...BOOKING, tellsOf: 'money', state: { from: ['HOLD'], to: 'PAYMENT_FAILED' }, seats: 'release' },
  'payment.reversalDue': { ...BOOKING, tellsOf: 'money', amount: 'due', moneyMayBeDue: true },
  'payment.reversed': { ...BOOKING, tellsOf: 'money', amount: 'returned' },
  'payment.refunded': { ...BOOKING, tellsOf: 'money', amount: 'returned' },
  'payment.stuck': { ...BOOKING, tellsOf: 'money', amount: 'due' },
  'payment.triedAgain': { ...BOOKING, tellsOf: 'money', amount: 'due', moneyMayBeDue: true },
  'booking.confirmed': { ...BOOKING, state: { from: ['HOLD', 'EXPIRED'], to: 'CONFIRMED' }, seats: 'sell', amount: 'paid' },
  'receipt.printed': { ...BOOKING, tellsOf: 'money' },
  'booking.quoted': { ...BOOKING, tellsOf: 'money', amount: 'offered' },
  'booking.changeQuoted': { ...BOOKING, tellsOf: 'money', amount: 'offered' },
  'booking.cancelled': {
    ...BOOKING,
    state: { from: ['CONFIRMED'], to: 'CANCELLED' },
    seats: 'cancel',
    amount: 'refunded',
    moneyMayBeDue: true,
  },
  'booking.seatsGiven': { ...BOOKING, seats: 'give' },
  'hold.protected': { ...BOOKING, seats: 'keep', deadline: 'sets' },
  'hold.merged': { ...BOOKING, state: { from: ['HOLD'], to: 'MERGED' }, seats: 'pass' },
  'booking.changed': { ...BOOKING, seats: 'change', amount: 'refunded', moneyMayBeDue: true },
  'booking.seated': { ...BOOKING, seats: 'change' },
  // The deadline stays as it was.
  'hold.seated': { ...BOOKING, seats: 'change', deadline: 'sets' },
  'booking.unseated': { ...BOOKING, seats: 'change' },
  'hold.unseated': { ...BOOKING, seats: 'change', deadline: 'sets' },
  'booking.missed': { ...BOOKING, seats: 'change' },
  'booking.split': { ...BOOKING, state: { from: null, to: 'CONFIRMED' }, seats: 'sell', amount: 'price' },
  'booking.divided': { ...BOOKING, seats: 'change' },
  'booking.saleUndone': {
    ...BOOKING,
    state: { from: ['CONFIRMED'], to: 'CANCELLED' },
    seats: 'cancel',
    amount: 'refunded',
    moneyMayBeDue: true,
  },
  'booking.cancelUndone': { ...BOOKING, state: { from: ['CANCELLED'], to: 'CONFIRMED' }, seats: 'sell', amount: 'refunded' },
  'booking.flightsChanged': BOOKING,
  'way.kept': { ...BOOKING, state: { from: null, to: 'HOLD' }, seats: 'hold', deadline: 'sets', amount: 'price' },
  'way.lapsed': { ...BOOKING, state: { from: ['HOLD'], to: 'EXPIRED' }, seats: 'release' },
  'booking.reaccommodated': { ...BOOKING, seats: 'change', amount: 'refunded', moneyMayBeDue: true },
  'booking.changeUndone': { ...BOOKING, seats: 'change', amount: 'refunded', moneyMayBeDue: true },
  'customer.kept': { subject: 'customer' },
  'customer.changed': { subject: 'customer' },
  'customer.erased': { subject: 'customer' },
  'waitlist.joined': { subject: 'waitlist' },
  'waitlist.moved': { subject: 'waitlist' },
  'waitlist.offered': { subject: 'waitlist' },
  'waitlist.answered': { subject: 'waitlist' },
  'waitlist.cleared': { subject: 'waitlist' },
  'waitlist.ended': { subject: 'waitlist' },
  'volunteer.asked': { subject: 'oversale' },
  'volunteer.took': { subject: 'oversale' },
  'volunteer.declined': { subject: 'oversale' },
  'volunteer.withdrew': { subject: 'oversale' },
  'boarding.denied': { subject: 'oversale' },
  'compensation.paid': { subject: 'oversale' },
  'oversale.letterPrinted': { subject: 'oversale' },
  'queue.moved': { subject: 'queue' },
  'message.sent': { ...BOOKING, tellsOf: 'message' },
  'message.stuck': { ...BOOKING, tellsOf: 'message' },
  'message.sentAgain': { ...BOOKING, tellsOf: 'message' },
  'message.wished': { ...BOOKING, tellsOf: 'message' },
  'offer.messagedAgain': { ...BOOKING, tellsOf: 'message' },
  'offer.called': { ...BOOKING, tellsOf: 'message' },
  'flight.strategy': { subject: 'flight' },
  'policy.published': { subject: 'pricing' },
  'class.overridden': { subject: 'pricing' },
  'refund.policyAdded': { subject: 'refund' },
  'competitor.read': { subject: 'pricing' },
  'policy.turned': { subject: 'pricing' },
  'cabin.authorised': { subject: 'cabin' },
  'seats.blocked': { subject: 'cabin' },
  'seats.unblocked': { subject: 'cabin' },
  'flashSale.opened': { subject: 'flashSale' },
  'flashSale.drawn': { subject: 'flashSale' },
  'flashSale.closed': { subject: 'flashSale' },
  'aircraft.set': { subject: 'aircraft' },
  'flight.assigned': { subject: 'aircraft' },
  'voucher.issued': { subject: 'voucher' },
  'account.set': { subject: 'account' },
  'account.paid': { subject: 'account' },
  'shift.opened': { subject: 'shift' },
  'shift.moved': { subject: 'shift' },
  'shift.counted': { subject: 'shift' },
  'shift.closed': { subject: 'shift' },
  'schedule.applied': { subject: 'schedule' },
  'fleet.saved': { subject: 'fleet' },
  // Flights change map, as by an import.
  'fleet.tookOver': { subject: 'schedule' },
  // Flights are shown by other zones and cities.
  'airport.set': { subject: 'schedule' },
  'desk.paired': { subject: 'desk' },
  'desk.renamed': { subject: 'desk' },
  'desk.allowed': { subject: 'desk' },
  'desk.revoked': { subject: 'desk' },
  'user.created': { subject: 'user', changesList: true },
  'user.changed': { subject: 'user', changesList: true },
  'user.signedIn': { subject: 'user', changesList: false },
  'user.refused': { subject: 'user', changesList: true },
  'setting.changed': { subject: 'setting' },
  'alarm.acknowledged': { subject: 'health' },
  'limit.set': { subject: 'health' },
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
