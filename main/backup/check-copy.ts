import { checkAtStart, checkWholeFile } from '../store/check-store.ts';
import type { ReadDatabase } from '../store/database.ts';
import { brokenLink, journalEnd } from '../store/journal-table.ts';
import { SqliteDatabase, storeError } from '../store/sqlite.ts';

const EVENTS_AT_ONCE = 2_000;

/** Flights whose claims and counters do not agree, and claims of bookings that have none. */
const SEATS_ADRIFT = `
  SELECT c.flight_id AS flight FROM (SELECT flight_id, count(*) AS seats FROM claims GROUP BY flight_id) AS c
    LEFT JOIN (SELECT flight_id, sum(held + sold) AS seats FROM cabin_counters GROUP BY flight_id) AS k ON k.flight_id = c.flight_id
    WHERE k.seats IS NULL OR k.seats <> c.seats
  UNION ALL
  SELECT k.flight_id FROM cabin_counters AS k WHERE k.held + k.sold > 0 AND NOT EXISTS (SELECT 1 FROM claims AS c WHERE c.flight_id = k.flight_id)
  UNION ALL
  SELECT c.flight_id FROM claims AS c LEFT JOIN bookings AS b ON b.id = c.booking_id WHERE b.state IS NULL OR b.state NOT IN ('HOLD', 'CONFIRMED')
  LIMIT 1`;

/** What is wrong with a whole store that nobody has open: its file, its journal, its seats. The first problem found, without a full stop. */
export async function checkCopy(file: string, progress: (done: number, total: number) => void): Promise<string | undefined> {
  return (await firstProblem(file, progress))?.replace(/\.$/, '');
}

async function firstProblem(file: string, progress: (done: number, total: number) => void): Promise<string | undefined> {
  try {
    const db = new SqliteDatabase({ file, readOnly: true, cacheMiB: 32 });
    try {
      progress(0, 4);
      const [broken] = checkWholeFile(db);
      if (broken) return broken;
      progress(1, 4);
      await checkAtStart(db);
      const journal = await journalProblem(db, (share) => progress(1 + 2 * share, 4));
      if (journal) return journal;
      progress(3, 4);
      const adrift = await db.query<{ flight: number }>(SEATS_ADRIFT).get();
      return adrift && `Flight ${adrift.flight} counts other seats than are claimed`;
    } finally {
      db.close();
    }
  } catch (error) {
    return storeError(error).message;
  }
}

async function journalProblem(db: ReadDatabase, progress: (share: number) => void): Promise<string | undefined> {
  const end = await journalEnd(db);
  for (let after = 0; after < end.event; after += EVENTS_AT_ONCE) {
    const broken = await brokenLink(db, after, EVENTS_AT_ONCE);
    if (broken !== undefined) return `The journal is broken at event ${broken}`;
    progress(Math.min(1, after / end.event));
  }
  return undefined;
}
