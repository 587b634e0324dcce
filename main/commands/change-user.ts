import type { Input, Output } from '../../shared/contract.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { Awaitable, WriteDatabase } from '../store/database.ts';
import { forgetLockOuts, lockedAt } from '../store/tables/lock-outs-table.ts';
import { type UserRow, userByName } from '../store/tables/users-table.ts';
import { userView } from '../views/user-view.ts';
import type { Command, CommandContext } from './command.ts';

type UserView = Output<'users.create'>;

/** Sets a new PIN, given as its hash, and sets the count of wrong tries to 0. */
export const changePin: Command<{ readonly user: string; readonly pinHash: string }, UserView> = (context, { user, pinHash }) =>
  changeUser(
    context,
    user,
    async (db) => {
      await db.change('UPDATE users SET pin_hash = ? WHERE user_name = ?').run(pinHash, user);
      await forgetLockOuts(db, user);
    },
    () => ['PIN', 'new PIN'],
  );

/** Lets a user who is locked out try again, at every desk. */
export const unlockUser: Command<Input<'users.unlock'>, Output<'users.unlock'>> = (context, { user }) =>
  changeUser(
    context,
    user,
    (db) => forgetLockOuts(db, user),
    () => ['locked', 'unlocked'],
  );

/** Allows a user to sign in, or forbids it. The last supervisor cannot be forbidden. */
export const setUserActive: Command<Input<'users.setActive'>, Output<'users.setActive'>> = async (context, { user, active }) => {
  const row = await userByName(context.db, user);
  if (row?.role === 'supervisor' && row.active === 1 && !active) {
    const others = await context.db
      .query<{ count: number }>("SELECT count(*) AS count FROM users WHERE role = 'supervisor' AND active = 1 AND user_name <> ?")
      .get(user);
    if (!others || others.count === 0) return refuse('LAST_SUPERVISOR');
  }
  const words = (on: boolean) => (on ? 'active' : 'inactive');
  const set = (db: WriteDatabase) => db.change('UPDATE users SET active = ? WHERE user_name = ?').run(active ? 1 : 0, user);
  return changeUser(context, user, set, (before) => [words(before.active === 1), words(active)]);
};

async function changeUser(
  { db, now, emit }: CommandContext,
  user: string,
  change: (db: WriteDatabase) => Awaitable<unknown>,
  tell: (before: UserRow) => [before: string, after: string],
): Promise<Reply<UserView>> {
  const before = await userByName(db, user);
  if (!before) return refuse('USER_UNKNOWN', { user });
  await change(db);
  const [was, is] = tell(before);
  emit('user.changed', { subject: user, before: was, after: is });
  const after = await userByName(db, user);
  return accept(userView(after ?? before, await lockedAt(db, user, now)));
}
