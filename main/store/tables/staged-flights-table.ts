import { DAY_MS } from '../../../shared/instants.ts';
import type { Awaitable, ReadDatabase, Value, WriteDatabase } from '../database.ts';
import { OF_BOOKINGS } from './claims-table.ts';
import { lastFlight } from './flights-table.ts';
import { insertMany } from './insert-many.ts';
import { type MovedCounter, movedCounter } from './moved-counters.ts';
import { SCHEDULED_COLUMNS, SCHEDULED_WIDTH } from './scheduled-flight.ts';

/**
 * Flights that were read from a file and wait to be applied, under the name of their import. They wait beside the schedule. Few are written into it
 * in one transaction; many make the next schedule (next-flights.ts). Until then nothing that is sold or shown has changed.
 *
 * Under a second name stand the flight numbers of refused records. These rows are no flights. They keep the flights of the store from
 * being dropped.
 */
const keptName = (importId: string): string => `${importId}/kept`;

const INSERT = `INSERT INTO staged_flights (import_id, ${SCHEDULED_COLUMNS})`;

/** `values`: flights in the order of SCHEDULED_COLUMNS. */
export async function stageFlights(db: WriteDatabase, importId: string, values: readonly Value[]): Promise<number> {
  const rows: Value[] = [];
  for (let at = 0; at < values.length; at += SCHEDULED_WIDTH) rows.push(importId, ...values.slice(at, at + SCHEDULED_WIDTH));
  return insertMany(db, INSERT, SCHEDULED_WIDTH + 1, rows);
}

export async function stageKeptNumbers(
  db: WriteDatabase,
  importId: string,
  numbers: readonly { readonly carrier: string; readonly number: number }[],
): Promise<void> {
  const rows = numbers.flatMap(({ carrier, number }): Value[] => [
    keptName(importId),
    carrier,
    number,
    '',
    '',
    '',
    0,
    0,
    0,
    '',
    '',
    0,
    '',
    1,
    0,
    null,
    null,
    0,
  ]);
  await insertMany(db, INSERT, SCHEDULED_WIDTH + 1, rows);
}

/** A change by hand waits beside a file, and is a few flights. */
const OTHERS_FEW = 10_000;

/**
 * Forgets one import, or all of them. To empty the table takes a hundredth of the time that deleting its rows takes. So where others have a few rows,
 * the table is emptied and theirs are written again.
 */
export async function discardStaged(db: WriteDatabase, importId: string | null): Promise<void> {
  const others = importId === null ? [] : await rowsOfOthers(db, importId);
  if (importId !== null && others === undefined) {
    await db.change('DELETE FROM staged_flights WHERE import_id IN (?, ?)').run(importId, keptName(importId));
    return;
  }
  await db.change('DELETE FROM staged_flights').run();
  await insertMany(db, INSERT, SCHEDULED_WIDTH + 1, others ?? []);
}

/** All rows of other imports one after the other; undefined when there are many. */
async function rowsOfOthers(db: WriteDatabase, importId: string): Promise<Value[] | undefined> {
  // Its own names stand beside each other in the index.
  const sql = `SELECT json_array(import_id, ${SCHEDULED_COLUMNS}) FROM staged_flights WHERE import_id < ?
    UNION ALL SELECT json_array(import_id, ${SCHEDULED_COLUMNS}) FROM staged_flights WHERE import_id > ? LIMIT ${OTHERS_FEW + 1}`;
  const rows = await db.column<string>(sql).all(importId, keptName(importId));
  return rows.length > OTHERS_FEW ? undefined : rows.flatMap((row) => JSON.parse(row) as Value[]);
}

export const SAME_KEY =
  'f.carrier = s.carrier AND f.number = s.number AND f.suffix = s.suffix AND f.origin = s.origin AND f.service_day = s.service_day AND f.departure = s.departure';
/** What a passenger would notice. */
export const FLIES_OTHERWISE =
  '(f.destination <> s.destination OR f.departs_at <> s.departs_at OR f.arrives_at <> s.arrives_at OR f.equipment <> s.equipment OR f.seat_map <> s.seat_map OR f.cancelled = 1)';
