import type { Database, ReadDatabase } from '../database.ts';
import { storeError } from '../sqlite.ts';
import { journalEndProblem } from '../tables/journal-table.ts';
import { receiptsProblem } from '../tables/policy-receipts-table.ts';
import { accountsProblem, payersProblem } from './check-accounts.ts';
import { blockClaimsProblem } from './check-blocks.ts';
import { bookingsProblem } from './check-bookings.ts';
import { flightsProblem } from './check-flights.ts';
import { jobsProblem, moneyDueProblem } from './check-jobs.ts';
import { followJournal, JournalSummary } from './check-journal.ts';
import { messagesProblem, messageTurnsProblem } from './check-messages.ts';
import { promotionsProblem } from './check-promotions.ts';
import { repliesProblem } from './check-replies.ts';
import { shiftsProblem } from './check-shifts.ts';
import { vouchersProblem, voucherTendersProblem } from './check-vouchers.ts';
import { waitlistProblem } from './check-waitlist.ts';

/**
 * Rows that are read in one snapshot. The write-ahead log cannot start again while a snapshot is held, so a snapshot is short. And the rows of a larger piece live longer than the
 * young heap: with five times as many, collecting them took twice as long.
 */
const ROWS_AT_ONCE = 100;
const FLIGHTS_AT_ONCE = 50;
const EVENTS_AT_ONCE = 250;

/**
 * Reads a whole store, piece by piece, and compares its tables with each other: what one table says must follow from the others.
 *
 * The problem: SQLite keeps no checksums of its pages. Its own check finds a page that is not well formed. It does not find a well-formed
 * page of an older day, which a failing disk or a wrong copy can leave.
 * 1. A booking, the seats of a flight, a stored reply and an entry of the journal are compared with other tables where they are first
 *    used (trusted-booking.ts, trust-seats.ts, check-replies.ts, journal-table.ts).
 * 2. This check compares all of them in the background, in a thread of its own, and at the start when the store is small or marked.
 * 3. A row of an older day is not found where nothing else records its change, such as the hash of a PIN.
 *
 * Returns the first problem, in words, or undefined. `between` is called between two pieces.
 */
export async function crossCheck(db: Database, between: () => void = () => {}): Promise<string | undefined> {
  const piece = async <T>(what: string, read: () => Promise<T>): Promise<T> => {
    between();
    try {
      return await db.snapshot(read);
    } catch (error) {
      const { trouble, message } = storeError(error);
      throw new PieceUnread(`${what}: ${message} (${trouble})`, { cause: error });
    }
  };
  try {
    return (
      (await journalPieces(db, piece)) ??
      (await rowPieces(db, piece, 'bookings', bookingsProblem)) ??
      (await rowPieces(db, piece, 'jobs', jobsProblem)) ??
      (await piece('money due', () => moneyDueProblem(db))) ??
      (await rowPieces(db, piece, 'messages', messagesProblem)) ??
      (await piece('turns of messages', () => messageTurnsProblem(db))) ??
      (await rowPieces(db, piece, 'bookings', voucherTendersProblem)) ??
      (await rowPieces(db, piece, 'vouchers', vouchersProblem)) ??
      (await rowPieces(db, piece, 'bookings', payersProblem)) ??
      (await piece('accounts', () => accountsProblem(db))) ??
      (await piece('receipts of policies', () => receiptsProblem(db))) ??
      (await piece('promotions', () => promotionsProblem(db))) ??
      (await rowPieces(db, piece, 'waitlist', waitlistProblem)) ??
      (await piece('shifts', () => shiftsProblem(db))) ??
      (await rowPieces(db, piece, 'replies', repliesProblem)) ??
      (await flightPieces(db, piece))
    );
  } catch (error) {
    if (error instanceof PieceUnread) return error.message;
    throw error;
  }
}

/** A piece that cannot be read. Its message says which. */
class PieceUnread extends Error {
  override name = 'PieceUnread';
}

type Piece = <T>(what: string, read: () => Promise<T>) => Promise<T>;

async function journalPieces(db: Database, piece: Piece): Promise<string | undefined> {
  const summary = new JournalSummary();
  for (;;) {
    const from = summary.event;
    const read = async () => {
      const broken = await followJournal(db, summary, EVENTS_AT_ONCE);
      if (broken !== undefined) return `the journal is broken at event ${broken}`;
      // Other tables agree with the journal's end only in the snapshot that read it.
      return summary.event < from + EVENTS_AT_ONCE ? ((await summary.problem(db)) ?? (await endProblem(db))) : undefined;
    };
    const problem = await piece(`the journal after event ${from}`, read);
    if (problem) return problem;
    if (summary.event < from + EVENTS_AT_ONCE) return undefined;
  }
}

/** The journal ends where it was known to end. The newest booking is in it, and the newest booking that it knows is in the store. */
export async function endProblem(db: ReadDatabase): Promise<string | undefined> {
  const otherEnd = await journalEndProblem(db);
  if (otherEnd) return otherEnd;
  const sql = 'SELECT (SELECT max(id) FROM bookings) AS made, (SELECT max(booking_id) FROM journal WHERE booking_id IS NOT NULL) AS told';
  const last = await db.query<{ made: number | null; told: number | null }>(sql).get();
  if (last?.made === last?.told) return undefined;
  return `the last booking is ${last?.made ?? 'none'}, in the journal it is ${last?.told ?? 'none'}`;
}

/** Checks rows by their numbers, some at a time. Rows that are made after the check has begun are left out. */
async function rowPieces(
  db: Database,
  piece: Piece,
  table: 'bookings' | 'jobs' | 'messages' | 'vouchers' | 'waitlist' | 'replies',
  check: (db: ReadDatabase, after: number, upTo: number) => Promise<string | undefined>,
): Promise<string | undefined> {
  const ends = `SELECT coalesce(min(id), 1) AS first, coalesce(max(id), 0) AS last FROM ${table}`;
  const { first, last } = await piece(
    table,
    async () => (await db.query<{ first: number; last: number }>(ends).get()) ?? { first: 1, last: 0 },
  );
  for (let after = first - 1; after < last; after += ROWS_AT_ONCE) {
    const upTo = after + ROWS_AT_ONCE;
    const problem = await piece(`${table} ${after + 1} to ${upTo}`, () => check(db, after, upTo));
    if (problem) return problem;
  }
  return undefined;
}

const NEXT_FLIGHT = `SELECT max(flight_id) AS last FROM (SELECT flight_id FROM cabin_counters WHERE flight_id > ?
  GROUP BY flight_id ORDER BY flight_id LIMIT ${FLIGHTS_AT_ONCE}) AS following`;

async function flightPieces(db: Database, piece: Piece): Promise<string | undefined> {
  for (let after = 0; ; ) {
    const read = async () => {
      const last = await lastOf(db, NEXT_FLIGHT, after);
      // A flight after the last one with counters may still have claims.
      const upTo = last === 0 ? Number.MAX_SAFE_INTEGER : last;
      return { upTo, problem: (await flightsProblem(db, after, upTo)) ?? (await blockClaimsProblem(db, after, upTo)) };
    };
    const { upTo, problem } = await piece(`flights after ${after}`, read);
    if (problem) return problem;
    if (upTo === Number.MAX_SAFE_INTEGER) return undefined;
    after = upTo;
  }
}

const lastOf = async (db: ReadDatabase, sql: string, ...values: number[]): Promise<number> =>
  (await db.query<{ last: number | null }>(sql).get(...values))?.last ?? 0;
