import type { Cabin } from '../../shared/seat-map.ts';
import { cabinKey, cabinOfKey } from './cabin-key.ts';
import type { Awaitable, ReadDatabase } from './database.ts';

/**
 * Which cabins have a waitlist, and which holds are offers, kept in memory.
 *
 * The problem: seats come free thousands of times a second in a rush, and nearly always nobody waits for them. A statement that asks would also
 * end the writing of many rows together.
 * 1. Only the writer writes, so a handle that has read the lists once keeps them up to date itself.
 * 2. After something was undone they are read again, but only if they were read or changed since the last commit.
 */
interface Known {
  /** Parties that wait, by flight and cabin. */
  readonly waiting: Map<number, number>;
  /** Entries by the number of the hold that is offered to them. */
  readonly offers: Map<number, number>;
  /** Whether it was read or changed since the last commit. */
  unsettled: boolean;
}

const knownBy = new WeakMap<ReadDatabase, Known>();

const WAITING = 'SELECT flight_id, cabin, count(*) AS parties FROM waitlist_flights WHERE waits = 1 GROUP BY flight_id, cabin';
const OFFERED = "SELECT id, hold_id FROM waitlist WHERE state = 'OFFERED'";

async function read(db: ReadDatabase): Promise<Known> {
  const lists = await db.query<{ flight_id: number; cabin: Cabin; parties: number }>(WAITING).all();
  const offers = await db.query<{ id: number; hold_id: number }>(OFFERED).all();
  const known: Known = {
    waiting: new Map(lists.map(({ flight_id, cabin, parties }) => [cabinKey(flight_id, cabin), parties])),
    offers: new Map(offers.map(({ id, hold_id }) => [hold_id, id])),
    unsettled: true,
  };
  knownBy.set(db, known);
  return known;
}

/** Whether somebody waits for a seat of this cabin. */
export function isWaitedFor(db: ReadDatabase, flightId: number, cabin: Cabin): Awaitable<boolean> {
  const has = ({ waiting }: Known): boolean => waiting.size > 0 && waiting.has(cabinKey(flightId, cabin));
  const known = knownBy.get(db);
  return known ? has(known) : read(db).then(has);
}

/** The entry to which a hold is offered; undefined: it is an ordinary hold. */
export function entryOffered(db: ReadDatabase, holdId: number): Awaitable<number | undefined> {
  const known = knownBy.get(db);
  return known ? known.offers.get(holdId) : read(db).then(({ offers }) => offers.get(holdId));
}

/** Flights and cabins for which somebody waits, in the order of their numbers. */
export async function waitedFor(db: ReadDatabase): Promise<{ flightId: number; cabin: Cabin }[]> {
  const { waiting } = knownBy.get(db) ?? (await read(db));
  const keys = [...waiting.keys()].sort((a, b) => a - b);
  return keys.map(cabinOfKey);
}

/** One party more or less waits on these flights. */
export function countWaiting(db: ReadDatabase, flights: readonly number[], cabin: Cabin, more: 1 | -1): void {
  const known = knownBy.get(db);
  if (!known) return;
  known.unsettled = true;
  for (const flightId of flights) {
    const key = cabinKey(flightId, cabin);
    const parties = (known.waiting.get(key) ?? 0) + more;
    if (parties > 0) known.waiting.set(key, parties);
    else known.waiting.delete(key);
  }
}

/** A hold became an offer to an entry, or (null) is none any more. */
export function knowOffer(db: ReadDatabase, holdId: number, entryId: number | null): void {
  const known = knownBy.get(db);
  if (!known) return;
  known.unsettled = true;
  if (entryId === null) known.offers.delete(holdId);
  else known.offers.set(holdId, entryId);
}

/** Must be called after a commit. */
export function settleWaitlist(db: ReadDatabase): void {
  const known = knownBy.get(db);
  if (known) known.unsettled = false;
}

/** Must be called after something was undone. */
export function forgetWaitlist(db: ReadDatabase): void {
  if (knownBy.get(db)?.unsettled) knownBy.delete(db);
}
