import { type BookingJson, replyHead, wholeReply } from '../store/booking-json.ts';
import type { NewReply, StoredReply } from '../store/tables/replies-table.ts';
import type { Fault, QueuedCommand } from './messages.ts';

/** The replies, events and faults of a batch so far. Nobody hears of them before the commit. */
export class BatchSoFar {
  readonly replies: string[] = [];
  readonly events: string[] = [];
  readonly faults: Fault[] = [];
  readonly #toKeep: NewReply[] = [];
  /** The replies to the request ids of this batch, from before it or from within it. */
  readonly answered: Map<string, StoredReply>;

  constructor(answered: Map<string, StoredReply>) {
    this.answered = answered;
  }

  keep({ requestId, bodyHash, now }: QueuedCommand, text: string): void {
    if (requestId === null) return;
    const known = { requestId, bodyHash, bookingId: null, bookingVersion: null };
    this.#toKeep.push({ ...known, reply: text, at: now });
    this.answered.set(requestId, { ...known, text });
  }

  /** Keeps a reply that tells of a booking, and returns it whole. Its party and legs are not stored again: they are in the booking's row. */
  keepBooking({ requestId, bodyHash, now }: QueuedCommand, booking: BookingJson): string {
    const reply = replyHead(booking);
    const text = wholeReply(reply, booking);
    if (requestId === null) return text;
    const known = { requestId, bodyHash, bookingId: booking.id, bookingVersion: booking.version };
    this.#toKeep.push({ ...known, reply, at: now });
    this.answered.set(requestId, { ...known, text });
    return text;
  }

  /**
   * The replies that are to be stored. When the clock is set back within the batch, those before it are dated back to that moment, as the
   * command does with the replies that are stored already. Otherwise they would be kept for as long as the clock stood ahead.
   */
  toStore(): readonly NewReply[] {
    let latest = Number.POSITIVE_INFINITY;
    return this.#toKeep
      .toReversed()
      .map((reply) => {
        if (reply.at > latest) return { ...reply, at: latest };
        latest = reply.at;
        return reply;
      })
      .reverse();
  }
}

export const numbersOf = (commands: readonly QueuedCommand[]): string[] => commands.flatMap(({ requestId }) => requestId ?? []);
