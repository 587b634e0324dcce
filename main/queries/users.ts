import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { lockedAt, lockOut, pinFailures } from '../store/tables/lock-outs-table.ts';
import { allUsers, userByName } from '../store/tables/users-table.ts';
import { userView } from '../views/user-view.ts';
import type { Query } from './query.ts';

export const users: Query<Input<'users.list'>, Output<'users.list'>> = async ({ db, now }) =>
  accept({
    users: await Promise.all((await allUsers(db)).map(async (row) => userView(row, await lockedAt(db, row.user, now)))),
  });

/** What the hub process needs to check a PIN. It never leaves that process. */
export interface Credentials {
  readonly user: string;
  readonly display: string;
  readonly role: 'agent' | 'supervisor';
  readonly pinHash: string;
  readonly active: boolean;
  /** Until when the name is locked at the desk that was asked for, if one was. */
  readonly lockedUntil: number | null;
}

export const credentials: Query<{ readonly user: string; readonly desk?: string }, Credentials | null> = async (
  { db, now },
  { user, desk },
) => {
  const row = await userByName(db, user);
  if (!row) return accept(null);
  const { display, role, pin_hash: pinHash, active } = row;
  const { lockedUntil } = pinFailures(desk === undefined ? undefined : await lockOut(db, user, desk), now);
  return accept({ user, display, role, pinHash, active: active === 1, lockedUntil });
};

export const userCount: Query<Record<string, never>, { count: number }> = async ({ db }) => {
  const row = await db.query<{ count: number }>('SELECT count(*) AS count FROM users').get();
  return accept({ count: row?.count ?? 0 });
};
