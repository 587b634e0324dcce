import type { AnyCommandName } from '../commands/registry.ts';
import type { QueuedCommand } from './messages.ts';

/** Commands of a booking that is often not in memory, and that come in large numbers: when a flight is cancelled, all of its passengers do. */
const TRUSTS_BOOKING: ReadonlySet<string> = new Set<AnyCommandName>(['bookings.cancelQuote', 'bookings.cancel']);

/** The numbers of the bookings that these commands of a batch trust. `cancelled`: those of which a command tells the names. */
export function bookingsTrusted(commands: readonly QueuedCommand[]): {
  readonly all: readonly number[];
  readonly cancelled: readonly number[];
} {
  const all: number[] = [];
  const cancelled: number[] = [];
  for (const { name, body } of commands) {
    if (!TRUSTS_BOOKING.has(name)) continue;
    const { bookingId } = JSON.parse(body) as { readonly bookingId: number };
    all.push(bookingId);
    if (name === 'bookings.cancel') cancelled.push(bookingId);
  }
  return { all, cancelled };
}
