import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** What sales come to, in minor units of one currency. Seats that were given back count less than nothing in an addition. */
export interface Score {
  readonly currency: string;
  readonly seats: number;
  readonly paid: number;
  readonly before_least: number;
  readonly before_most: number;
  readonly dearer: number;
  readonly unknown: number;
  readonly given_back: number;
  /** The first sale, by its booking; null in an addition without one. */
  readonly first_booking: number | null;
  readonly first_at: number | null;
}

/** Of sales under one version. */
export interface PolicyScore extends Score {
  readonly version: number;
}

/** Of sales while one decision by hand about a class counted. */
export interface OverrideScore extends Score {
  readonly override: number;
}

const COLUMNS = 'currency, seats, paid, before_least, before_most, dearer, unknown, given_back, first_booking, first_at';

export const scoresOf = (db: ReadDatabase, version: number) =>
  db.query<Score>(`SELECT ${COLUMNS} FROM policy_scores WHERE version IN (?) ORDER BY currency`).all(version);

export const overrideScoresOf = (db: ReadDatabase, override: number) =>
  db.query<Score>(`SELECT ${COLUMNS} FROM override_scores WHERE override_id IN (?) ORDER BY currency`).all(override);

const addTo = (table: string, key: string): string => `INSERT INTO ${table} (${key}, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (${key}, currency) DO UPDATE SET seats = ${table}.seats + excluded.seats, paid = ${table}.paid + excluded.paid,
    before_least = ${table}.before_least + excluded.before_least, before_most = ${table}.before_most + excluded.before_most,
    dearer = ${table}.dearer + excluded.dearer, unknown = ${table}.unknown + excluded.unknown,
    given_back = ${table}.given_back + excluded.given_back,
    first_booking = coalesce(${table}.first_booking, excluded.first_booking), first_at = coalesce(${table}.first_at, excluded.first_at)`;
const ADD_TO_POLICY = addTo('policy_scores', 'version');
const ADD_TO_OVERRIDE = addTo('override_scores', 'override_id');

async function add(db: WriteDatabase, sql: string, key: number, score: Score): Promise<void> {
  const { currency, seats, paid, before_least, before_most, dearer, unknown, given_back, first_booking, first_at } = score;
  await db.change(sql).run(key, currency, seats, paid, before_least, before_most, dearer, unknown, given_back, first_booking, first_at);
}

export const addScore = (db: WriteDatabase, score: PolicyScore) => add(db, ADD_TO_POLICY, score.version, score);
export const addOverrideScore = (db: WriteDatabase, score: OverrideScore) => add(db, ADD_TO_OVERRIDE, score.override, score);

/** The number of the journal's entry up to which sales are scored. */
export const scoredTo = async (db: ReadDatabase): Promise<number> => Number((await readMeta(db, 'scored_to')) ?? 0);

export const writeScoredTo = (db: WriteDatabase, event: number) => writeMeta(db, 'scored_to', String(event));

export const SALES_BETWEEN = `SELECT event, at, type, booking_id FROM journal
  WHERE event > ? AND event <= ? AND type IN ('booking.confirmed', 'booking.cancelled') ORDER BY event`;

export interface SaleEntry {
  readonly event: number;
  readonly at: number;
  readonly type: 'booking.confirmed' | 'booking.cancelled';
  readonly booking_id: number;
}

/** Sales and cancellations with numbers in (after, upTo], in their order. */
export const salesBetween = (db: ReadDatabase, after: number, upTo: number) => db.query<SaleEntry>(SALES_BETWEEN).all(after, upTo);
