import { BLOCK_CODES, takesFromStock } from '../../shared/seat-blocks.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { cabinKey } from './cabin-key.ts';
import type { Awaitable, ReadDatabase } from './database.ts';

/**
 * How many seats of each cabin count as none, because they are blocked, kept in memory. Each hold asks for it, to know whether a seat is left for
 * its party, and nearly always none is blocked. So no statement is run for it. Only the writer writes, and it reads the numbers again after it
 * blocked or freed seats, and after something was undone.
 */
interface Known {
  /** Flights of which a block gave way to a sale. */
  readonly gaveWay: ReadonlySet<number>;
  readonly unusable: ReadonlyMap<number, number>;
  /** Whether it was read since the last commit. */
  unsettled: boolean;
}

const knownBy = new WeakMap<ReadDatabase, Known>();

const TAKING = BLOCK_CODES.filter(takesFromStock)
  .map((code) => `'${code}'`)
  .join(', ');
const UNUSABLE = `SELECT flight_id, cabin, count(DISTINCT seat) AS seats FROM seat_blocks
  WHERE ended_at IS NULL AND code IN (${TAKING}) GROUP BY flight_id, cabin`;

const GAVE_WAY = "SELECT DISTINCT flight_id FROM seat_blocks WHERE ended_why IN ('sold', 'override')";

async function read(db: ReadDatabase): Promise<Known> {
  const rows = await db.query<{ flight_id: number; cabin: Cabin; seats: number }>(UNUSABLE).all();
  const gaveWay = new Set(await db.column<number>(GAVE_WAY).all());
  const known = {
    gaveWay,
    unusable: new Map(rows.map(({ flight_id, cabin, seats }) => [cabinKey(flight_id, cabin), seats])),
    unsettled: true,
  };
  knownBy.set(db, known);
  return known;
}

/** How many seats of a cabin count as none. */
export function unusableSeats(db: ReadDatabase, flightId: number, cabin: Cabin): Awaitable<number> {
  const of = ({ unusable }: Known): number => (unusable.size === 0 ? 0 : (unusable.get(cabinKey(flightId, cabin)) ?? 0));
  const known = knownBy.get(db);
  return known ? of(known) : read(db).then(of);
}

/** Whether a block of this flight may have given way to a sale. */
export function mayHaveGivenWay(db: ReadDatabase, flightId: number): Awaitable<boolean> {
  const of = ({ gaveWay }: Known): boolean => gaveWay.size > 0 && gaveWay.has(flightId);
  const known = knownBy.get(db);
  return known ? of(known) : read(db).then(of);
}

/** The flights of which a block may have given way to a sale, in the order of their numbers. */
export async function flightsGivenWay(db: ReadDatabase): Promise<number[]> {
  const { gaveWay } = knownBy.get(db) ?? (await read(db));
  return [...gaveWay].sort((a, b) => a - b);
}

/** Must be called after seats were blocked or freed. */
export const blocksChanged = (db: ReadDatabase): boolean => knownBy.delete(db);

/** Must be called after a commit. */
export function settleBlocks(db: ReadDatabase): void {
  const known = knownBy.get(db);
  if (known) known.unsettled = false;
}

/** Must be called after something was undone. */
export function forgetBlocks(db: ReadDatabase): void {
  if (knownBy.get(db)?.unsettled) knownBy.delete(db);
}

/** How many seats of a cabin can be sat in. `capacity`: how many it has. Only for the writer, as all that is kept here. */
export async function usableOf(db: ReadDatabase, flightId: number, cabin: Cabin, capacity: number | undefined): Promise<number> {
  return (capacity ?? 0) - (await unusableSeats(db, flightId, cabin));
}
