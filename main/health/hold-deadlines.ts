import { effectOnBooking } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { holdStep } from './hold-step.ts';

/** Holds whose deadlines are known at once. More than that are never live in a usual station. */
const HOLDS_MAX = 200_000;

/**
 * Knows the deadlines of holds, because the event that ends one does not tell it any more. Of holds that were placed before the hub started it
 * hears when their deadline moves, or never.
 */
export class HoldDeadlines {
  readonly #deadlines = new Map<number, number>();

  /** How late the clock ended the hold of each event, in milliseconds; undefined where it ended none, or the deadline is not known. */
  follow(events: readonly JournalEvent[]): readonly (number | undefined)[] {
    return events.map((event) => this.#follow(event));
  }

  #follow({ type, at, data }: JournalEvent): number | undefined {
    const effect = effectOnBooking(type);
    if (!effect || !('bookingId' in data) || !('expiresAt' in data)) return undefined;
    const { bookingId, expiresAt } = data;
    if (expiresAt !== null && effect.deadline !== 'none') {
      if (this.#deadlines.size < HOLDS_MAX || this.#deadlines.has(bookingId)) this.#deadlines.set(bookingId, expiresAt);
      return undefined;
    }
    const step = holdStep(type);
    if (step === undefined || step === 'placed') return undefined;
    const deadline = this.#deadlines.get(bookingId);
    this.#deadlines.delete(bookingId);
    return step === 'expired' && deadline !== undefined ? Math.max(0, at - deadline) : undefined;
  }
}
