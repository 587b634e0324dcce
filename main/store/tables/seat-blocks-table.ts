import { assert } from '../../../shared/assert.ts';
import { BLOCK_CODES, type BlockCode, type BlockEnd, takesFromStock } from '../../../shared/seat-blocks.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { blocksChanged } from '../known-blocks.ts';

/** A block of one seat that stands. `from_stock`: 1 when the cabin may sell one seat less because of it. */
export interface SeatBlockRow {
  readonly id: number;
  readonly flight_id: number;
  readonly seat: string;
  readonly cabin: Cabin;
  readonly code: BlockCode;
  readonly remark: string;
  readonly until_at: number | null;
  readonly from_stock: number;
  readonly blocked_at: number;
  readonly user_name: string;
  readonly desk: string;
}

const COLUMNS = 'id, flight_id, seat, cabin, code, remark, until_at, from_stock, blocked_at, user_name, desk';

const INSERT = `INSERT INTO seat_blocks (flight_id, seat, cabin, code, remark, until_at, from_stock, blocked_at, user_name, desk)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export async function insertSeatBlock(db: WriteDatabase, row: Omit<SeatBlockRow, 'id'>): Promise<void> {
  const { flight_id, seat, cabin, code, remark, until_at, from_stock, blocked_at, user_name, desk } = row;
  const made = await db.change(INSERT).run(flight_id, seat, cabin, code, remark, until_at, from_stock, blocked_at, user_name, desk);
  assert(made === 1, `block ${code} of ${seat} was not stored`);
  blocksChanged(db);
}

const OF_FLIGHT = `SELECT ${COLUMNS} FROM seat_blocks WHERE flight_id IN (?) AND ended_at IS NULL`;
const rowAndLetter = (seat: string): string => seat.padStart(3, '0');

/** Blocks of a flight that stand, by seat, and of one seat the most severe first. */
export const blocksOfFlight = async (db: ReadDatabase, flightId: number): Promise<SeatBlockRow[]> =>
  (await db.query<SeatBlockRow>(OF_FLIGHT).all(flightId)).toSorted(
    (a, b) => rowAndLetter(a.seat).localeCompare(rowAndLetter(b.seat)) || BLOCK_CODES.indexOf(a.code) - BLOCK_CODES.indexOf(b.code),
  );

/** The blocks that stand in a cabin and whose seats count as none. */
export const countedBlocks = async (db: ReadDatabase, flightId: number, cabin: Cabin): Promise<SeatBlockRow[]> =>
  (await blocksOfFlight(db, flightId)).filter((block) => block.cabin === cabin && takesFromStock(block.code));

/** `seats`: of a cabin that count as none. `taken`: how many of them its blocks take from what it may sell; fewer where it may sell fewer. */
export async function blockedIn(db: ReadDatabase, flightId: number, cabin: Cabin): Promise<{ seats: number; taken: number }> {
  const count = await countedBlocks(db, flightId, cabin);
  return { seats: new Set(count.map(({ seat }) => seat)).size, taken: count.filter((block) => block.from_stock === 1).length };
}

/** A block that stands or ended. */
export interface BlockHistoryRow extends Pick<SeatBlockRow, 'seat' | 'code' | 'blocked_at' | 'user_name' | 'desk'> {
  readonly ended_at: number | null;
  readonly ended_by: string | null;
  readonly ended_why: BlockEnd | null;
  readonly ended_reason: string | null;
}

const LAST = `SELECT seat, code, blocked_at, user_name, desk, ended_at, ended_by, ended_why, ended_reason FROM seat_blocks
  WHERE flight_id IN (?) AND cabin IN (?) ORDER BY id`;

/** The blocks of a cabin that were begun or ended last: in at most so many steps each. */
export async function lastBlocksOf(db: ReadDatabase, flightId: number, cabin: Cabin, steps: number): Promise<BlockHistoryRow[]> {
  const rows = await db.query<BlockHistoryRow>(LAST).all(flightId, cabin);
  const since = (moments: readonly number[]): number => [...new Set(moments)].toSorted((a, b) => b - a)[steps - 1] ?? 0;
  const begun = since(rows.map(({ blocked_at }) => blocked_at));
  const over = since(rows.flatMap(({ ended_at }) => ended_at ?? []));
  return rows.filter(({ blocked_at, ended_at }) => blocked_at >= begun || (ended_at ?? -1) >= over);
}

/** Blocks whose time has come, the earliest first. */
export const dueBlocks = (db: ReadDatabase, now: number, most: number): Promise<SeatBlockRow[]> =>
  db
    .query<SeatBlockRow>(`SELECT ${COLUMNS} FROM seat_blocks WHERE ended_at IS NULL AND until_at <= ? ORDER BY until_at, id LIMIT ?`)
    .all(now, most) as Promise<SeatBlockRow[]>;

/** When the next block ends by itself; null when none does. */
export const nextBlockEnd = async (db: ReadDatabase): Promise<number | null> => {
  const sql = 'SELECT min(until_at) AS next FROM seat_blocks WHERE ended_at IS NULL AND until_at IS NOT NULL';
  return (await db.query<{ next: number | null }>(sql).get())?.next ?? null;
};

const GAVE_WAY = `SELECT ${COLUMNS} FROM seat_blocks b WHERE flight_id IN (?) AND cabin IN (?) AND ended_why = ? AND (until_at IS NULL OR until_at > ?)
  AND NOT EXISTS (SELECT 1 FROM seat_blocks later WHERE later.flight_id = b.flight_id AND later.seat = b.seat AND later.code = b.code AND later.id > b.id)
  AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.flight_id = b.flight_id AND c.seat = b.seat AND c.kind <> 'block') ORDER BY id`;

/** Blocks of a cabin that gave way to a sale as their code allows, or to a supervisor's, whose time has not come, and whose seat nobody has. */
export const blocksThatGaveWay = (db: ReadDatabase, flightId: number, cabin: Cabin, now: number, why: 'sold' | 'override') =>
  db.query<SeatBlockRow>(GAVE_WAY).all(flightId, cabin, why, now);

const BEFORE = "SELECT id FROM seat_blocks WHERE flight_id IN (?) AND seat = ? AND code = ? AND ended_why IN ('sold', 'override') LIMIT 1";

/** Whether a block of this code gave way to a sale of the seat before. */
export const gaveWayBefore = async (db: ReadDatabase, { flight_id, seat, code }: SeatBlockRow): Promise<boolean> =>
  (await db.query<{ id: number }>(BEFORE).get(flight_id, seat, code)) !== undefined;

const END = `UPDATE seat_blocks SET ended_at = ?, ended_by = ?, ended_why = ?, ended_reason = ? WHERE id = ? AND ended_at IS NULL`;

export async function endSeatBlock(
  db: WriteDatabase,
  id: number,
  end: { readonly at: number; readonly by: string; readonly why: BlockEnd; readonly reason: string },
): Promise<void> {
  const ended = await db.change(END).run(end.at, end.by, end.why, end.reason, id);
  assert(ended === 1, `block ${id} does not stand`);
  blocksChanged(db);
}

/** A block takes its seat from what the cabin may sell from now on, or does so no more. */
export async function setFromStock(db: WriteDatabase, id: number, fromStock: 0 | 1): Promise<void> {
  const set = await db.change('UPDATE seat_blocks SET from_stock = ? WHERE id = ? AND from_stock = ?').run(fromStock, id, 1 - fromStock);
  assert(set === 1, `block ${id} takes ${fromStock} from stock already`);
}
