import type { Model, ModelFlight } from './model/model.ts';

const FLIGHTS_AT_ONCE = 7;

/** The flights that leave next. */
export function openFlights(model: Model, now: number): ModelFlight[] {
  const open = [...model.flights.values()].filter(({ departs, cancelled }) => departs > now && !cancelled);
  return open.sort((a, b) => a.departs - b.departs).slice(0, FLIGHTS_AT_ONCE);
}
