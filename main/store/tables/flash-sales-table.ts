import { assert } from '../../../shared/assert.ts';
import type { FlashMode } from '../../../shared/methods/flash-sales.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

export interface FlashSaleRow {
  readonly number: number;
  readonly flight_id: number;
  readonly mode: FlashMode;
  readonly seconds: number;
  readonly seed: string;
  readonly opened_at: number;
  readonly opened_by: string;
  readonly drawn_at: number | null;
  readonly closed_at: number | null;
}

const COLUMNS = 'number, flight_id, mode, seconds, seed, opened_at, opened_by, drawn_at, closed_at';

/** Sales that are open, of flights that have not left. */
export const openFlashSales = (db: ReadDatabase, now: number) =>
  db
    .query<FlashSaleRow>(
      `SELECT ${COLUMNS} FROM flash_sales WHERE closed_at IS NULL
        AND EXISTS (SELECT 1 FROM flights WHERE id = flash_sales.flight_id AND departs_at > ?) ORDER BY number`,
    )
    .all(now);

export const openFlashSaleOf = (db: ReadDatabase, flightId: number) =>
  db.query<FlashSaleRow>(`SELECT ${COLUMNS} FROM flash_sales WHERE flight_id = ? AND closed_at IS NULL`).get(flightId);

/** The lot of the sale that is open, once it was drawn. */
export const drawnLotOf = (db: ReadDatabase, flightId: number) =>
  db
    .query<{ readonly seed: string; readonly drawn_at: number; readonly entrants: string }>(
      'SELECT seed, drawn_at, entrants FROM flash_sales WHERE flight_id = ? AND closed_at IS NULL AND drawn_at IS NOT NULL',
    )
    .get(flightId);

export const flashSaleByNumber = (db: ReadDatabase, number: number) =>
  db.query<FlashSaleRow>(`SELECT ${COLUMNS} FROM flash_sales WHERE number = ?`).get(number);

export async function insertFlashSale(
  db: WriteDatabase,
  { flight_id, mode, seconds, seed, opened_at, opened_by }: Omit<FlashSaleRow, 'number' | 'drawn_at' | 'closed_at'>,
): Promise<number> {
  const last = await db.query<{ last: number | null }>('SELECT max(number) AS last FROM flash_sales').get();
  const number = (last?.last ?? 0) + 1;
  const sql = 'INSERT INTO flash_sales (number, flight_id, mode, seconds, seed, opened_at, opened_by) VALUES (?, ?, ?, ?, ?, ?, ?)';
  const made = await db.change(sql).run(number, flight_id, mode, seconds, seed, opened_at, opened_by);
  assert(made === 1, 'a flash sale was not stored');
  return number;
}

export async function markDrawn(db: WriteDatabase, number: number, at: number, entrants: readonly string[]): Promise<void> {
  const sql = 'UPDATE flash_sales SET drawn_at = ?, entrants = ? WHERE number = ? AND drawn_at IS NULL AND closed_at IS NULL';
  assert((await db.change(sql).run(at, JSON.stringify(entrants), number)) === 1, `flash sale ${number} was open and not drawn`);
}

export async function markClosed(db: WriteDatabase, number: number, at: number, by: string): Promise<void> {
  const sql = 'UPDATE flash_sales SET closed_at = ?, closed_by = ? WHERE number = ? AND closed_at IS NULL';
  assert((await db.change(sql).run(at, by, number)) === 1, `flash sale ${number} was open`);
}
