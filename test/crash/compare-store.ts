import { isDeepStrictEqual } from 'node:util';
import { checkWholeFile } from '../../main/store/checks/check-store.ts';
import { crossCheck } from '../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { storedReplies } from '../../main/store/tables/replies-table.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import { seatProblems } from '../main/support/seat-invariants.ts';
import type { Ledger, Promised } from './ledger.ts';

/** More of them would not tell more. */
const PROBLEMS_MAX = 20;
const ONCE = ['hold.placed', 'hold.extended', 'hold.released', 'hold.expired', 'booking.confirmed', 'booking.cancelled', 'payment.begun'];

/** What of the unanswered commands the store had already done. */
export async function doneBefore(file: string, requestIds: readonly string[]): Promise<number> {
  const db = new SqliteDatabase({ file, readOnly: true });
  const stored = db.query<{ request_id: string }>('SELECT request_id FROM replies WHERE request_id = ?');
  let done = 0;
  for (const id of requestIds) if ((await stored.get(id)) ?? (await stored.get(`${id}.confirm`))) done++;
  db.close();
  return done;
}

/**
 * Holds a store against what its desks were told: nothing acknowledged is lost, nothing is there twice, nothing is there
 * that nobody asked for, and the store agrees with itself. Every command must have its answer by now.
 */
export async function compareStore(file: string, ledger: Ledger): Promise<string[]> {
  const db = new SqliteDatabase({ file, readOnly: true });
  try {
    return await db.snapshot(async () =>
      [
        ...ledger.problems,
        ...checkWholeFile(db),
        ...(await seatProblems(db)),
        ...(await journalProblems(db, ledger)),
        ...(await replyProblems(db, ledger)),
        ...(await bookingProblems(db, ledger)),
      ].slice(0, PROBLEMS_MAX),
    );
  } finally {
    db.close();
  }
}

/** The chain is whole and leads to what the tables say, and every event that a console was told of is in it as it was told. */
async function journalProblems(db: SqliteDatabase, { heard }: Ledger): Promise<string[]> {
  const problems: string[] = [];
  const adrift = await crossCheck(db);
  if (adrift) problems.push(adrift);
  const row = db.query<{ at: number; type: string; user: string; desk: string; data: string }>(
    'SELECT at, type, user_name AS user, desk, data FROM journal WHERE event = ?',
  );
  for (const { event, ...told } of heard.values()) {
    const kept = await row.get(event);
    if (!kept || !isDeepStrictEqual({ ...kept, data: JSON.parse(kept.data) }, told)) problems.push(`event ${event} was told and is lost`);
  }
  // After a tender failed the hold is paid by another one.
  const twice = await db
    .query<{ booking_id: number; type: string; times: number }>(
      `SELECT booking_id, type, count(*) AS times FROM journal WHERE type IN (${ONCE.map(() => '?').join(', ')})
       GROUP BY booking_id, type HAVING count(*) > 1 + CASE WHEN type = 'payment.begun' THEN
         (SELECT count(*) FROM journal f WHERE f.booking_id = journal.booking_id AND f.type = 'payment.tenderFailed') ELSE 0 END`,
    )
    .all(...ONCE);
  for (const { booking_id, type, times } of twice) problems.push(`${type} of booking ${booking_id} was done ${times} times`);
  return problems;
}

/** The stored reply is the acknowledged one. A payment's steps keep theirs under names of their own. */
async function replyProblems(db: SqliteDatabase, { sent }: Ledger): Promise<string[]> {
  const problems: string[] = [];
  for (const { method, input, reply } of sent) {
    const { requestId } = input;
    if (!reply) problems.push(`${requestId} ${method} was never answered`);
    else {
      const step = `${requestId}.${reply.ok ? 'confirm' : 'fail'}`;
      const stored = await storedReplies(db, [requestId, step]);
      const kept = stored.get(requestId) ?? stored.get(step);
      if (!kept) problems.push(`${requestId} ${method} was answered and has no stored reply`);
      else if (reply.ok && !isDeepStrictEqual(JSON.parse(kept.text), reply)) problems.push(`${requestId} ${method} has another reply`);
    }
  }
  return problems;
}

interface Kept {
  readonly id: number;
  readonly state: BookingState;
  readonly total: number;
  readonly refunded: number;
  readonly fees: number;
  readonly expires_at: number | null;
  readonly extended: number;
  readonly legs: string;
  readonly paid: number;
  readonly given_back: number;
  readonly ended_at: number | null;
}

/** How long a refund may be due before it is given back. */
const GIVEN_BACK_MS_MAX = 5_000;

/** Money that nobody has brought back, refunds that are due since a time. One that may still be undone is not due. */
const LEFT_OPEN = `SELECT reference FROM payments WHERE state IN ('PENDING', 'REVERSAL_DUE')
  UNION ALL SELECT subject FROM jobs WHERE kind = 'refund' AND state = 'WAITING' AND not_before <= ?`;

/** Every booking is what its desk was last told, with its money; a hold may have ended since, but not before its time. */
async function bookingProblems(db: SqliteDatabase, { bookings }: Ledger): Promise<string[]> {
  const rows = await db
    .query<Kept>(
      `SELECT b.id, b.state, b.total, b.refunded, b.fees, b.expires_at, b.extended, b.legs,
        (SELECT coalesce(sum(t.amount), 0) FROM tenders t WHERE t.booking_id = b.id) AS paid,
        (SELECT coalesce(sum(t.refunded), 0) FROM tenders t WHERE t.booking_id = b.id) AS given_back,
        (SELECT max(j.at) FROM journal j WHERE j.booking_id = b.id AND j.type IN ('hold.expired', 'payment.failed')) AS ended_at
       FROM bookings b`,
    )
    .all();
  const kept = new Map(rows.map((row) => [row.id, row]));
  const problems: string[] = [];
  for (const [id, promised] of bookings) {
    const row = kept.get(id);
    if (row) problems.push(...differences(row, promised));
    else problems.push(`booking ${id} was acknowledged and is lost`);
  }
  for (const { id, state } of rows) if (!bookings.has(id)) problems.push(`booking ${id} (${state}) belongs to no request`);
  const open = await db.query<{ reference: string }>(LEFT_OPEN).all(Date.now() - GIVEN_BACK_MS_MAX);
  return [...problems, ...open.map(({ reference }) => `payment ${reference} was left open`)];
}

function differences(row: Kept, { state, view }: Promised): string[] {
  const problems: string[] = [];
  const say = (what: string, is: unknown, told: unknown) => problems.push(`booking ${row.id} has ${what} ${is}, its desk was told ${told}`);
  const over = row.state === 'EXPIRED' || row.state === 'PAYMENT_FAILED';
  const lapsed = state === 'HOLD' && over && row.ended_at !== null && row.ended_at >= (view.expiresAt ?? 0);
  if (row.state !== state && !lapsed) say('state', row.state, state);
  if (row.total !== view.total) say('total', row.total, view.total);
  if (!isDeepStrictEqual(JSON.parse(row.legs), view.legs)) say('legs', row.legs, JSON.stringify(view.legs));
  if (row.refunded !== view.refunded || row.given_back !== view.refunded) say('refund', row.given_back, view.refunded);
  if (state === 'HOLD' && row.extended !== Number(view.extended)) say('extended', row.extended, view.extended);
  // What went back was paid before, and what was kept of a booking that is no more was paid too.
  const due = { CONFIRMED: row.total + row.fees + row.refunded, CANCELLED: row.fees + row.refunded }[state as string] ?? 0;
  if (row.paid !== due) say('tenders of', row.paid, due);
  return problems;
}
