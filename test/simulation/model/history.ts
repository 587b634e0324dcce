import type { LegMeaning } from './leg-meaning.ts';
import type { ModelEvent } from './model-rows.ts';

/** What is told of a booking without changing it. */
const TELLS_ONLY: ReadonlySet<string> = new Set([
  ...['booking.quoted', 'booking.changeQuoted', 'payment.triedAgain', 'payment.refunded', 'payment.stuck'],
  ...['message.sent', 'message.stuck', 'message.sentAgain', 'message.wished'],
]);
/** What makes a booking another one that is sold or cancelled, or a hold that gets other seats. */
const CHANGED: ReadonlySet<string> = new Set([
  ...['booking.changed', 'booking.reaccommodated', 'booking.changeUndone', 'booking.seated', 'booking.unseated', 'booking.missed'],
  ...['booking.divided', 'booking.cancelled', 'booking.saleUndone', 'booking.cancelUndone', 'hold.seated', 'hold.unseated'],
]);

/** What the journal tells of bookings, by their numbers. */
export class ModelHistory {
  /** The newest entry that more than tells of it. */
  readonly lastSteps = new Map<number, { readonly type: string; readonly at: number; readonly desk: string }>();
  /** The number of the entry that changed it last, and of the newest one about it. */
  readonly changedBy = new Map<number, number>();
  readonly newestOf = new Map<number, number>();
  /** What its passengers were told last of each flight. */
  readonly toldOf = new Map<number, ReadonlyMap<number, LegMeaning['kind']>>();
  /** Bookings that lost a seat to another aircraft. */
  readonly unseatedOnce = new Set<number>();

  /** `before`: the number of the newest entry before these. */
  hear(events: readonly ModelEvent[], before: number, at: number, desk: string): void {
    for (const [place, [type, bookingId]] of events.entries()) {
      if (bookingId === null) continue;
      this.newestOf.set(bookingId, before + place + 1);
      if (CHANGED.has(type)) this.changedBy.set(bookingId, before + place + 1);
      if (!TELLS_ONLY.has(type)) this.lastSteps.set(bookingId, { type, at, desk });
    }
  }
}
