import type { SORTS } from '../../shared/methods/flights.ts';
import { type BoardRow, firstFlight, isCancelled } from './board-row.ts';

export type Sort = (typeof SORTS)[number];
export type Kind = 'itineraries' | 'departures';

/** The orders of each list, first the one it begins with. S goes on to the next. */
export const SORTS_OF: Readonly<Record<Kind, readonly [Sort, ...Sort[]]>> = {
  itineraries: ['price', 'departure', 'duration', 'stops', 'carrier', 'aircraft'],
  departures: ['departure', 'price', 'duration', 'carrier', 'aircraft'],
};

export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  price: 'cheapest first',
  departure: 'earliest first',
  duration: 'shortest first',
  stops: 'fewest stops first',
  carrier: 'by carrier',
  aircraft: 'by aircraft',
};

const MEASURE: Readonly<Record<Sort, (row: BoardRow) => number>> = {
  departure: (row) => firstFlight(row).departsAt,
  price: (row) => row.total ?? Number.POSITIVE_INFINITY,
  duration: (row) => row.elapsedMinutes,
  stops: (row) => row.stops,
  // Codes stand in the order of their signs as digits of a number to the base 36 do.
  carrier: (row) => Number.parseInt(firstFlight(row).carrier, 36),
  aircraft: (row) => Number.parseInt(firstFlight(row).equipment, 36),
};

/**
 * Sorts rows. Equal rows stay in the order of departure. In any order but that of time, flights that have left or are cancelled come last, because they
 * cannot be sold. A departures board is sorted here, a search by the hub.
 */
export function sortRows(rows: readonly BoardRow[], sort: Sort, now: number): readonly BoardRow[] {
  const measure = MEASURE[sort];
  // Two rows without a price are equal: Infinity - Infinity is no number.
  const left = (row: BoardRow): boolean => sort !== 'departure' && (firstFlight(row).departsAt <= now || isCancelled(row));
  const compare = (a: BoardRow, b: BoardRow): number => {
    if (left(a) !== left(b)) return left(a) ? 1 : -1;
    const [first, second] = [measure(a), measure(b)];
    if (first !== second) return first < second ? -1 : 1;
    // The flight id decides last, so that the order is the same each time.
    return firstFlight(a).departsAt - firstFlight(b).departsAt || firstFlight(a).flightId - firstFlight(b).flightId;
  };
  return [...rows].sort(compare);
}
