import type { AnyCommandName } from '../commands/registry.ts';
import type { QueuedCommand } from './messages.ts';

/** Commands of a booking that is often not in memory, and that come in large numbers: when a flight is cancelled, all of its passengers do. */
const TRUSTS_BOOKING: ReadonlySet<string> = new Set<AnyCommandName>(['bookings.cancelQuote', 'bookings.cancel']);

/** The numbers of the bookings that these commands of a batch trust. */
export const bookingsTrusted = (commands: readonly QueuedCommand[]): number[] =>
  commands.flatMap(({ name, body }) => (TRUSTS_BOOKING.has(name) ? (JSON.parse(body) as { readonly bookingId: number }).bookingId : []));
