import { assert } from '../../../shared/assert.ts';
import type { ShiftCounted, ShiftMoveKind, ShiftReport, ShiftSum } from '../../../shared/methods/shifts.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta } from './meta-table.ts';

// Rows of these tables are only ever added. A shift is open while it has no close.

export interface ShiftRow {
  readonly id: number;
  readonly desk: string;
  readonly user: string;
  readonly opened_at: number;
  /** The entry of the journal that tells of it. What was written with a later one belongs to it. */
  readonly opened_event: number;
  /** JSON: ShiftSum[]. */
  readonly floats: string;
}

export interface ShiftMoveRow {
  readonly event: number;
  readonly at: number;
  readonly user: string;
  readonly kind: ShiftMoveKind;
  readonly currency: string;
  readonly amount: number;
  readonly note: string;
}

export interface ShiftCountRow {
  readonly number: number;
  readonly event: number;
  readonly at: number;
  readonly user: string;
  /** JSON: ShiftCounted[]. */
  readonly counted: string;
}

export interface ShiftCloseRow {
  readonly desk: string;
  readonly z: number;
  readonly shift_id: number;
  readonly event: number;
  readonly at: number;
  readonly user: string;
  /** JSON: ShiftReport. */
  readonly report: string;
}

const SHIFT = 'id, desk, user_name AS user, opened_at, opened_event, floats';
const CLOSE = 'desk, z, shift_id, event, at, user_name AS user, report';

export const floatsOf = (row: ShiftRow): ShiftSum[] => JSON.parse(row.floats) as ShiftSum[];
export const countedOf = (row: ShiftCountRow): ShiftCounted[] => JSON.parse(row.counted) as ShiftCounted[];
const NONE_PAID: Partial<ShiftReport['cash'][number]> = { compensated: 0, compensations: 0 };

/** A Z of an older store says nothing of compensation, because none was paid. */
export function reportOf(row: Pick<ShiftCloseRow, 'report'>): ShiftReport {
  const report = JSON.parse(row.report) as ShiftReport;
  return { ...report, cash: report.cash.map((cash) => ({ ...NONE_PAID, ...cash })) };
}

export const shiftById = (db: ReadDatabase, id: number) => db.query<ShiftRow>(`SELECT ${SHIFT} FROM shifts WHERE id = ?`).get(id);

const LAST = `SELECT ${SHIFT} FROM shifts WHERE desk IN (?) ORDER BY id DESC LIMIT 1`;
/** The newest shift of a desk, open or closed. */
export const lastShift = (db: ReadDatabase, desk: string) => db.query<ShiftRow>(LAST).get(desk);

const SHIFTS = `SELECT ${SHIFT} FROM shifts ORDER BY id DESC LIMIT 0 + ?`;
const OF_DESK = `SELECT ${SHIFT} FROM shifts WHERE desk IN (?) ORDER BY id DESC LIMIT 0 + ?`;
/** Shifts, newest first. `desk`: null for all. */
export const newestShifts = (db: ReadDatabase, desk: string | null, most: number) =>
  desk === null ? db.query<ShiftRow>(SHIFTS).all(most) : db.query<ShiftRow>(OF_DESK).all(desk, most);

export async function openShiftOf(db: ReadDatabase, desk: string): Promise<ShiftRow | undefined> {
  const last = await lastShift(db, desk);
  return last && !(await closeOf(db, last.id)) ? last : undefined;
}

export const closeOf = (db: ReadDatabase, shiftId: number) =>
  db.query<ShiftCloseRow>(`SELECT ${CLOSE} FROM shift_closes WHERE shift_id = ?`).get(shiftId);

const LAST_CLOSE = `SELECT ${CLOSE} FROM shift_closes WHERE desk IN (?) ORDER BY z DESC LIMIT 1`;
export const lastClose = (db: ReadDatabase, desk: string) => db.query<ShiftCloseRow>(LAST_CLOSE).get(desk);

