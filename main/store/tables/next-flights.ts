import { assert } from '../../../shared/assert.ts';
import type { Instant } from '../../../shared/instants.ts';
import type { ReadDatabase, Value, WriteDatabase } from '../database.ts';
import type { StagedImport } from '../staged-import.ts';
import type { NumberKey } from './schedule-switch.ts';
import { ADD_STAGED, countStaged, droppedWhere, FILED, SAME_KEY, type StagedCounts } from './staged-flights-table.ts';

/**
 * The next schedule, made beside the present one.
 *
 * The problem: to write a million flights takes the writer eight seconds. Sales may wait a quarter of one, and whoever looks must see the old schedule
 * or the new one, never a part of each.
 *
 * 1. `flights_next` is a table like `flights`. It is filled in pieces, from `flights` and from the staged rows. No statement of a query names it.
 * 2. The switch is one short transaction: `flights` becomes `flights_before`, and `flights_next` becomes `flights`. SQLite prepares the statements of all
 *    connections anew, and a reader that holds an older snapshot goes on seeing the old table.
 * 3. `flights_before` stays until all bookings have been told, because it says what has changed. Then it is dropped, which takes no longer than a piece.
 * 4. Both tables are made from the text by which SQLite keeps the schema, so that a column or an index that `flights` gets later is copied too. SQLite
 *    cannot rename an index. So the indices of the copy have another name, with or without `_2`, and a migration that drops an index of `flights` must
 *    drop it under both names.
 * 5. Pieces go by flight number, in the order of the key of flights and of staged rows. So both are read from one place each, and new flights get the
 *    same ids as in one transaction.
 */
const NEXT = 'flights_next';
const BEFORE = 'flights_before';

/** Below every flight number, and above. */
export const FIRST_NUMBER: NumberKey = { carrier: '', number: -1 };
const LAST_NUMBER: NumberKey = { carrier: '\u{10ffff}', number: 0 };
const NUMBER_MAX = 2 ** 31;

const SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'flights' AND sql IS NOT NULL ORDER BY type DESC, name";
const COLUMNS = "SELECT name FROM pragma_table_info('flights') ORDER BY cid";

/** Makes the empty table and its indices. What a crash or a cancel has left is dropped first. */
export async function makeNextFlights(db: WriteDatabase): Promise<void> {
  await dropNextFlights(db);
  const parts = await db.query<{ type: string; name: string; sql: string }>(SCHEMA).all();
  assert(parts[0]?.type === 'table', 'the schema has a table of flights');
  for (const { type, name, sql } of parts) {
    const other = type === 'table' ? NEXT : name.endsWith('_2') ? name.slice(0, -2) : `${name}_2`;
    const made = sql.replace(new RegExp(`(TABLE|INDEX) "?${name}"?`), `$1 ${other}`);
    await db.change(type === 'table' ? made : made.replace(/ ON "?flights"?/, ` ON ${NEXT}`)).run();
  }
}

export const dropNextFlights = (db: WriteDatabase) => db.change(`DROP TABLE IF EXISTS ${NEXT}`).run();

const INDEX_LEFT = `SELECT name FROM sqlite_schema WHERE tbl_name = '${BEFORE}' AND type = 'index' AND sql IS NOT NULL LIMIT 1`;

/** Drops an index of the schedule before, and at last its table. Returns whether all is gone. */
export async function dropFlightsBefore(db: WriteDatabase): Promise<boolean> {
  const index = await db.column<string>(INDEX_LEFT).get();
  await db.change(index === undefined ? `DROP TABLE ${BEFORE}` : `DROP INDEX ${index}`).run();
  return index === undefined;
}

/** The next schedule becomes the schedule. */
export async function switchFlights(db: WriteDatabase): Promise<void> {
  await db.change(`ALTER TABLE flights RENAME TO ${BEFORE}`).run();
  await db.change(`ALTER TABLE ${NEXT} RENAME TO flights`).run();
}

