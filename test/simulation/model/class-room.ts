import type { Cabin } from '../../../shared/seat-map.ts';
import type { Model, ModelFlight } from './model.ts';
import { CLASS_CODES, CLASSES } from './policies.ts';

/** Whether a flight is sold in such a class now, open or not. */
export const sellsClass = (model: Model, flight: ModelFlight, cabin: Cabin, code: string, now: number): boolean =>
  cabin === 'Y' && model.policies.of(flight, now).name === CLASSES && CLASS_CODES.includes(code);

/** How many seats a class of a flight can sell now: all that the cabin has left, or none. */
export function classRoom(model: Model, flight: ModelFlight, cabin: Cabin, code: string, now: number): number {
  const { closed, opened } = model.overrides.of(flight);
  if (!sellsClass(model, flight, cabin, code, now) || closed.includes(code)) return 0;
  // B is so uncertain that it keeps every seat from M.
  return code === 'M' && !opened.includes(code) ? 0 : model.room(flight.id, cabin);
}