/** A file that says nothing of a competitor keeps what is known. Of a flight that is new, nothing differs. */
const COMPETITOR_DIFFERS = `(f.id IS NOT NULL AND s.competitor_fare IS NOT NULL AND
  (f.competitor_fare IS DISTINCT FROM s.competitor_fare OR f.competitor_read_at IS DISTINCT FROM s.competitor_read_at))`;
export const DIFFERS = `(${FLIES_OTHERWISE} OR f.base_fare <> s.base_fare OR f.currency <> s.currency OR ${COMPETITOR_DIFFERS})`;
/** The day of operation of its number, which nobody notices. */
const OTHER_DAY = '(f.day_shift <> s.day_shift OR f.operating_day <> s.operating_day)';
/** A competitor's fare in the currency that the flight had before means nothing in its new one. */
const competitorAfter = (column: string): string =>
  `CASE WHEN s.competitor_fare IS NOT NULL THEN s.${column} WHEN f.currency = s.currency THEN f.${column} END`;

/** What a file makes of a flight that is known already, by column. All other columns stay. */
export const FILED: Readonly<Record<string, string>> = {
  destination: 's.destination',
  departs_at: 's.departs_at',
  arrives_at: 's.arrives_at',
  equipment: 's.equipment',
  seat_map: 's.seat_map',
  base_fare: 's.base_fare',
  currency: 's.currency',
  day_shift: 's.day_shift',
  operating_day: 's.operating_day',
  cancelled: '0',
  competitor_fare: competitorAfter('competitor_fare'),
  competitor_read_at: competitorAfter('competitor_read_at'),
};
const SET_FILED = Object.entries(FILED)
  .map(([column, value]) => `${column} = ${value}`)
  .join(', ');

/** The day on which a flight departs, as a file of local times or of UTC counts it. */
const DEPARTS = { local: 'f.service_day', utc: `f.departs_at / ${DAY_MS}` };

/** Flights of a scope that have not departed and that the file does not hold. Values: `droppedValues`. */
const MARKETED = `EXISTS (SELECT 1 FROM staged_codeshares k WHERE k.import_id = ? AND k.carrier = f.carrier AND k.number = f.number AND k.suffix = f.suffix
  AND k.origin = f.origin AND k.service_day = f.service_day AND k.told = 'operating')`;
const dropped = ({ times = 'local', flight, marketed }: StagedScope): string =>
  marketed
    ? `f.id IN (SELECT m.id FROM staged_codeshares k CROSS JOIN flights m ON m.carrier = k.carrier AND m.number = k.number AND m.suffix = k.suffix
  AND m.origin = k.origin AND m.service_day = k.service_day WHERE k.import_id = ? AND k.told = 'operating') AND f.cancelled = 0 AND f.departs_at > ?`
    : `f.carrier = ?${flight ? ' AND f.number = ? AND f.suffix = ?' : ''}
  AND ${DEPARTS[times]} - f.day_shift BETWEEN ? AND ? AND f.cancelled = 0 AND f.departs_at > ?
  AND NOT EXISTS (SELECT 1 FROM staged_flights s WHERE s.import_id = ? AND ${SAME_KEY})
  AND NOT EXISTS (SELECT 1 FROM staged_flights k WHERE k.import_id = ? AND k.carrier = f.carrier AND k.number = f.number)
  AND NOT ${MARKETED}`;

/** Days of operation for which a file speaks: of a whole carrier, or of one flight of it. In days since 1970, both inclusive. */
export interface StagedScope {
  readonly carrier: string;
  readonly flight?: { readonly number: number; readonly suffix: string };
  /** How the file counts days; local to the origin when not told. */
  readonly times?: 'local' | 'utc';
  readonly fromDay: number;
  readonly toDay: number;
  /** None of these days: the flights that the file tells to be numbers under which another flight is sold. */
  readonly marketed?: true;
}

const droppedValues = (importId: string, { carrier, flight, fromDay, toDay, marketed }: StagedScope, now: number): Value[] =>
  marketed
    ? [importId, now]
    : [carrier, ...(flight ? [flight.number, flight.suffix] : []), fromDay, toDay, now, importId, keptName(importId), importId];

