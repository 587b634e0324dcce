import type { Input, ReplyOf } from '../../shared/contract.ts';
import type { BookingState, BookingView } from '../../shared/methods/booking-view.ts';

export type SaleMethod =
  | 'holds.place'
  | 'holds.extend'
  | 'holds.release'
  | 'bookings.confirm'
  | 'bookings.cancelQuote'
  | 'bookings.cancel'
  | 'bookings.changeQuote'
  | 'bookings.change';

/** One command as a desk sent it, and its answer once it came. */
export interface Sent<Name extends SaleMethod = SaleMethod> {
  readonly method: Name;
  readonly input: Input<Name>;
  /** Where its agent sits; another desk would not be let near it. */
  readonly console: number;
  reply?: ReplyOf<Name>;
  /** Sent again after a kill, because no answer had come. */
  resent: boolean;
}

export interface HeardEvent {
  readonly event: number;
  readonly at: number;
  readonly type: string;
  readonly user: string;
  readonly desk: string;
  readonly data: unknown;
}

/** What must be true of a booking, by the last answer that its desk was given. */
export interface Promised {
  readonly state: BookingState;
  readonly view: BookingView;
}

/** All that the desks of one store sent and heard. What stands here was acknowledged, so no crash may take it back. */
export class Ledger {
  readonly sent: Sent[] = [];
  readonly heard = new Map<number, HeardEvent>();
  readonly bookings = new Map<number, Promised>();
  /** What was wrong at once, without looking into the store. */
  readonly problems: string[] = [];
  /** How often the hub was stopped in order while its desks sold. */
  stops = 0;
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** A request number that was never used on this store. */
  nextRequest(): string {
    return `${this.#prefix}-${this.sent.length.toString().padStart(6, '0')}`;
  }

  hear(event: HeardEvent): void {
    const before = this.heard.get(event.event);
    if (before && JSON.stringify(before) !== JSON.stringify(event)) this.problems.push(`event ${event.event} was told in two ways`);
    this.heard.set(event.event, event);
  }

  get unanswered(): Sent[] {
    return this.sent.filter(({ reply }) => reply === undefined);
  }
}
