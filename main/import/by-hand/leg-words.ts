import { clockWords } from '../../reference/clock-words.ts';
import type { Reference } from '../../reference/reference.ts';

/** `JFK – LAX`, as everywhere. */
export const routeWords = ({ origin, destination }: { readonly origin: string; readonly destination: string }): string =>
  `${origin} – ${destination}`;

/** `10:00` at an airport, `00:30 of 2026-11-24` where that is another day than the flight's. */
export const timeWords = (at: number, code: string, day: number, reference: Reference): string =>
  clockWords(reference.airportAt(code, at)?.zone ?? 'UTC', at, day);
