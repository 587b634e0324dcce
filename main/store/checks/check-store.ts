import { type Database, StoreError } from '../database.ts';
import { SqliteDatabase, storeError } from '../sqlite.ts';
import { brokenLink, journalEnd } from '../tables/journal-table.ts';
import { crossCheck, endProblem } from './cross-check.ts';

/** How much of the journal's end is read again at every start. */
const TAIL_EVENTS = 2_000;
/** Up to this size the whole store is checked at start, which takes some tenths of a second; a larger one is checked while it is being used. */
export const WHOLE_CHECK_BYTES_MAX = 16 * 1_048_576;

/**
 * What must be true before anybody sells: live holds have their claims, counters and claims agree on the flights of live
 * holds, the journal's end is unbroken and is where the newest booking stands. Bounded, so that a store of a million bookings opens at once.
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
          WHERE c.flight_id = cabin_counters.flight_id AND c.kind = 'booking' AND b.state = 'HOLD'))
       LIMIT 1`,
    )
    .get();
  if (adrift) throw new StoreError('corrupt', `Cabin ${adrift.cabin} of flight ${adrift.flight_id} counts seats that nobody has.`);
}

/** Reads the whole file as SQLite's own check does, its indexes against its tables too; the first problem found, none when all is well. */
export function checkWholeFile(db: Database): string[] {
  return db instanceof SqliteDatabase ? sqliteProblem(db, 'integrity_check(1)') : [];
}

/**
 * Everything that can be found out about a store that is in use: what SQLite finds, table by table, then what the tables say
 * of each other. The first problem, in words, or undefined. `between` is called between two pieces of work.
 */
export async function checkInPieces(db: Database, between: () => void): Promise<string | undefined> {
  if (!(db instanceof SqliteDatabase)) return undefined;
  // Which pages belong to whom is only known of the file as a whole; it also names the page, which the tables' own checks may not.
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

/** The first thing that one of SQLite's checks finds. It may come upon a page that keeps it from going on. */
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

/** SQLite calls a table or index by the page where it begins; whoever reads of it knows its name. */
function named(db: SqliteDatabase, text: string): string {
  const root = /^Tree (\d+)/.exec(text)?.[1];
  if (root === undefined) return text;
  const owner = db.query<{ name: string }>('SELECT name FROM sqlite_schema WHERE rootpage = ?').get(Number(root)) as
    | { name: string }
    | undefined;
  return owner ? text.replace(/^Tree \d+/, owner.name) : text;
}

/** What SQLite says of itself when it comes upon a page that it cannot read: not where. */
const PLACELESS = 'database disk image is malformed';
const LIST_UNREAD = 'the list of its tables cannot be read';

/** Says where, for a problem that does not. `db`: undefined when the store did not even open. */
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
