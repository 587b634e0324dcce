import { assert } from '../../../shared/assert.ts';
import type { WaitlistMoved } from '../../../shared/events/waitlist-events.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { type Awaitable, LateWriteFailed, type ReadDatabase, type WriteDatabase } from '../database.ts';
import { entryWritten, forgetEntries, HEAD_MAX, knowHead, knownEntry, knownOnList } from '../known-entries.ts';
import { countWaiting, knowOffer } from '../known-waitlist.ts';
import type { WaitRow } from './wait-row.ts';

const COLUMNS = `e.id, e.state, e.flights, e.cabin, e.booking_class, e.party, e.contact_name, e.phone, e.fare_limit, e.currency, e.priority, e.reason, e.desk,
  e.user_name AS user, e.joined_at, e.ahead, e.leaves_at, e.offered_at, e.hold_id, e.answered_at, e.ended_at, e.ended_by, e.ended_why`;

export const flightsOf = ({ flights }: Pick<WaitRow, 'flights'>): number[] => JSON.parse(flights) as number[];

/** What every event of a waitlist tells of a party. `flightId`: of its offer. */
export const waitlistMoved = (row: WaitRow, flightId: number | null = null): WaitlistMoved => ({
  entryId: row.id,
  flights: flightsOf(row),
  cabin: row.cabin,
  ...(row.booking_class === null ? {} : { bookingClass: row.booking_class }),
  passengers: (JSON.parse(row.party) as unknown[]).length,
  priority: row.priority,
  desk: row.desk,
  hold: row.hold_id,
  flightId,
  why: row.ended_why ?? '',
});

const BY_ID = `SELECT ${COLUMNS} FROM waitlist e WHERE e.id = ?`;
export const waitEntryById = (db: ReadDatabase, id: number): Awaitable<WaitRow | undefined> =>
  knownEntry(db, id) ?? db.query<WaitRow>(BY_ID).get(id);

const BY_HOLD = `SELECT ${COLUMNS} FROM waitlist e WHERE e.hold_id = ?`;
/** The entry to which a hold is or was offered. */
export const waitEntryOfHold = (db: ReadDatabase, holdId: number) => db.query<WaitRow>(BY_HOLD).get(holdId);

const WAITING_ON = `SELECT ${COLUMNS} FROM waitlist_flights f JOIN waitlist e ON e.id = f.entry_id
  WHERE f.flight_id IN (?) AND f.cabin IN (?) AND f.waits = 1 ORDER BY f.priority DESC, f.entry_id LIMIT 0 + ? OFFSET 0 + ?`;
/** Some of those who wait for a cabin, in the order of the list. */
export async function waitingOn(
  db: WriteDatabase,
  flightId: number,
  cabin: Cabin,
  most: number,
  from: number,
): Promise<readonly WaitRow[]> {
  const known = knownOnList(db, flightId, cabin, most, from);
  if (known) return known;
  if (from > 0 || most > HEAD_MAX) return db.query<WaitRow>(WAITING_ON).all(flightId, cabin, most, from);
  const rows = await db.query<WaitRow>(WAITING_ON).all(flightId, cabin, HEAD_MAX, 0);
  knowHead(db, flightId, cabin, rows, rows.length < HEAD_MAX);
  return rows.slice(0, most);
}

const ALL_ON = `SELECT ${COLUMNS} FROM waitlist_flights f JOIN waitlist e ON e.id = f.entry_id
  WHERE f.flight_id IN (?) AND f.cabin IN (?) ORDER BY e.priority DESC, e.id`;
/** Everybody who waits or waited for a cabin, in the order of the list. */
export const everyoneOn = (db: ReadDatabase, flightId: number, cabin: Cabin) => db.query<WaitRow>(ALL_ON).all(flightId, cabin);

const BETWEEN = `SELECT ${COLUMNS} FROM waitlist e WHERE e.id > ? AND e.id <= ? ORDER BY e.id`;
/** Entries numbered in (after, upTo]. */
export const waitEntriesBetween = (db: ReadDatabase, after: number, upTo: number) => db.query<WaitRow>(BETWEEN).all(after, upTo);

