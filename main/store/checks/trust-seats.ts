import { type Awaitable, type ReadDatabase, StoreError } from '../database.ts';
import { seatsProblem } from './check-flights.ts';

/** Enough for every flight that is on sale at a desk in a day, and little memory. */
const FLIGHTS_KNOWN_MAX = 100_000;
const knownBy = new WeakMap<ReadDatabase, Set<number>>();

/**
 * Before the first seat of a flight is sold through this handle its claims are counted once: a page of claims that went back in
 * time would offer sold seats again. Throws StoreError `corrupt`.
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
