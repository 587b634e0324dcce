import type { Instant } from '../../shared/instants.ts';
import type { ReadDatabase } from './database.ts';
import type { ComparedImport, StagedImport } from './staged-import.ts';
import { scheduleGeneration } from './tables/schedule-generation.ts';
import { bookingsOnChanged, bookingsOnDropped, countDropped, countStaged } from './tables/staged-flights-table.ts';

/** Counts what applying a staged import would do. It only reads. Returns undefined when the rows of the import are not there. */
export async function compareStaged(db: ReadDatabase, now: Instant, staged: StagedImport): Promise<ComparedImport | undefined> {
  const { importId, legs, flights, refused, scopes } = staged;
  const found = await countStaged(db, importId);
  if (found.staged !== flights) return undefined;
  const touched = new Set(await bookingsOnChanged(db, importId));
  let dropped = 0;
  for (const scope of scopes) {
    const ofCarrier = await countDropped(db, importId, scope, now);
    dropped += ofCarrier;
    if (ofCarrier > 0) for (const booking of await bookingsOnDropped(db, importId, scope, now)) touched.add(booking);
  }
  const { known, changed } = found;
  const counts = {
    legs,
    flights,
    added: flights - known,
    changed,
    unchanged: known - changed,
    dropped,
    refused,
    bookingsTouched: touched.size,
  };
  return { counts, shifted: found.shifted, generation: await scheduleGeneration(db) };
}
