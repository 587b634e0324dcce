import { CABINS, type Cabin } from '../../shared/seat-map.ts';

/** A flight and cabin as one number, for maps in memory. */
export const cabinKey = (flightId: number, cabin: Cabin): number => flightId * CABINS.length + CABINS.indexOf(cabin);

export const cabinOfKey = (key: number): { flightId: number; cabin: Cabin } => ({
  flightId: Math.floor(key / CABINS.length),
  cabin: CABINS[key % CABINS.length] as Cabin,
});
