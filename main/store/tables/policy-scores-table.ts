import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** What sales under a version come to, in minor units of one currency. Seats that were given back count less than nothing in an addition. */
export interface PolicyScore {
  readonly version: number;
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

const COLUMNS = 'version, currency, seats, paid, before_least, before_most, dearer, unknown, given_back, first_booking, first_at';

export const scoresOf = (db: ReadDatabase, version: number) =>
  db.query<PolicyScore>(`SELECT ${COLUMNS} FROM policy_scores WHERE version IN (?) ORDER BY currency`).all(version);

const ADD = `INSERT INTO policy_scores (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (version, currency) DO UPDATE SET seats = policy_scores.seats + excluded.seats, paid = policy_scores.paid + excluded.paid,
    before_least = policy_scores.before_least + excluded.before_least, before_most = policy_scores.before_most + excluded.before_most,
    dearer = policy_scores.dearer + excluded.dearer, unknown = policy_scores.unknown + excluded.unknown,
    given_back = policy_scores.given_back + excluded.given_back,
    first_booking = coalesce(policy_scores.first_booking, excluded.first_booking), first_at = coalesce(policy_scores.first_at, excluded.first_at)`;

export async function addScore(db: WriteDatabase, score: PolicyScore): Promise<void> {
  const { version, currency, seats, paid, before_least, before_most, dearer, unknown, given_back, first_booking, first_at } = score;
  await db.change(ADD).run(version, currency, seats, paid, before_least, before_most, dearer, unknown, given_back, first_booking, first_at);
}

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