const within = (alias: string): string => `(${alias}.carrier, ${alias}.number) > (?, ?) AND (${alias}.carrier, ${alias}.number) <= (?, ?)`;
const ends = (after: NumberKey, upTo: NumberKey): Value[] => [after.carrier, after.number, upTo.carrier, upTo.number];

const AHEAD_OF_FLIGHTS = `SELECT f.carrier, f.number FROM flights f WHERE (f.carrier, f.number) > (?, ?)
  ORDER BY f.carrier, f.number LIMIT 1 OFFSET ?`;
const AHEAD_OF_STAGED = `SELECT s.carrier, s.number FROM staged_flights s WHERE s.import_id = ? AND (s.carrier, s.number) > (?, ?)
  ORDER BY s.carrier, s.number LIMIT 1 OFFSET ?`;

/** The flight number up to which there are about so many flights and as many staged rows after another. `ended`: nothing comes after it. */
export async function numberAhead(
  db: ReadDatabase,
  importId: string,
  after: NumberKey,
  rows: number,
): Promise<{ readonly upTo: NumberKey; readonly ended: boolean }> {
  const ahead = [
    await db.query<NumberKey>(AHEAD_OF_FLIGHTS).get(after.carrier, after.number, rows),
    await db.query<NumberKey>(AHEAD_OF_STAGED).get(importId, after.carrier, after.number, rows),
  ].filter((key) => key !== undefined);
  const [upTo] = ahead.sort((a, b) => (a.carrier === b.carrier ? a.number - b.number : a.carrier < b.carrier ? -1 : 1));
  return upTo ? { upTo, ended: false } : { upTo: LAST_NUMBER, ended: true };
}

export interface CopiedFlights extends StagedCounts {
  readonly dropped: number;
  readonly added: number;
}

/** Copies the flights of some numbers as the file says them, cancels those that it drops, and adds those that are new after the flight `last`. */
export async function copyFlights(
  db: WriteDatabase,
  { importId, scopes }: Pick<StagedImport, 'importId' | 'scopes'>,
  { at, last, after, upTo }: { readonly at: Instant; readonly last: number; readonly after: NumberKey; readonly upTo: NumberKey },
): Promise<CopiedFlights> {
  const range = ends(after, upTo);
  const columns = (await db.column<string>(COLUMNS).all()).map((name) => ({ name, filed: FILED[name] }));
  const values = columns.map(({ name, filed }) =>
    filed === undefined ? `f.${name}` : `CASE WHEN s.import_id IS NULL THEN f.${name} ELSE ${filed} END`,
  );
  const copy = `INSERT INTO ${NEXT} (${columns.map(({ name }) => name).join(', ')}) SELECT ${values.join(', ')}
    FROM flights f LEFT JOIN staged_flights s ON s.import_id = ? AND ${SAME_KEY} WHERE ${within('f')}`;
  await db.change(copy).run(importId, ...range);
  let dropped = 0;
  for (const scope of scopes) {
    const { where, values: ofScope } = droppedWhere(importId, scope, at);
    if (scope.marketed) {
      dropped += await db.change(`UPDATE ${NEXT} AS f SET cancelled = 1 WHERE ${where} AND ${within('f')}`).run(...ofScope, ...range);
      continue;
    }
    if (scope.carrier < after.carrier || scope.carrier > upTo.carrier) continue;
    const from = scope.carrier === after.carrier ? after.number : -1;
    const to = scope.carrier === upTo.carrier ? upTo.number : NUMBER_MAX;
    const cancel = `UPDATE ${NEXT} AS f SET cancelled = 1 WHERE ${where} AND f.number > ? AND f.number <= ?`;
    dropped += await db.change(cancel).run(...ofScope, from, to);
  }
  const counts = await countStaged(db, importId, ` AND ${within('s')}`, range);
  const added = await db.change(`${ADD_STAGED(NEXT)} AND ${within('s')}`).run(last, importId, ...range);
  return { ...counts, dropped, added };
}
