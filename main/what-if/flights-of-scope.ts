import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { ReadDatabase } from '../store/database.ts';
import { FLIGHTS_AT_ONCE, flightsById } from '../store/tables/flights-table.ts';
import { type FlightsRead, flightsBetween, lastFlightId, routeFlightIds } from '../store/tables/flights-to-come.ts';

/** Numbers of flights that are read together. */
const NUMBERS_AT_ONCE = 2_000;

/** Flights of a scope that are still to leave, a part at a time, with how much of the scope has been read. */
export interface ScopePart extends FlightsRead {
  readonly done: number;
  readonly total: number;
}

/**
 * Each part is read by itself, and not all of them in one snapshot: a snapshot that stands for half a minute would keep the log of the store
 * from being copied. A flight is told as it stood when its part was read.
 */
export async function* flightsOfScope(db: ReadDatabase, scope: PolicyScope, now: number): AsyncGenerator<ScopePart> {
  if (scope.kind === 'network') {
    const total = await lastFlightId(db);
    for (let after = 0; after < total; after += NUMBERS_AT_ONCE) {
      const done = Math.min(total, after + NUMBERS_AT_ONCE);
      yield { ...(await flightsBetween(db, after, done, now)), done, total };
    }
    return;
  }
  const ids = scope.kind === 'flight' ? [scope.flightId] : await routeFlightIds(db, scope.origin, scope.destination, now);
  for (let start = 0; start < ids.length; start += FLIGHTS_AT_ONCE) {
    const { rows, counters } = await flightsById(db, ids.slice(start, start + FLIGHTS_AT_ONCE));
    const toLeave = rows.filter(({ departs_at, cancelled }) => departs_at > now && cancelled === 0);
    yield { rows: toLeave, counters, done: Math.min(ids.length, start + FLIGHTS_AT_ONCE), total: ids.length };
  }
}
