import { assert } from '../../shared/assert.ts';
import type { Output } from '../../shared/contract.ts';
import { instant } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { Role } from '../../shared/roles.ts';
import { keepDesk } from '../store/tables/desk-names-table.ts';
import { userByName } from '../store/tables/users-table.ts';
import { userView } from '../views/user-view.ts';
import type { Command } from './command.ts';

export interface AddUser {
  readonly user: string;
  readonly display: string;
  readonly role: Role;
  readonly pinHash: string;
  /** For the first supervisor of a store: refused as soon as anybody is known. */
  readonly onlyIfNobody?: boolean;
}

/** Makes a user. The input holds the hash of the PIN, so that neither the queue nor the journal ever holds a PIN. */
export const addUser: Command<AddUser, Output<'users.create'>> = async ({ db, now, actor, newestEntryAt, emit }, input) => {
  const { user, display, role, pinHash } = input;
  if (input.onlyIfNobody) {
    const known = await db.query<{ count: number }>('SELECT count(*) AS count FROM users').get();
    if (known && known.count > 0) return refuse('SUPERVISOR_EXISTS');
  }
  const made = await db
    .change('INSERT INTO users (user_name, display, role, pin_hash) VALUES (?, ?, ?, ?) ON CONFLICT (user_name) DO NOTHING')
    .run(user, display, role, pinHash);
  if (made === 0) return refuse('USER_EXISTS', { user });
  // The first supervisor is signed in by being made, and no sign-in is recorded.
  if (actor.role !== 'system') await keepDesk(db, actor.desk);
  // The users of a new training store were there before its first sale, so their entries must not be newer than what is sold next.
  const as = { now: actor.role === 'system' ? instant(newestEntryAt || now) : now, actor };
  emit('user.created', { subject: user, before: '', after: role }, as);
  const row = await userByName(db, user);
  assert(row, 'a user who was made exists');
  return accept(userView(row, []));
};
