import type { Input, Output } from '../../shared/contract.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import { type UserRow, userByName } from '../store/tables/users-table.ts';
import { userView } from '../views/user-view.ts';
import type { Command, CommandContext } from './command.ts';

type UserView = Output<'users.create'>;

/** Sets a new PIN, given as its hash, and sets the count of wrong tries to 0. */
export const changePin: Command<{ readonly user: string; readonly pinHash: string }, UserView> = (context, { user, pinHash }) =>
  changeUser(context, user, { set: 'pin_hash = ?, failures = 0, locked_until = NULL', values: [pinHash] }, () => ['PIN', 'new PIN']);

/** Lets a user who is locked out try again. */
export const unlockUser: Command<Input<'users.unlock'>, Output<'users.unlock'>> = (context, { user }) =>
  changeUser(context, user, { set: 'failures = 0, locked_until = NULL', values: [] }, () => ['locked', 'unlocked']);

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
  return changeUser(context, user, { set: 'active = ?', values: [active ? 1 : 0] }, (before) => [
    words(before.active === 1),
    words(active),
  ]);
};

async function changeUser(
  { db, now, emit }: CommandContext,
  user: string,
  change: { readonly set: string; readonly values: (string | number)[] },
  tell: (before: UserRow) => [before: string, after: string],
): Promise<Reply<UserView>> {
  const before = await userByName(db, user);
  if (!before) return refuse('USER_UNKNOWN', { user });
  await db.change(`UPDATE users SET ${change.set} WHERE user_name = ?`).run(...change.values, user);
  const [was, is] = tell(before);
  emit('user.changed', { subject: user, before: was, after: is });
  const after = await userByName(db, user);
  return accept(userView(after ?? before, now));
}
