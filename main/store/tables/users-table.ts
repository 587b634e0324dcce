import type { Role } from '../../../shared/roles.ts';
import type { ReadDatabase } from '../database.ts';

export interface UserRow {
  readonly user: string;
  readonly display: string;
  readonly role: Role;
  /** scrypt, with its salt and cost. It never leaves the hub process. */
  readonly pin_hash: string;
  readonly active: number;
}

// `user` alone is a word of SQL itself, so no column is called that.
const COLUMNS = 'user_name AS user, display, role, pin_hash, active';

const BY_NAME = `SELECT ${COLUMNS} FROM users WHERE user_name = ?`;
export const userByName = (db: ReadDatabase, user: string) => db.query<UserRow>(BY_NAME).get(user);

export const allUsers = (db: ReadDatabase) => db.query<UserRow>(`SELECT ${COLUMNS} FROM users ORDER BY user_name`).all();

const NAMES = 'SELECT user_name AS user, display FROM users ORDER BY user_name';
/** Display names of some users, by user name. One who is no user of this store is left out. */
export async function displayNames(db: ReadDatabase, users: readonly string[]): Promise<{ user: string; display: string }[]> {
  const asked = new Set(users);
  return (await db.query<{ user: string; display: string }>(NAMES).all()).filter(({ user }) => asked.has(user));
}