const LAST_ZS = 'SELECT desk, max(z) AS z FROM shift_closes GROUP BY desk';
/** The last Z of each desk that has closed a shift. */
export const lastZs = (db: ReadDatabase) => db.query<{ desk: string; z: number }>(LAST_ZS).all();

/** The last Z of desks in a store that this one replaced, when a backup was put back. */
export const zsGiven = async (db: ReadDatabase): Promise<Readonly<Record<string, number>>> =>
  JSON.parse((await readMeta(db, 'zs_given')) ?? '{}') as Record<string, number>;

/** The number of the last Z of a desk, 0 before the first. After a restore it goes on behind those that the replaced store gave: they are on paper. */
export const lastZ = async (db: ReadDatabase, desk: string): Promise<number> =>
  Math.max((await lastClose(db, desk))?.z ?? 0, (await zsGiven(db))[desk] ?? 0);

const MOVES = 'SELECT event, at, user_name AS user, kind, currency, amount, note FROM shift_moves WHERE shift_id IN (?) ORDER BY id';
export const movesOf = (db: ReadDatabase, shiftId: number) => db.query<ShiftMoveRow>(MOVES).all(shiftId);

const COUNTS = 'SELECT number, event, at, user_name AS user, counted FROM shift_counts WHERE shift_id IN (?) ORDER BY number DESC LIMIT 1';
/** The last count; its number says how many there were. */
export const lastCount = (db: ReadDatabase, shiftId: number) => db.query<ShiftCountRow>(COUNTS).get(shiftId);

const nextId = async (db: ReadDatabase, table: 'shifts' | 'shift_moves'): Promise<number> =>
  ((await db.query<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`).get())?.last ?? 0) + 1;

/** Returns the number of the new shift. */
export async function insertShift(
  db: WriteDatabase,
  { desk, user, opened_at, opened_event, floats }: Omit<ShiftRow, 'id' | 'floats'> & { readonly floats: readonly ShiftSum[] },
): Promise<number> {
  const id = await nextId(db, 'shifts');
  const sql = 'INSERT INTO shifts (id, desk, user_name, opened_at, opened_event, floats) VALUES (?, ?, ?, ?, ?, ?)';
  const made = await db.change(sql).run(id, desk, user, opened_at, opened_event, JSON.stringify(floats));
  assert(made === 1, `the shift of desk ${desk} was not stored`);
  return id;
}

export async function insertMove(db: WriteDatabase, shiftId: number, move: ShiftMoveRow): Promise<void> {
  const sql =
    'INSERT INTO shift_moves (id, shift_id, event, at, user_name, kind, currency, amount, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)';
  const { event, at, user, kind, currency, amount, note } = move;
  const made = await db.change(sql).run(await nextId(db, 'shift_moves'), shiftId, event, at, user, kind, currency, amount, note);
  assert(made === 1, `cash of shift ${shiftId} was not stored as moved`);
}

export async function insertCount(
  db: WriteDatabase,
  shiftId: number,
  { number, event, at, user, counted }: Omit<ShiftCountRow, 'counted'> & { readonly counted: readonly ShiftCounted[] },
): Promise<void> {
  const sql = 'INSERT INTO shift_counts (shift_id, number, event, at, user_name, counted) VALUES (?, ?, ?, ?, ?, ?)';
  const made = await db.change(sql).run(shiftId, number, event, at, user, JSON.stringify(counted));
  assert(made === 1, `count ${number} of shift ${shiftId} was not stored`);
}

export async function insertClose(db: WriteDatabase, close: ShiftCloseRow): Promise<void> {
  const sql = 'INSERT INTO shift_closes (desk, z, shift_id, event, at, user_name, report) VALUES (?, ?, ?, ?, ?, ?, ?)';
  const { desk, z, shift_id, event, at, user, report } = close;
  const made = await db.change(sql).run(desk, z, shift_id, event, at, user, report);
  assert(made === 1, `Z ${z} of desk ${desk} was not stored`);
}
