import { clockOf } from '../../shared/clock-of.ts';
import { DAY_MS, dateOfDay, MINUTE_MS } from '../../shared/instants.ts';
import { localDay, offsetAt } from './zone-time.ts';

/** `10:00` on the clocks of a zone, `00:30 of 2026-11-24` where that is another day than the one that is told already. */
export function clockWords(zone: string, at: number, day: number): string {
  const local = localDay(zone, at);
  const clock = clockOf(Math.floor((at + offsetAt(zone, at) - local * DAY_MS) / MINUTE_MS));
  return local === day ? clock : `${clock} of ${dateOfDay(local)}`;
}
