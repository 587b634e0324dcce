import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { allUsers, pinFailures, userByName } from '../store/tables/users-table.ts';
import { userView } from '../views/user-view.ts';
import type { Query } from './query.ts';

export const users: Query<Input<'users.list'>, Output<'users.list'>> = async ({ db, now }) =>
  accept({ users: (await allUsers(db)).map((row) => userView(row, now)) });

/** What the hub process needs to check a PIN. It never leaves that process. */
export interface Credentials {
  readonly user: string;
  readonly display: string;
  readonly role: 'agent' | 'supervisor';
  readonly pinHash: string;
  readonly active: boolean;
  readonly lockedUntil: number | null;
}

export const credentials: Query<{ readonly user: string }, Credentials | null> = async ({ db, now }, { user }) => {
  const row = await userByName(db, user);
  if (!row) return accept(null);
  const { display, role, pin_hash: pinHash, active } = row;
  return accept({ user, display, role, pinHash, active: active === 1, lockedUntil: pinFailures(row, now).lockedUntil });
};

export const userCount: Query<Record<string, never>, { count: number }> = async ({ db }) => {
  const row = await db.query<{ count: number }>('SELECT count(*) AS count FROM users').get();
  return accept({ count: row?.count ?? 0 });
};
