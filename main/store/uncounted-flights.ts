import type { Awaitable, ReadDatabase } from './database.ts';
import { knownSwitch, type ScheduleSwitch } from './tables/schedule-switch.ts';
import { hasOtherMap } from './tables/switched-flights.ts';

/**
 * Whether the schedule was just switched and this flight has another aircraft, while what its cabins may sell is still that of the aircraft before. It
 * sells and offers nothing until it is counted, some seconds later. Nearly always no switch is under way, and nothing is read.
 */
export function isUncounted(db: ReadDatabase, flightId: number): Awaitable<boolean> {
  const known = knownSwitch(db);
  if (known === null) return false;
  return known instanceof Promise ? known.then((found) => isLeft(db, found, flightId)) : isLeft(db, known, flightId);
}

const isLeft = (db: ReadDatabase, under: ScheduleSwitch | null, flightId: number): Awaitable<boolean> =>
  under?.step === 'counting' && flightId > under.upTo ? hasOtherMap(db, flightId) : false;
