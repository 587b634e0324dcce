import { checkWholeFile } from '../../main/store/checks/check-store.ts';
import { crossCheck } from '../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { BookingState } from '../../shared/methods/booking-view.ts';
import { seatProblems } from '../main/support/seat-invariants.ts';
import type { PromisedBookings } from './promised-bookings.ts';

const PROBLEMS_MAX = 20;

/**
 * Holds the store against what its consoles were told: every sale that was acknowledged stands at its price, no seat is sold twice, each cabin
 * counts what its bookings have, and nothing is there that nobody asked for. `unanswered`: holds whose answer the hub took away with it.
 */
export async function balanceBooks(file: string, promised: PromisedBookings, unanswered = 0): Promise<string[]> {
  const db = new SqliteDatabase({ file, readOnly: true });
  try {
    return await db.snapshot(async () => {
      const adrift = await crossCheck(db);
      const problems = [...(adrift ? [adrift] : []), ...checkWholeFile(db), ...(await seatProblems(db))];
      return [...problems, ...(await bookingProblems(db, promised, unanswered))].slice(0, PROBLEMS_MAX);
    });
  } finally {
    db.close();
  }
}

async function bookingProblems(db: SqliteDatabase, { byId }: PromisedBookings, unanswered: number): Promise<string[]> {
  const rows = await db.query<{ id: number; state: BookingState; total: number }>('SELECT id, state, total FROM bookings').all();
  const problems: string[] = [];
  let found = 0;
  for (const { id, state, total } of rows) {
    const told = byId.get(id);
    if (!told) continue;
    found++;
    const lapsed = told.state === 'HOLD' && state === 'EXPIRED' && told.expiresAt <= Date.now();
    if (state !== told.state && !lapsed) problems.push(`booking ${id} is ${state}, its console was told ${told.state}`);
    if (total !== told.total) problems.push(`booking ${id} costs ${total}, its console was told ${told.total}`);
  }
  if (found < byId.size) problems.push(`${byId.size - found} acknowledged bookings are lost`);
  if (rows.length - found > unanswered) problems.push(`${rows.length - found} bookings belong to no request`);
  return problems;
}
