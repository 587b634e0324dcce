import { type Awaitable, type ReadDatabase, StoreError } from '../database.ts';
import { seatsProblem } from './check-flights.ts';

/** Enough for every flight that is sold in a day, and little memory. */
const FLIGHTS_KNOWN_MAX = 100_000;
const knownBy = new WeakMap<ReadDatabase, Set<number>>();

/**
 * Counts the claims of a flight once, before its first seat is sold through this handle. A page of claims that went back to an older
 * state would offer sold seats again. Throws StoreError `corrupt`.
 */
export function trustSeats(db: ReadDatabase, flightId: number): Awaitable<void> {
  const known = knownBy.get(db);
  return known?.has(flightId) ? undefined : countSeats(db, flightId);
}

async function countSeats(db: ReadDatabase, flightId: number): Promise<void> {
  const known = knownBy.get(db) ?? new Set();
  knownBy.set(db, known);
  const problem = await seatsProblem(db, flightId);
  if (problem) throw new StoreError('corrupt', problem);
  if (known.size >= FLIGHTS_KNOWN_MAX) known.clear();
  known.add(flightId);
}
