import { hash } from 'node:crypto';
import type { BookingEventType, EventData, EventType } from '../../../shared/events.ts';
import type { Instant } from '../../../shared/instants.ts';
import type { Actor } from '../../actor.ts';
import { type ReadDatabase, StoreError, type Value, type WriteDatabase } from '../database.ts';
import { insertMany } from './insert-many.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** Where the journal stands: the number and the hash that the next entry goes on from. */
export interface JournalEnd {
  readonly event: number;
  readonly at: number;
  readonly hash: string;
}

const START: JournalEnd = { event: 0, at: 0, hash: '' };

export async function journalEnd(db: ReadDatabase): Promise<JournalEnd> {
  return (await db.query<JournalEnd>('SELECT event, at, hash FROM journal ORDER BY event DESC LIMIT 1').get()) ?? START;
}

/**
 * Stores the end of the journal a second time, in another table and so on another page. If the last page of the journal went back to an older
 * state, its chain would still be whole, and only this finds it.
 */
export const keepJournalEnd = (db: WriteDatabase, { event, hash }: JournalEnd) => writeMeta(db, 'journal_end', `${event} ${hash}`);

/** A problem, in words, if the journal does not end where it was known to end. */
export async function journalEndProblem(db: ReadDatabase): Promise<string | undefined> {
  const [event, hash] = ((await readMeta(db, 'journal_end')) ?? '').split(' ');
  if (!event) return undefined;
  const entry = await db.query<{ hash: string }>('SELECT hash FROM journal WHERE event = ?').get(Number(event));
  if (entry?.hash !== hash) return `event ${event} is gone from the journal, and it was the last`;
  const more = "SELECT event FROM journal WHERE event > ? AND type <> 'store.restored' ORDER BY event LIMIT 1";
  const after = await db.query<{ event: number }>(more).get(Number(event));
  return after && `the journal goes on at event ${after.event}, and event ${event} was the last`;
}

interface Entry {
  readonly event: number;
  readonly at: number;
  readonly type: string;
  readonly booking_id: number | null;
  readonly user: string;
  readonly desk: string;
  readonly data: string;
}

/** An entry with its link in the chain. */
export interface JournalEntry extends Entry {
  readonly hash: string;
}

/** Each hash covers the entry and the hash before it. So an entry that was changed, removed or inserted is found. */
const chained = (before: string, entry: Entry): string =>
  hash(
    'sha256',
    JSON.stringify([before, entry.event, entry.at, entry.type, entry.booking_id, entry.user, entry.desk, entry.data]),
    'base64url',
  );

/** The entry that goes on from `end`, not stored yet, and the event as consoles are told it. */
export function nextEntry<Type extends EventType>(
  end: JournalEnd,
  now: Instant,
  { user, desk }: Actor,
  type: Type,
  data: EventData<Type>,
): { readonly entry: JournalEntry; readonly told: string } {
  const text = JSON.stringify(data);
  const event = end.event + 1;
  const entry: Entry = { event, at: now, type, booking_id: 'bookingId' in data ? data.bookingId : null, user, desk, data: text };
  const head = JSON.stringify({ event, at: now, type, user, desk });
  return { entry: { ...entry, hash: chained(end.hash, entry) }, told: `${head.slice(0, -1)},"data":${text}}` };
}

/** Stores entries in their order. */
export function storeEntries(db: WriteDatabase, entries: readonly JournalEntry[]): Promise<number> {
  const values: Value[] = [];
  // Not `flatMap`, which makes an array of each entry.
  for (const { event, at, type, booking_id, user, desk, data, hash } of entries)
    values.push(event, at, type, booking_id, user, desk, data, hash);
  return insertMany(db, 'INSERT INTO journal (event, at, type, booking_id, user_name, desk, data, hash)', 8, values);
}

