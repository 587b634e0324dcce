import type { BookingState } from './methods/booking-view.ts';

// What an event can mean: the kinds of entries of the table in event-effects.ts.

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
    | 'aircraft'
    | 'cabin'
    | 'flashSale'
    | 'customer'
    | 'waitlist'
    | 'oversale'
    | 'queue'
    | 'pricing'
    | 'refund'
    | 'voucher'
    | 'account'
    | 'shift'
    | 'schedule'
    | 'fleet'
    | 'desk'
    | 'setting'
    | 'health'
    | 'clock'
    | 'store';
}
