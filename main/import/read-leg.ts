import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';
import type { LegPattern } from './leg-pattern.ts';

/** A leg of a file and its dated flights, as they are sold where the airline has no map of its own. */
export interface ReadLeg {
  readonly pattern: LegPattern;
  readonly flights: Iterable<ScheduledFlight>;
  /** Numbers under which these flights are sold too; or, for a number without seats of its own, the flight that flies. */
  readonly codeshare?: { readonly told: 'operating' | 'marketing'; readonly others: readonly Designator[] };
}

export interface Designator {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
}
