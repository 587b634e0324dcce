import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';

/** A leg of a file: the line on which it stands, and its dated flights. */
export interface ReadLeg {
  readonly line: number;
  readonly flights: Iterable<ScheduledFlight>;
}
