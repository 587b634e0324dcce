import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { FiledFare } from '../../shared/pricing/policy-problem.ts';
import { accept } from '../../shared/refusals.ts';
import { lastFlight } from '../store/tables/flights-table.ts';
import type { Query } from './query.ts';

interface Extremes {
  readonly currency: string;
  readonly least: number;
  readonly most: number;
}

const EXTREMES = 'SELECT currency, min(base_fare) AS least, max(base_fare) AS most FROM flights';
const OF_FLIGHT = `${EXTREMES} WHERE id IN (?) GROUP BY currency`;
const OF_ROUTE = `${EXTREMES} WHERE origin = ? AND destination = ? AND departs_at > ? AND cancelled = 0 GROUP BY currency`;
const OF_SOME = `${EXTREMES} WHERE id > ? AND id <= ? AND departs_at > ? AND cancelled = 0 GROUP BY currency`;

/** Flights that are read at once: some milliseconds. */
const FLIGHTS_AT_ONCE = 20_000;

/**
 * The lowest and the highest base fares of each currency among the flights of a scope that are still to depart. For the network all flights are
 * read, a part at a time: no index holds their fares by currency, and it would make each import slower.
 */
export const filedFares: Query<{ readonly scope: PolicyScope }, readonly FiledFare[]> = async ({ db, now, pause }, { scope }) => {
  const found = new Map<string, { least: number; most: number }>();
  const add = (all: readonly Extremes[]) => {
    for (const { currency, least, most } of all) {
      const known = found.get(currency) ?? { least, most };
      found.set(currency, { least: Math.min(known.least, least), most: Math.max(known.most, most) });
    }
  };
  if (scope.kind === 'flight') add(await db.query<Extremes>(OF_FLIGHT).all(scope.flightId));
  else if (scope.kind === 'route') add(await db.query<Extremes>(OF_ROUTE).all(scope.origin, scope.destination, now));
  else {
    const last = await lastFlight(db);
    for (let after = 0; after < last; after += FLIGHTS_AT_ONCE) {
      add(await db.query<Extremes>(OF_SOME).all(after, after + FLIGHTS_AT_ONCE, now));
      await pause?.();
    }
  }
  return accept(
    [...found].flatMap(([currency, { least, most }]) => [...new Set([least, most])].map((baseFare) => ({ baseFare, currency }))),
  );
};