const LISTED = `SELECT DISTINCT f.flight_id, f.cabin FROM waitlist e JOIN waitlist_flights f ON f.entry_id = e.id
  JOIN flights d ON d.id = f.flight_id WHERE e.ended_at IS NULL AND d.departs_at > ? ORDER BY d.departs_at, f.flight_id, f.cabin`;
/** Flights that have not left and cabins for which parties wait or have an offer, the first to leave first. */
export const listsToCome = (db: ReadDatabase, now: number) => db.query<{ flight_id: number; cabin: Cabin }>(LISTED).all(now);

const OF_CLASS = `SELECT DISTINCT f.flight_id, d.origin, d.destination, d.departs_at FROM waitlist e JOIN waitlist_flights f ON f.entry_id = e.id
  JOIN flights d ON d.id = f.flight_id WHERE e.state = 'WAITING' AND e.cabin IN (?) AND e.booking_class IN (?) AND d.departs_at > ?
  ORDER BY d.departs_at, f.flight_id`;
/** Flights that have not left for which a party waits in a booking class of a cabin, the first to leave first. */
export const listsOfClass = (db: ReadDatabase, now: number, cabin: Cabin, code: string) =>
  db.query<{ flight_id: number; origin: string; destination: string }>(OF_CLASS).all(cabin, code, now);

const WAITED_LISTS = `SELECT f.flight_id, f.cabin, d.departs_at,
  max(CASE WHEN e.booking_class IS NULL AND e.fare_limit IS NULL THEN 0 ELSE 1 END) AS priced
  FROM waitlist_flights f JOIN waitlist e ON e.id = f.entry_id JOIN flights d ON d.id = f.flight_id
  WHERE f.waits = 1 AND d.departs_at > ? AND d.cancelled = 0 GROUP BY f.flight_id, f.cabin, d.departs_at ORDER BY f.flight_id, f.cabin`;
/** Lists of flights to come on which a party waits, by the numbers of their flights. `priced`: 1 where one names a booking class or a fare limit. */
export const waitedLists = (db: ReadDatabase, now: number) =>
  db.query<{ flight_id: number; cabin: Cabin; departs_at: number; priced: 0 | 1 }>(WAITED_LISTS).all(now);

const ENDED = `SELECT ${COLUMNS} FROM waitlist e WHERE e.ended_at >= ? ORDER BY e.ended_at DESC, e.id DESC LIMIT 0 + ?`;
/** Those whose wait ended since a moment, the last first. */
export const endedSince = (db: ReadDatabase, since: number, most: number) => db.query<WaitRow>(ENDED).all(since, most);

export const WAITED_ON_ROUTE = `SELECT DISTINCT e.id, e.state, e.ahead, e.joined_at, e.offered_at FROM flights d
  JOIN waitlist_flights f ON f.flight_id = d.id JOIN waitlist e ON e.id = f.entry_id
  WHERE d.origin IN (?) AND d.destination IN (?) AND d.departs_at >= ? AND d.departs_at < ? AND d.cancelled = 0 AND f.cabin IN (?)`;
/** How it went with those who waited for a cabin of flights of a route that left in [from, until). */
export const waitedOnRoute = (db: ReadDatabase, origin: string, destination: string, cabin: Cabin, from: number, until: number) =>
  db
    .query<Pick<WaitRow, 'id' | 'state' | 'ahead' | 'joined_at' | 'offered_at'>>(WAITED_ON_ROUTE)
    .all(origin, destination, from, until, cabin);

const AHEAD = 'SELECT count(*) AS ahead FROM waitlist_flights WHERE flight_id IN (?) AND cabin IN (?) AND waits = 1 AND priority >= ?';
/** How many stand before one that joins with this priority now. */
export const aheadOf = async (db: ReadDatabase, flightId: number, cabin: Cabin, priority: number): Promise<number> =>
  (await db.query<{ ahead: number }>(AHEAD).get(flightId, cabin, priority))?.ahead ?? 0;

const INSERT = `INSERT INTO waitlist (state, flights, cabin, booking_class, party, contact_name, phone, fare_limit, currency, priority, reason, desk, user_name, joined_at, ahead, leaves_at)
  VALUES ('WAITING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`;
