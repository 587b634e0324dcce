import { type Database, StoreError } from '../database.ts';
import { SqliteDatabase, storeError } from '../sqlite.ts';
import { OF_BOOKINGS } from '../tables/claims-table.ts';
import { brokenLink, journalEnd } from '../tables/journal-table.ts';
import { crossCheck, endProblem } from './cross-check.ts';

/** How many of the newest journal entries are checked at every start. */
const TAIL_EVENTS = 2_000;
/** Up to this size the whole store is checked at the start, which takes some tenths of a second. A larger one is checked while people sell. */
export const WHOLE_CHECK_BYTES_MAX = 16 * 1_048_576;

/**
 * Checks what must be true before anybody sells: live holds have their claims, counters and claims agree on the flights of live holds, and
 * the end of the journal is unbroken and knows the newest booking. The work is bounded, so that a store of a million bookings opens at
 * once. The rest is checked by a thread of its own while people already sell, and what it finds is shown on every console.
 */
export async function checkAtStart(db: Database): Promise<void> {
  try {
    await check(db);
  } catch (error) {
    const { trouble, message } = storeError(error);
    throw trouble === 'corrupt' ? new StoreError('corrupt', placed(db, message), { cause: error }) : error;
  }
}

async function check(db: Database): Promise<void> {
  const end = await journalEnd(db);
  const broken = await brokenLink(db, Math.max(0, end.event - TAIL_EVENTS), TAIL_EVENTS);
  if (broken !== undefined) throw new StoreError('corrupt', `The journal is broken at event ${broken}.`);
  const behind = await endProblem(db);
  if (behind) throw new StoreError('corrupt', `${behind}.`);
  const adrift = await db
    .query<{ flight_id: number; cabin: string }>(
      `SELECT flight_id, cabin FROM cabin_counters WHERE held < 0 OR sold < 0 OR (held > 0 AND NOT EXISTS
        (SELECT 1 FROM claims c JOIN bookings b ON b.id = c.owner
          WHERE c.flight_id = cabin_counters.flight_id AND c.kind ${OF_BOOKINGS} AND b.state = 'HOLD'))
       LIMIT 1`,
    )
    .get();
  if (adrift) throw new StoreError('corrupt', `Cabin ${adrift.cabin} of flight ${adrift.flight_id} counts seats that nobody has.`);
}

/** SQLite's own check of the whole file, indexes against tables included. Returns the first problem, or nothing. */
export function checkWholeFile(db: Database): string[] {
  return db instanceof SqliteDatabase ? sqliteProblem(db, 'integrity_check(1)') : [];
}

/**
 * Checks everything that can be checked of a store in use: first SQLite's own check, table by table, then the cross check of the tables.
 * Returns the first problem, in words, or undefined. `between` is called between two pieces of work.
 */
export async function checkInPieces(db: Database, between: () => void): Promise<string | undefined> {
  if (!(db instanceof SqliteDatabase)) return undefined;
  // Only a check of the whole file knows which page belongs to which table. It also names the page, which the check of a table may not.
  const [page] = sqliteProblem(db, 'quick_check(1)');
  if (page) return page;
  const tables = await db.query<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  for (const { name } of tables) {
    between();
    const [problem] = sqliteProblem(db, `integrity_check(${name})`);
    if (problem) return problem;
  }
  return crossCheck(db, between);
}

/** The first problem that one of SQLite's checks finds. A page that it cannot read ends the check with an error. */
function sqliteProblem(db: SqliteDatabase, check: string): string[] {
  try {
    const rows = db.pragma(check) as Record<string, string>[];
    const said = rows.flatMap((row) => Object.values(row).join('').split('\n'));
    return said
      .filter((text) => text !== 'ok' && !text.startsWith('***'))
      .slice(0, 1)
      .map((text) => named(db, text));
  } catch (error) {
    const { trouble, message } = storeError(error);
    if (trouble !== 'corrupt') throw error;
    return [placed(db, message)];
  }
}

/** SQLite names a table or index by its first page. People know it by its name. */
function named(db: SqliteDatabase, text: string): string {
  const root = /^Tree (\d+)/.exec(text)?.[1];
  if (root === undefined) return text;
  const owner = db.query<{ name: string }>('SELECT name FROM sqlite_schema WHERE rootpage = ?').get(Number(root)) as
    | { name: string }
    | undefined;
  return owner ? text.replace(/^Tree \d+/, owner.name) : text;
}

/** SQLite's message for a page that it cannot read. It does not say where. */
const PLACELESS = 'database disk image is malformed';
const LIST_UNREAD = 'the list of its tables cannot be read';

/** Adds the table to a problem that names no place. `db`: undefined when the store did not open. */
export function placed(db: Database | undefined, problem: string): string {
  if (problem !== PLACELESS) return problem;
  try {
    if (!(db instanceof SqliteDatabase)) return LIST_UNREAD;
    const names = db.query<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as {
      name: string;
    }[];
    const bad = names.filter(({ name }) => !reads(db, name)).map(({ name }) => name);
    return bad.length > 0 ? `the pages of ${bad.join(', ')} cannot be read` : problem;
  } catch {
    return LIST_UNREAD;
  }
}

/** Whether a table and its indexes can be read from end to end. */
function reads(db: SqliteDatabase, table: string): boolean {
  try {
    const rows = db.pragma(`integrity_check(${table})`) as Record<string, string>[];
    return rows.every((row) => Object.values(row).join('') === 'ok');
  } catch {
    return false;
  }
}
