import type { WaitEntry } from '../../shared/methods/waitlist.ts';
import type { OneList } from './waitlist-store.ts';

/**
 * Who is offered the seats of a party after its no. Undefined where the list alone does not tell: nobody of the size waits, or the next one waits for
 * more than seats, or the seats are on another flight.
 */
export function nextInLine(
  { flightId, entries }: Pick<OneList, 'flightId' | 'entries'>,
  { offer, party }: WaitEntry,
): WaitEntry | undefined {
  if (offer?.flightId !== flightId) return undefined;
  const next = entries.find(({ state, party: other }) => state === 'WAITING' && other.length <= party.length);
  return next?.fareLimit === null && next.bookingClass === null ? next : undefined;
}
