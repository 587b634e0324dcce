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
  readonly failures: number;
  readonly locked_until: number | null;
}

// `user` alone is a word of SQL itself, so no column is called that.
const COLUMNS = 'user_name AS user, display, role, pin_hash, active, failures, locked_until';

const BY_NAME = `SELECT ${COLUMNS} FROM users WHERE user_name = ?`;
export const userByName = (db: ReadDatabase, user: string) => db.query<UserRow>(BY_NAME).get(user);

export const allUsers = (db: ReadDatabase) => db.query<UserRow>(`SELECT ${COLUMNS} FROM users ORDER BY user_name`).all();

export const isLocked = (row: UserRow, now: Instant): boolean => row.locked_until !== null && !isDue(instant(row.locked_until), now);
