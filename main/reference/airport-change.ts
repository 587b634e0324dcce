import type { AirportFacts } from '../../shared/methods/airports.ts';

/** A change of a supervisor. It says all that is known of the airport, and holds from a day on, local to the airport, until a later change. */
export interface AirportChange extends AirportFacts {
  /** Changes are numbered from 1 on. Of two for the same day the one with the higher number counts. */
  readonly number: number;
  readonly code: string;
  /** In days since 1970. */
  readonly fromDay: number;
}
