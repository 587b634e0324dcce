import type { Airport, Reference } from '../../reference/reference.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { servedOrigins } from '../../store/tables/flights-table.ts';
import { scheduleGeneration } from '../../store/tables/schedule-generation.ts';

interface Served {
  readonly generation: number;
  readonly reference: Reference;
  readonly airports: readonly Airport[];
}

/**
 * The airports that have flights. Finding them takes one look into the index for each airport, an eighth of a search for one stop. Only a new
 * schedule changes them. So they are kept until `schedule_generation` changes, and whatever writes flights must raise it. A reference with other airports has its own.
 */
const servedBy = new WeakMap<ReadDatabase, Served>();

/** The airports that flights leave from, and the other airports of their cities, where one may arrive. */
export async function servedAirports(db: ReadDatabase, reference: Reference): Promise<readonly Airport[]> {
  const generation = await scheduleGeneration(db);
  const known = servedBy.get(db);
  if (known?.generation === generation && known.reference === reference) return known.airports;
  const airports = new Set<Airport>();
  for (const code of await servedOrigins(db)) {
    const airport = reference.airport(code);
    if (!airport) continue;
    airports.add(airport);
    for (const other of reference.airportsOf(airport.cityCode)) airports.add(other);
  }
  const served = { generation, reference, airports: [...airports] };
  servedBy.set(db, served);
  return served.airports;
}