/** `shifted`: known flights of which only the day of operation is another, which nobody notices. */
export interface StagedCounts {
  readonly staged: number;
  readonly known: number;
  readonly changed: number;
  readonly shifted: number;
}

/** The same for other statements: a condition on `f`, and its values. */
export const droppedWhere = (importId: string, scope: StagedScope, now: number): { where: string; values: Value[] } => ({
  where: dropped(scope),
  values: droppedValues(importId, scope, now),
});

/** All staged flights of an import, or those on which a further condition is true. */
export async function countStaged(db: ReadDatabase, importId: string, further = '', values: readonly Value[] = []): Promise<StagedCounts> {
  const sql = `SELECT count(*) AS staged, count(f.id) AS known, count(CASE WHEN ${DIFFERS} THEN 1 END) AS changed,
      count(CASE WHEN NOT ${DIFFERS} AND ${OTHER_DAY} THEN 1 END) AS shifted
    FROM staged_flights s LEFT JOIN flights f ON ${SAME_KEY} WHERE s.import_id = ?${further}`;
  return (await db.query<StagedCounts>(sql).get(importId, ...values)) ?? { staged: 0, known: 0, changed: 0, shifted: 0 };
}

export async function countDropped(db: ReadDatabase, importId: string, scope: StagedScope, now: number): Promise<number> {
  const sql = `SELECT count(*) AS dropped FROM flights f WHERE ${dropped(scope)}`;
  return (await db.query<{ dropped: number }>(sql).get(...droppedValues(importId, scope, now)))?.dropped ?? 0;
}

/** Bookings with a seat on a flight that the import will change. */
export async function bookingsOnChanged(db: ReadDatabase, importId: string): Promise<number[]> {
  const sql = `SELECT DISTINCT c.owner AS id FROM staged_flights s JOIN flights f ON ${SAME_KEY}
    JOIN claims c ON c.flight_id = f.id AND c.kind ${OF_BOOKINGS}
    WHERE s.import_id = ? AND ${FLIES_OTHERWISE}`;
  return (await db.query<{ id: number }>(sql).all(importId)).map((row) => row.id);
}

/** A flight that somebody may have a ticket of, before and after an import. */
export interface MovedFlight {
  readonly id: number;
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly destination: string;
  readonly departs_at: number;
  readonly arrives_at: number;
  readonly left_at: number;
  /** 0: it is cancelled. */
  readonly flies: number;
}

const HAS_BOOKINGS = 'EXISTS (SELECT 1 FROM booking_legs b WHERE b.flight_id = f.id)';

/** Flights with bookings that leave later than `now` and that the import moves or has fly again. */
export const movedFlights = (db: ReadDatabase, importId: string, now: number) =>
  db
    .query<MovedFlight>(
      `SELECT f.id, f.carrier, f.number, f.suffix, s.destination, s.departs_at, s.arrives_at, f.departs_at AS left_at, 1 AS flies
    FROM staged_flights s JOIN flights f ON ${SAME_KEY} WHERE s.import_id = ? AND f.departs_at > ?
      AND (f.destination <> s.destination OR f.departs_at <> s.departs_at OR f.arrives_at <> s.arrives_at OR f.cancelled = 1)
      AND ${HAS_BOOKINGS} ORDER BY f.id`,
    )
    .all(importId, now);

const HAS_HOLDS = `EXISTS (SELECT 1 FROM claims c JOIN bookings b ON b.id = c.owner
  WHERE c.flight_id = f.id AND c.kind ${OF_BOOKINGS} AND b.state = 'HOLD')`;

/** Flights with live holds that the import has leave earlier. */
export const earlierFlights = (db: ReadDatabase, importId: string) =>
  db
    .query<Pick<MovedFlight, 'id' | 'carrier' | 'number' | 'suffix' | 'departs_at' | 'left_at'>>(
      `SELECT f.id, f.carrier, f.number, f.suffix, s.departs_at, f.departs_at AS left_at
    FROM staged_flights s JOIN flights f ON ${SAME_KEY} WHERE s.import_id = ? AND s.departs_at < f.departs_at AND ${HAS_HOLDS} ORDER BY f.id`,
    )
    .all(importId);

