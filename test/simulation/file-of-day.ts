import type { Draft } from './action.ts';
import type { Model, ModelFlight } from './model/model.ts';
import type { FiledFlight } from './world.ts';

/** A file of one day that has one flight otherwise, or (null) not at all, and leaves all others as they are. */
export function fileOfDay(model: Model, { id, day }: ModelFlight, otherwise: Partial<FiledFlight> | null): Draft {
  const sameDay = [...model.flights.values()].filter((one) => one.day === day && one.carrier === 'SA' && !one.cancelled);
  const flights = sameDay.flatMap(({ number, origin, destination, departs, arrives, fare, equipment, ...flight }) => {
    const as = { number, origin, destination, day, departs, arrives, fare, equipment };
    if (flight.id !== id) return [as];
    return otherwise ? [{ ...as, ...otherwise }] : [];
  });
  return { do: 'stage', flights, fromDay: day, toDay: day };
}
