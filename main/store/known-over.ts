import type { Cabin } from '../../shared/seat-map.ts';
import { cabinKey, cabinOfKey } from './cabin-key.ts';
import type { Awaitable, ReadDatabase } from './database.ts';

/**
 * Which cabins were sold above their seats, kept in memory for the same reason as the waitlists (known-waitlist.ts): seats come free thousands of
 * times a second in a rush, and nearly always nobody is without one. A cabin stays known when all are seated; then one statement finds nobody.
 */
const knownBy = new WeakMap<ReadDatabase, Set<number>>();

export const OVERSOLD = "SELECT DISTINCT flight_id, substr(seat, 2, 1) AS cabin FROM claims WHERE kind = 'over'";

async function read(db: ReadDatabase): Promise<Set<number>> {
  const cabins = await db.query<{ flight_id: number; cabin: Cabin }>(OVERSOLD).all();
  const known = new Set(cabins.map(({ flight_id, cabin }) => cabinKey(flight_id, cabin)));
  knownBy.set(db, known);
  return known;
}

/** Whether somebody may be without a seat in this cabin. */
export function mayBeOversold(db: ReadDatabase, flightId: number, cabin: Cabin): Awaitable<boolean> {
  const has = (known: ReadonlySet<number>): boolean => known.size > 0 && known.has(cabinKey(flightId, cabin));
  const known = knownBy.get(db);
  return known ? has(known) : read(db).then(has);
}

/** The cabins in which somebody has no seat now, in the order of their numbers. What is kept in memory may name others, and not all hubs remember the same. */
export async function oversoldCabins(db: ReadDatabase): Promise<{ flightId: number; cabin: Cabin }[]> {
  const known = await read(db);
  return [...known].sort((a, b) => a - b).map(cabinOfKey);
}

/** Somebody has no seat in this cabin. */
export function knowOversold(db: ReadDatabase, flightId: number, cabin: Cabin): void {
  knownBy.get(db)?.add(cabinKey(flightId, cabin));
}

/** Must be called after something was undone. */
export const forgetOversold = (db: ReadDatabase): boolean => knownBy.delete(db);
