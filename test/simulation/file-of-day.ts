import type { Draft } from './action.ts';
import type { Model, ModelFlight } from './model/model.ts';
import type { FiledFlight } from './world.ts';

/** A file of one day that gives one flight another aircraft or another time and leaves all others as they are. */
export function fileOfDay(
  model: Model,
  { id, day }: ModelFlight,
  otherwise: Partial<Pick<FiledFlight, 'equipment' | 'departs' | 'arrives'>>,
): Draft {
  const sameDay = [...model.flights.values()].filter((one) => one.day === day && one.carrier === 'SA' && !one.cancelled);
  const flights = sameDay.map(({ number, origin, destination, departs, arrives, fare, ...flight }) => ({
    ...{ number, origin, destination, day, departs, arrives, fare },
    equipment: flight.equipment,
    ...(flight.id === id ? otherwise : {}),
  }));
  return { do: 'stage', flights, fromDay: day, toDay: day };
}
