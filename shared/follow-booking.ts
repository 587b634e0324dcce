import { bookingEffect } from './event-effects.ts';
import type { BookingMoved } from './events/booking-moved.ts';
import type { BookingEventType, EventData, JournalEvent } from './events.ts';
import type { BookingState, BookingView } from './methods/booking-view.ts';

/** The fields of a booking that follow from its events. The others stay as they were, or come with the next query. */
export type FollowedBooking = Pick<
  BookingView,
  'state' | 'expiresAt' | 'payBy' | 'extended' | 'payingSince' | 'tenderFailedAt' | 'refunded' | 'sale'
>;

/** The state after an event. Undefined: there is still no booking. */
export function stateAfter(before: BookingState | undefined, type: BookingEventType): BookingState | undefined {
  const step = bookingEffect(type).state;
  if (!step) return before;
  if (step.from === null) return before ?? step.to;
  return before && step.from.includes(before) ? step.to : before;
}

/** Whether an event makes the next version of a booking that is in this state. */
export function changesBooking(before: BookingState | undefined, type: BookingEventType): boolean {
  const after = stateAfter(before, type);
  const { deadline, seats } = bookingEffect(type);
  return after !== before || (after === 'HOLD' && deadline !== 'none') || (after === 'CONFIRMED' && seats === 'change');
}

type BookingEventTold = Pick<JournalEvent, 'at' | 'user' | 'desk'> & {
  readonly type: BookingEventType;
  readonly data: Pick<BookingMoved, 'expiresAt' | 'amount'> &
    Partial<Pick<EventData<'booking.split'>, 'sale'> & Pick<EventData<'hold.payLater'>, 'payBy'>>;
};

/**
 * A booking after an event about it. Undefined: there is still no booking. An event that is older than the booking changes nothing, so a newer
 * answer stays right.
 */
export function followBooking(
  before: FollowedBooking | undefined,
  { type, at, user, desk, data }: BookingEventTold,
): FollowedBooking | undefined {
  const state = stateAfter(before?.state, type);
  if (!state) return undefined;
  const { deadline, amount, seats } = bookingEffect(type);
  const live = state === 'HOLD';
  const moved = state !== before?.state;
  const { expiresAt = null, extended = false, payingSince = null, tenderFailedAt = null, refunded = 0, sale = null } = before ?? {};
  const payBy = (live ? data.payBy : undefined) ?? before?.payBy;
  return {
    state,
    expiresAt: !live ? null : deadline === 'none' ? expiresAt : data.expiresAt,
    ...(payBy ? { payBy } : {}),
    extended: extended || (live && deadline === 'extends'),
    payingSince: !live || deadline === 'another-tender' ? null : deadline === 'grace' ? at : payingSince,
    tenderFailedAt: live && deadline === 'another-tender' ? at : tenderFailedAt,
    refunded: amount === 'refunded' && (moved || seats === 'change') ? refunded + data.amount : refunded,
    sale: moved && seats === 'sell' ? (data.sale ?? { at, user, desk }) : sale,
  };
}
