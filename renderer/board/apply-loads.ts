import type { Cabin } from '../../shared/seat-map.ts';
import { type LiveLoad, type LiveLoads, loadKey } from '../stores/loads-store.ts';
import { type BoardRow, bestCabin, type Party } from './board-row.ts';

/** Keys of all cabins of a row, flight by flight, as the live loads are kept under. */
export const cabinKeys = (row: BoardRow): readonly string[] =>
  row.flights.flatMap(({ flightId, cabins }) => cabins.map(({ cabin }) => loadKey(flightId, cabin)));

/** The row with the counters of newer events; the same row when there are none. */
export function applyLoads(row: BoardRow, loads: LiveLoads, party: Party, asked: Cabin | null): BoardRow {
  let moved = false;
  const flights = row.flights.map((flight) => ({
    ...flight,
    cabins: flight.cabins.map((load) => {
      const live = loads.get(loadKey(flight.flightId, load.cabin));
      if (!live) return load;
      moved = true;
      return { ...load, authorised: live.authorised, sold: live.sold, held: live.held };
    }),
  }));
  if (!moved) return row;
  const next = { ...row, flights };
  return { ...next, ...bestCabin(next, party, asked) };
}

/** The newest of several, by the moment that `at` tells. */
export function newest<Thing>(things: readonly (Thing | undefined)[], at: (thing: Thing) => number): Thing | undefined {
  let found: Thing | undefined;
  for (const thing of things) if (thing !== undefined && (found === undefined || at(thing) > at(found))) found = thing;
  return found;
}

export const newestLoad = (loads: readonly (LiveLoad | undefined)[]): LiveLoad | undefined => newest(loads, ({ changedAt }) => changedAt);
