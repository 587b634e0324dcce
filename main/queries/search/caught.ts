import type { ConnectionTime } from '../../rules/connections.ts';
import type { LegFlights, Run } from './leg-flights.ts';

/** Those of a run of flights that passengers of an arriving one can change to, by their places in LegFlights. */
export const caught = (legs: LegFlights, arriving: number, flights: Run, { minimumMs, layoverMsMax }: ConnectionTime): Run => ({
  from: legs.firstFrom(flights, legs.arrives(arriving) + minimumMs),
  until: legs.firstFrom(flights, legs.arrives(arriving) + layoverMsMax + 1),
});
