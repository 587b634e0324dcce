import type { ReadDatabase } from './database.ts';

/** Enough for the flights on which seats are offered in a rush: some megabytes. */
const FLIGHTS_MAX = 256;

/**
 * The taken seats of flights on which seats were offered to a waitlist, kept in memory. Each offer looks at all seats of its flight, and to read them
 * took a fifth of its statements. It also made the rows of the offer before it be written early.
 * 1. Only the writer writes, and every claim is written by tables/claims-table.ts, which tells of it here.
 * 2. What is known is a guess. The key of the claims decides: a seat that is not free is not claimed, and the batch runs again.
 * 3. Whoever undoes something forgets all of it.
 */
const knownBy = new WeakMap<ReadDatabase, Map<number, Set<string>>>();

export const knownTaken = (db: ReadDatabase, flightId: number): ReadonlySet<string> | undefined => knownBy.get(db)?.get(flightId);

/** `taken`: all seats of the flight that have a claim, as just read. Becomes the set that is kept. */
export function knowTaken(db: ReadDatabase, flightId: number, taken: Set<string>): void {
  let known = knownBy.get(db);
  if (!known || known.size >= FLIGHTS_MAX) {
    known = new Map();
    knownBy.set(db, known);
  }
  known.set(flightId, taken);
}

/** Must be called with each seat that gets a claim. */
export const noteTaken = (db: ReadDatabase, flightId: number, seat: string): void => void knownBy.get(db)?.get(flightId)?.add(seat);

/** Must be called with each seat whose claim is given up. */
export const noteFree = (db: ReadDatabase, flightId: number, seat: string): void => void knownBy.get(db)?.get(flightId)?.delete(seat);

/** Must be called after something was undone. */
export const forgetTaken = (db: ReadDatabase): boolean => knownBy.delete(db);
