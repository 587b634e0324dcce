import type { Database, ReadDatabase } from '../database.ts';
import { storeError } from '../sqlite.ts';
import { journalEndProblem } from '../tables/journal-table.ts';
import { bookingsProblem } from './check-bookings.ts';
import { flightsProblem } from './check-flights.ts';
import { jobsProblem, moneyDueProblem } from './check-jobs.ts';
import { followJournal, JournalSummary } from './check-journal.ts';
import { repliesProblem } from './check-replies.ts';
import { vouchersProblem, voucherTendersProblem } from './check-vouchers.ts';

/** A piece is read in one snapshot, and while that is held the store's log cannot begin anew: so it is kept short. */
const ROWS_AT_ONCE = 500;
const FLIGHTS_AT_ONCE = 50;
const EVENTS_AT_ONCE = 2_000;

/**
 * Reads a store through, in bounded pieces, and holds its tables against each other: what one says must follow from the
 * others. SQLite's own check sees whether pages are well made; this one also sees a well-made page of another day. Answers with the
 * first problem, in words, or undefined. `between` is called between two pieces.
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
      (await rowPieces(db, piece, 'bookings', voucherTendersProblem)) ??
      (await rowPieces(db, piece, 'vouchers', vouchersProblem)) ??
      (await rowPieces(db, piece, 'replies', repliesProblem)) ??
      (await flightPieces(db, piece))
    );
  } catch (error) {
    if (error instanceof PieceUnread) return error.message;
    throw error;
  }
}

/** A piece that cannot even be read; its message says which. */
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
      // Only in the snapshot that saw the journal's end do the other tables stand where it does.
      return summary.event < from + EVENTS_AT_ONCE ? ((await summary.problem(db)) ?? (await endProblem(db))) : undefined;
    };
    const problem = await piece(`the journal after event ${from}`, read);
    if (problem) return problem;
    if (summary.event < from + EVENTS_AT_ONCE) return undefined;
  }
}

/** The journal ends where it was known to end; the last booking is in it, and its last one is a booking. */
export async function endProblem(db: ReadDatabase): Promise<string | undefined> {
  const otherEnd = await journalEndProblem(db);
  if (otherEnd) return otherEnd;
  const sql = 'SELECT (SELECT max(id) FROM bookings) AS made, (SELECT max(booking_id) FROM journal WHERE booking_id IS NOT NULL) AS told';
  const last = await db.query<{ made: number | null; told: number | null }>(sql).get();
  if (last?.made === last?.told) return undefined;
  return `the last booking is ${last?.made ?? 'none'}, in the journal it is ${last?.told ?? 'none'}`;
}

/** Rows by their numbers, some at a time. What is made from now on was not there to be damaged. */
async function rowPieces(
  db: Database,
  piece: Piece,
  table: 'bookings' | 'jobs' | 'vouchers' | 'replies',
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
      // After the last flight that is counted there may still be one that is claimed.
      const upTo = last === 0 ? Number.MAX_SAFE_INTEGER : last;
      return { upTo, problem: await flightsProblem(db, after, upTo) };
    };
    const { upTo, problem } = await piece(`flights after ${after}`, read);
    if (problem) return problem;
    if (upTo === Number.MAX_SAFE_INTEGER) return undefined;
    after = upTo;
  }
}

const lastOf = async (db: ReadDatabase, sql: string, ...values: number[]): Promise<number> =>
  (await db.query<{ last: number | null }>(sql).get(...values))?.last ?? 0;
