import { type Database, StoreError } from './database.ts';
import { brokenLink, journalEnd } from './journal-table.ts';
import { SqliteDatabase } from './sqlite.ts';

/** How much of the journal's end is read again at every start. */
const TAIL_EVENTS = 2_000;
/** Up to this size the whole file is checked at start; a larger one is checked while it is being used. */
export const WHOLE_CHECK_BYTES_MAX = 64 * 1_048_576;

/**
 * What must be true before anybody sells: live holds have their claims, counters and claims agree on the flights of live
 * holds, the journal's end is unbroken. Bounded, so that a store of a million bookings opens at once.
 */
export async function checkAtStart(db: Database): Promise<void> {
  const end = await journalEnd(db);
  const broken = await brokenLink(db, Math.max(0, end.event - TAIL_EVENTS), TAIL_EVENTS);
  if (broken !== undefined) throw new StoreError('corrupt', `The journal is broken at event ${broken}.`);
  const adrift = await db
    .query<{ flight_id: number; cabin: string }>(
      `SELECT flight_id, cabin FROM cabin_counters WHERE held < 0 OR sold < 0 OR (held > 0 AND NOT EXISTS
        (SELECT 1 FROM claims c JOIN bookings b ON b.id = c.booking_id WHERE c.flight_id = cabin_counters.flight_id AND b.state = 'HOLD'))
       LIMIT 1`,
    )
    .get();
  if (adrift) throw new StoreError('corrupt', `Cabin ${adrift.cabin} of flight ${adrift.flight_id} counts seats that nobody has.`);
}

/** Reads the whole file as SQLite's own check does; the problems found, at most ten, none when all is well. */
export function checkWholeFile(db: Database): string[] {
  if (!(db instanceof SqliteDatabase)) return [];
  const rows = db.pragma('quick_check(10)') as { quick_check: string }[];
  return rows.flatMap((row) => row.quick_check.split('\n')).filter((text) => text !== 'ok' && !text.startsWith('***'));
}
