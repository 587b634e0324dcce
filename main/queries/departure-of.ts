import { accept } from '../../shared/refusals.ts';
import { flightById } from '../store/tables/flights-table.ts';
import type { Query } from './query.ts';
import { localDateAt } from './search/local-day.ts';

/** On whose board a flight stands: the airport, and the date local to it. Null without such a flight. */
export const departureOf: Query<{ readonly flightId: number }, { readonly airport: string; readonly date: string } | null> = async (
  { db, reference },
  { flightId },
) => {
  const row = await flightById(db, flightId);
  const zone = row && reference.airportAt(row.origin, row.departs_at)?.zone;
  return accept(row && zone ? { airport: row.origin, date: localDateAt(row.departs_at, zone) } : null);
};
