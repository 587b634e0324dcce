import { clockOf } from '../../../shared/clock-of.ts';
import { DAY_MS, dateOfDay, MINUTE_MS } from '../../../shared/instants.ts';
import type { Reference } from '../../reference/reference.ts';
import { localDay, offsetAt } from '../../reference/zone-time.ts';

/** `JFK – LAX`, as everywhere. */
export const routeWords = ({ origin, destination }: { readonly origin: string; readonly destination: string }): string =>
  `${origin} – ${destination}`;

/** `10:00` at an airport, `00:30 of 2026-11-24` where that is another day than the flight's. */
export function timeWords(at: number, code: string, day: number, reference: Reference): string {
  const zone = reference.airportAt(code, at)?.zone ?? 'UTC';
  const minutes = Math.floor((((at + offsetAt(zone, at)) % DAY_MS) + DAY_MS) / MINUTE_MS) % (DAY_MS / MINUTE_MS);
  const clock = clockOf(minutes);
  const local = localDay(zone, at);
  return local === day ? clock : `${clock} of ${dateOfDay(local)}`;
}
