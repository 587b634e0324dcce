import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../../shared/bounds.ts';
import { type Instant, instant, isDue } from '../../../shared/instants.ts';
import type { Role } from '../../../shared/roles.ts';
import type { ReadDatabase } from '../database.ts';

export interface UserRow {
  readonly user: string;
  readonly display: string;
  readonly role: Role;
  /** scrypt, with its salt and cost. It never leaves the hub process. */
  readonly pin_hash: string;
  readonly active: number;
  /** Wrong PINs in a row. From PIN_FAILURES_MAX on the name is locked. */
  readonly failures: number;
  /** When the count begins anew, and with it the lock ends. Null in a store of before counts ended: then the count stays. */
  readonly locked_until: number | null;
}

// `user` alone is a word of SQL itself, so no column is called that.
const COLUMNS = 'user_name AS user, display, role, pin_hash, active, failures, locked_until';

const BY_NAME = `SELECT ${COLUMNS} FROM users WHERE user_name = ?`;
export const userByName = (db: ReadDatabase, user: string) => db.query<UserRow>(BY_NAME).get(user);

export const allUsers = (db: ReadDatabase) => db.query<UserRow>(`SELECT ${COLUMNS} FROM users ORDER BY user_name`).all();

const NAMES = 'SELECT user_name AS user, display FROM users ORDER BY user_name';
/** Display names of some users, by user name. One who is no user of this store is left out. */
export async function displayNames(db: ReadDatabase, users: readonly string[]): Promise<{ user: string; display: string }[]> {
  const asked = new Set(users);
  return (await db.query<{ user: string; display: string }>(NAMES).all()).filter(({ user }) => asked.has(user));
}

/**
 * How many wrong PINs count now, and until when the name is locked by them. The clock may have been set back since, so a lock never lasts
 * longer than PIN_LOCK_MS from now.
 */
export function pinFailures(
  { failures, locked_until }: Pick<UserRow, 'failures' | 'locked_until'>,
  now: Instant,
): { readonly count: number; readonly lockedUntil: Instant | null } {
  if (locked_until === null) return { count: failures, lockedUntil: null };
  if (isDue(instant(locked_until), now)) return { count: 0, lockedUntil: null };
  const until = instant(Math.min(locked_until, now + PIN_LOCK_MS));
  return { count: failures, lockedUntil: failures >= PIN_FAILURES_MAX ? until : null };
}
