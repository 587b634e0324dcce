import type { FlightSeats } from '../seats/seat-events.ts';
import type { Sale } from './sale.ts';

/** Why nobody sells these flights any more, in a sentence: all of them are sold or none. Undefined while they may be sold. */
export function goneWords({ legs }: Pick<Sale, 'legs'>, flights: Readonly<Record<number, FlightSeats>>): string | undefined {
  for (const { flightId } of legs) {
    const answer = flights[flightId]?.answer;
    if (answer?.flight.cancelled) return `${answer.flight.flight} is cancelled.`;
    if (answer?.departed) return `${answer.flight.flight} has departed.`;
  }
  return undefined;
}