/** In the order of INSERT. */
const GIVEN = [
  'flights',
  'cabin',
  'booking_class',
  'party',
  'contact_name',
  'phone',
  'fare_limit',
  'currency',
  'priority',
  'reason',
  'desk',
  'user',
  'joined_at',
  'ahead',
  'leaves_at',
] as const;
const ON_FLIGHT = 'INSERT INTO waitlist_flights (entry_id, flight_id, cabin, priority, waits) VALUES (?, ?, ?, ?, 1)';

type NewEntry = Omit<WaitRow, 'id' | 'state' | 'offered_at' | 'hold_id' | 'answered_at' | 'ended_at' | 'ended_by' | 'ended_why'>;

export async function insertWaitEntry(db: WriteDatabase, entry: NewEntry): Promise<WaitRow> {
  const made = await db.changeReturning<{ id: number }>(INSERT).get(...GIVEN.map((column) => entry[column]));
  assert(made, 'a party was put on a waitlist');
  const numbers = flightsOf(entry);
  for (const flightId of numbers) await db.change(ON_FLIGHT).run(made.id, flightId, entry.cabin, entry.priority);
  countWaiting(db, numbers, entry.cabin, 1);
  const none = { offered_at: null, hold_id: null, answered_at: null };
  const row: WaitRow = { ...entry, id: made.id, state: 'WAITING', ...none, ended_at: null, ended_by: null, ended_why: null };
  entryWritten(db, row, numbers, true);
  return row;
}

/** What may change of an entry. */
type WaitChanges = Partial<
  Pick<WaitRow, 'state' | 'priority' | 'reason' | 'offered_at' | 'hold_id' | 'answered_at' | 'ended_at' | 'ended_by' | 'ended_why'>
>;

/** Only what changes is named, because SQLite writes each index of a column that is named. */
const setOf = (changes: WaitChanges): string =>
  `UPDATE waitlist SET ${Object.keys(changes)
    .map((column) => `${column} = ?`)
    .join(', ')} WHERE id = ? AND state = ?`;
const SET_FLIGHTS = 'UPDATE waitlist_flights SET waits = ?, priority = ? WHERE entry_id = ?';

/** Changes an entry from the state in which it was read. Where it has another one, the change fails (LateWriteFailed). Returns the new row. */
export async function changeWaitEntry(db: WriteDatabase, row: WaitRow, changes: WaitChanges): Promise<WaitRow> {
  const after = { ...row, ...changes };
  const { state, priority, hold_id } = after;
  await db.changeLater('waitlist', async (now) => {
    const changed = await now.change(setOf(changes)).run(...Object.values(changes), row.id, row.state);
    if (changed !== 1) throw new LateWriteFailed(`party ${row.id} of the waitlist is not ${row.state} any more`);
  });
  const [waited, waits] = [row.state === 'WAITING', state === 'WAITING'];
  const flights = flightsOf(row);
  if (waited !== waits || priority !== row.priority) {
    await db.changeLater('waitlist_flights', async (now) => {
      const moved = await now.change(SET_FLIGHTS).run(Number(waits), priority, row.id);
      if (moved !== flights.length) throw new LateWriteFailed(`party ${row.id} waits for ${flights.length} flights`);
    });
    if (waited !== waits) countWaiting(db, flights, row.cabin, waits ? 1 : -1);
  }
  entryWritten(db, after, waited || waits ? flights : [], waits);
  if (hold_id !== null && state !== row.state) knowOffer(db, hold_id, state === 'OFFERED' ? row.id : null);
  return after;
}

const LEFT = `SELECT ${COLUMNS} FROM waitlist e WHERE e.state = 'WAITING' AND e.leaves_at <= ? AND NOT EXISTS (SELECT 1 FROM waitlist_flights f
  JOIN flights d ON d.id = f.flight_id WHERE f.entry_id = e.id AND d.departs_at > ?) ORDER BY e.leaves_at, e.id LIMIT 0 + ?`;
/** Some parties that still wait although all their flights have left. */
export const waitingInVain = (db: ReadDatabase, now: number, most: number) => db.query<WaitRow>(LEFT).all(now, now, most);

/** Takes the phone number of the party to which a hold was offered out of its entry. */
export async function blankPhoneOf(db: WriteDatabase, holdId: number): Promise<void> {
  await db.change("UPDATE waitlist SET phone = '' WHERE hold_id IN (?)").run(holdId);
  forgetEntries(db);
}
