import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../../shared/bounds.ts';
import { type Instant, instant, isDue } from '../../../shared/instants.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** Wrong PINs of one user at one desk, in a row. */
interface LockOutRow {
  readonly desk: string;
  /** From PIN_FAILURES_MAX on the name is locked there. */
  readonly failures: number;
  /** When the count begins anew, and with it the lock ends. */
  readonly locked_until: number;
}

const OF_USER = 'SELECT desk, failures, locked_until FROM lock_outs WHERE user_name = ?';
export const lockOut = (db: ReadDatabase, user: string, desk: string) => db.query<LockOutRow>(`${OF_USER} AND desk = ?`).get(user, desk);

/** The desks at which a user is locked out now, and until when. */
export async function lockedAt(db: ReadDatabase, user: string, now: Instant): Promise<{ desk: string; until: Instant }[]> {
  const rows = await db.query<LockOutRow>(`${OF_USER} ORDER BY desk`).all(user);
  return rows.flatMap((row) => {
    const { lockedUntil } = pinFailures(row, now);
    return lockedUntil === null ? [] : [{ desk: row.desk, until: lockedUntil }];
  });
}

const KEEP = `INSERT INTO lock_outs (user_name, desk, failures, locked_until) VALUES (?, ?, ?, ?)
  ON CONFLICT (user_name, desk) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until`;
export const keepLockOut = (db: WriteDatabase, user: string, { desk, failures, locked_until }: LockOutRow) =>
  db.change(KEEP).run(user, desk, failures, locked_until);

/** Whoever gave the right PIN may try again as often as anybody. */
export const forgetLockOut = (db: WriteDatabase, user: string, desk: string) =>
  db.change('DELETE FROM lock_outs WHERE user_name = ? AND desk = ?').run(user, desk);

export const forgetLockOuts = (db: WriteDatabase, user: string) => db.change('DELETE FROM lock_outs WHERE user_name = ?').run(user);

/** Counts that are over mean nothing any more. */
export const dropLockOutsOver = (db: WriteDatabase, now: Instant) => db.change('DELETE FROM lock_outs WHERE locked_until <= ?').run(now);

/** The clock was set back: no count lasts longer than from then. */
export const endLockOutsBy = (db: WriteDatabase, latest: Instant) =>
  db.change('UPDATE lock_outs SET locked_until = ? WHERE locked_until > ?').run(latest, latest);

/**
 * How many wrong PINs count now, and until when the name is locked by them. The clock may have been set back since, so a lock never lasts
 * longer than PIN_LOCK_MS from now.
 */
export function pinFailures(
  row: Pick<LockOutRow, 'failures' | 'locked_until'> | undefined,
  now: Instant,
): { readonly count: number; readonly lockedUntil: Instant | null } {
  if (!row || isDue(instant(row.locked_until), now)) return { count: 0, lockedUntil: null };
  const until = instant(Math.min(row.locked_until, now + PIN_LOCK_MS));
  return { count: row.failures, lockedUntil: row.failures >= PIN_FAILURES_MAX ? until : null };
}
