import type { Draft } from './action.ts';
import type { Model, ModelFlight } from './model/model.ts';

/** A file of one day that gives one flight another aircraft and leaves all others as they are. */
export function fileOfDay(model: Model, { id, day }: ModelFlight, equipment: string): Draft {
  const sameDay = [...model.flights.values()].filter((one) => one.day === day && one.carrier === 'SA' && !one.cancelled);
  const flights = sameDay.map(({ number, origin, destination, departs, arrives, fare, ...flight }) => ({
    ...{ number, origin, destination, day, departs, arrives, fare },
    equipment: flight.id === id ? equipment : flight.equipment,
  }));
  return { do: 'stage', flights, fromDay: day, toDay: day };
}
