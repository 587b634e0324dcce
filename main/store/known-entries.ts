import type { Cabin } from '../../shared/seat-map.ts';
import { cabinKey } from './cabin-key.ts';
import type { ReadDatabase } from './database.ts';
import { RecentRows } from './recent-rows.ts';
import type { WaitRow } from './tables/wait-row.ts';

/** Enough for the offers of a busy station, and some megabytes. */
const ENTRIES_MAX = 4_000;
/** Lists of which the first parties are kept. */
const LISTS_MAX = 256;
/** Parties of a list that are kept: an offer goes nearly always to one of the first, and in a rush many go to one list. */
export const HEAD_MAX = 64;

/** The first parties of a list, in its order. `whole`: nobody else waits on it. */
interface Head {
  readonly rows: WaitRow[];
  whole: boolean;
}
interface Known {
  readonly entries: RecentRows<WaitRow>;
  readonly heads: Map<number, Head>;
}

/**
 * Parties of the waitlist as this handle wrote them last, and the first of each list, kept in memory for the same reason as the bookings
 * (known-bookings.ts): who is offered a seat answers soon, and reading the list made the rows of the offer before it be written early.
 * A change names the state that it expects and fails if the table has another one. Whoever undoes something forgets all of it.
 */
const knownBy = new WeakMap<ReadDatabase, Known>();

function knownOf(db: ReadDatabase): Known {
  const known = knownBy.get(db) ?? { entries: new RecentRows(ENTRIES_MAX), heads: new Map() };
  knownBy.set(db, known);
  return known;
}

export const knownEntry = (db: ReadDatabase, id: number): WaitRow | undefined => knownBy.get(db)?.entries.get(id);

/** The same rows as the statement gives for the list of a cabin; undefined where not all of them are known. */
export function knownOnList(db: ReadDatabase, flightId: number, cabin: Cabin, most: number, from: number): WaitRow[] | undefined {
  const head = knownBy.get(db)?.heads.get(cabinKey(flightId, cabin));
  if (!head || !(head.whole || head.rows.length >= from + most)) return undefined;
  return head.rows.slice(from, from + most);
}

/** Keeps the beginning of a list as just read. `whole`: it is all of the list. */
export function knowHead(db: ReadDatabase, flightId: number, cabin: Cabin, rows: readonly WaitRow[], whole: boolean): void {
  const { heads } = knownOf(db);
  if (heads.size >= LISTS_MAX) heads.clear();
  heads.set(cabinKey(flightId, cabin), { rows: [...rows], whole });
}

/** Must be called with each party as it was just written. `flights`: on whose lists it stood or stands. `waits`: whether it stands there now. */
export function entryWritten(db: ReadDatabase, row: WaitRow, flights: readonly number[], waits: boolean): void {
  const known = knownOf(db);
  known.entries.set(row);
  for (const flightId of flights) {
    const key = cabinKey(flightId, row.cabin);
    const head = known.heads.get(key);
    if (!head) continue;
    const at = head.rows.findIndex(({ id }) => id === row.id);
    if (at >= 0) head.rows.splice(at, 1);
    if (waits) standIn(head, row);
    if (head.rows.length === 0 && !head.whole) known.heads.delete(key);
  }
}

/** Behind the last that is known others may stand, so a party that comes there is known only where the whole list is. */
function standIn(head: Head, row: WaitRow): void {
  const { rows } = head;
  const at = rows.findIndex(({ priority, id }) => row.priority > priority || (row.priority === priority && row.id < id));
  if (at >= 0) rows.splice(at, 0, row);
  else if (head.whole) rows.push(row);
  if (rows.length <= HEAD_MAX) return;
  rows.pop();
  head.whole = false;
}

/** Must be called after something was undone, and after parties were changed in any other way than by `entryWritten`. */
export const forgetEntries = (db: ReadDatabase): boolean => knownBy.delete(db);