/** Appends one event alone. Answers with the journal's new end. */
export async function appendEvent<Type extends EventType>(
  db: WriteDatabase,
  end: JournalEnd,
  now: Instant,
  actor: Actor,
  type: Type,
  data: EventData<Type>,
): Promise<JournalEnd> {
  const { entry } = nextEntry(end, now, actor, type, data);
  await storeEntries(db, [entry]);
  return entry;
}

/** One entry as it is read back; `data` is JSON. */
export interface JournalRow {
  readonly event: number;
  readonly at: number;
  readonly type: EventType;
  readonly user: string;
  readonly desk: string;
  readonly data: string;
}

/** Throws StoreError `corrupt` unless each of these entries continues the chain. Called before entries are told. */
export async function trustLinks(db: ReadDatabase, after: number, most: number): Promise<void> {
  const broken = await brokenLink(db, after, most);
  if (broken !== undefined) throw new StoreError('corrupt', `the journal is broken at event ${broken}`);
}

/** Entries after a number, in order. */
export const eventsAfter = (db: ReadDatabase, after: number, most: number) =>
  db
    .query<JournalRow>('SELECT event, at, type, user_name AS user, desk, data FROM journal WHERE event > ? ORDER BY event LIMIT 0 + ?')
    .all(after, most);

/** Whether an entry has this number. */
export const isInJournal = async (db: ReadDatabase, event: number): Promise<boolean> =>
  (await db.query('SELECT 1 FROM journal WHERE event = ?').get(event)) !== undefined;

const TOLD = "SELECT event FROM journal WHERE booking_id IN (?) AND event > ? AND type = 'booking.flightsChanged' LIMIT 1";

/** Whether a booking was told of its flights after an entry. */
export const wasTold = async (db: ReadDatabase, bookingId: number, event: number): Promise<boolean> =>
  (await db.query(TOLD).get(bookingId, event)) !== undefined;

/** Everything that happened to one booking, newest first. */
export async function eventsOfBooking(db: ReadDatabase, bookingId: number): Promise<BookingEntry[]> {
  const sql = 'SELECT event, at, type, booking_id, user_name AS user, desk, data FROM journal WHERE booking_id IN (?) ORDER BY event DESC';
  const rows = await db.query<BookingEntry>(sql).all(bookingId);
  // A page of the index that went back to an older state may lead to entries of other bookings.
  if (rows.some(({ booking_id }) => booking_id !== bookingId))
    throw new StoreError('corrupt', `the entries of booking ${bookingId} are others'`);
  return rows;
}

interface BookingEntry extends JournalRow {
  readonly type: BookingEventType;
  readonly booking_id: number;
}

/**
 * The first entry from `after` on whose number or hash does not follow from the one before, or undefined when all do. Only the entry of
 * a store that was put back from a backup may leave numbers out: those that the store before it had given. Only the entry at which a
 * supervisor set the clock right may be of an earlier time.
 */
export async function brokenLink(db: ReadDatabase, after: number, most: number): Promise<number | undefined> {
  const sqlBefore = 'SELECT event, at, hash FROM journal WHERE event <= ? ORDER BY event DESC LIMIT 1';
  const before = (await db.query<JournalEnd>(sqlBefore).get(after)) ?? START;
  let hashBefore = before.hash;
  let expected = before.event + 1;
  let atBefore = before.at;
  const sql = 'SELECT event, at, type, booking_id, user_name AS user, desk, data, hash FROM journal WHERE event > ? ORDER BY event LIMIT ?';
  for (const { hash: link, ...entry } of await db.query<Entry & { hash: string }>(sql).all(after, most)) {
    const follows = entry.event === expected || (entry.type === 'store.restored' && entry.event > expected);
    const goesBack = entry.at < atBefore && entry.type !== 'clock.set';
    if (!follows || goesBack || chained(hashBefore, entry) !== link) return entry.event;
    hashBefore = link;
    atBefore = entry.at;
    expected = entry.event + 1;
  }
  return undefined;
}