/** Flights with bookings that the import cancels. */
export const cancelledFlights = (db: ReadDatabase, importId: string, scope: StagedScope, now: number) =>
  db
    .query<MovedFlight>(
      `SELECT f.id, f.carrier, f.number, f.suffix, f.destination, f.departs_at, f.arrives_at, f.departs_at AS left_at, 0 AS flies
    FROM flights f WHERE ${dropped(scope)} AND ${HAS_BOOKINGS} ORDER BY f.id`,
    )
    .all(...droppedValues(importId, scope, now));

export async function bookingsOnDropped(db: ReadDatabase, importId: string, scope: StagedScope, now: number): Promise<number[]> {
  const sql = `SELECT DISTINCT c.owner AS id FROM flights f JOIN claims c ON c.flight_id = f.id AND c.kind ${OF_BOOKINGS} WHERE ${dropped(scope)}`;
  return (await db.query<{ id: number }>(sql).all(...droppedValues(importId, scope, now))).map((row) => row.id);
}

export async function countersOnOtherMap(db: ReadDatabase, importId: string): Promise<MovedCounter[]> {
  const sql = `SELECT ${movedCounter('f.seat_map', 's.seat_map')}
    FROM staged_flights s JOIN flights f ON ${SAME_KEY} JOIN cabin_counters c ON c.flight_id = f.id
    WHERE s.import_id = ? AND f.seat_map <> s.seat_map ORDER BY c.flight_id, c.cabin`;
  return db.query<MovedCounter>(sql).all(importId);
}

/** A flight with bookings, and the seat map that it has before an import. */
export interface BookedFlight {
  readonly id: number;
  readonly seat_map: string;
}

/** Flights that get another seat map and have bookings. */
export const bookedOnOtherMap = (db: ReadDatabase, importId: string): Awaitable<BookedFlight[]> =>
  db
    .query<BookedFlight>(
      `SELECT f.id, f.seat_map FROM staged_flights s JOIN flights f ON ${SAME_KEY} WHERE s.import_id = ? AND f.seat_map <> s.seat_map
    AND EXISTS (SELECT 1 FROM claims c WHERE c.flight_id = f.id AND c.kind ${OF_BOOKINGS}) ORDER BY f.id`,
    )
    .all(importId);

/** Writes what the file says into the flights that are known already. They keep their ids and strategies. Returns how many were changed. */
export async function changeFromStaged(db: WriteDatabase, importId: string): Promise<number> {
  const sql = `UPDATE flights AS f SET ${SET_FILED}
    FROM staged_flights s WHERE s.import_id = ? AND ${SAME_KEY} AND (${DIFFERS} OR ${OTHER_DAY})`;
  return db.change(sql).run(importId);
}

/** Marks dropped flights as cancelled. They are never deleted: bookings, the journal and later imports refer to them. */
export async function cancelDropped(db: WriteDatabase, importId: string, scope: StagedScope, now: number): Promise<number> {
  return db.change(`UPDATE flights AS f SET cancelled = 1 WHERE ${dropped(scope)}`).run(...droppedValues(importId, scope, now));
}

const STAGED_COLUMNS = SCHEDULED_COLUMNS.split(', ')
  .map((column) => `s.${column}`)
  .join(', ');

/** Adds what is new after the flight `last`. New flights get ids in the order of their keys, so the same file makes the same store. */
export const ADD_STAGED = (into: string): string => `INSERT INTO ${into} (id, ${SCHEDULED_COLUMNS})
  SELECT ? + row_number() OVER (ORDER BY s.carrier, s.number, s.suffix, s.origin, s.service_day, s.departure), ${STAGED_COLUMNS}
  FROM staged_flights s WHERE s.import_id = ? AND NOT EXISTS (SELECT 1 FROM flights f WHERE ${SAME_KEY})`;

export async function addFromStaged(db: WriteDatabase, importId: string): Promise<number> {
  return db.change(ADD_STAGED('flights')).run(await lastFlight(db), importId);
}
