import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../shared/bounds.ts';
import { later } from '../../shared/instants.ts';
import type { Reply } from '../../shared/refusals.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { Role } from '../../shared/roles.ts';
import { isDesk, keepDesk } from '../store/tables/desk-names-table.ts';
import { dropLockOutsOver, forgetLockOut, keepLockOut, lockOut, pinFailures } from '../store/tables/lock-outs-table.ts';
import { userByName } from '../store/tables/users-table.ts';
import type { Command } from './command.ts';

export interface SignedIn {
  readonly user: string;
  readonly display: string;
  readonly role: Role;
}

export type SignInOutcome =
  | { readonly in: true; readonly as: SignedIn }
  | { readonly in: false; readonly refusal: Extract<Reply<never>, { ok: false }> };

export interface SignInTry {
  readonly user: string;
  /** Whether the PIN matched the hash `against`. */
  readonly right: boolean;
  /** The hash that the PIN was compared with, as it was in the store before this command; '' when there was no such user. */
  readonly against: string;
}

/**
 * Records a try to sign in. A wrong PIN must be kept, because it counts towards the lock. So the command is accepted and carries the refusal
 * inside its reply. It counts at this desk alone, so that nobody elsewhere can lock a user out. The count begins anew PIN_LOCK_MS after the last wrong PIN, so that names which nobody has can be counted in the same way
 * without being kept for ever (UnknownUsers). Whoever tries PINs gets no more of them by waiting. The PIN is checked before the command is queued. If the PIN of the user was changed meanwhile, the old one is wrong.
 */
export const recordSignIn: Command<SignInTry, SignInOutcome> = async (context, { user, right, against }) => {
  const { db, now, actor, emit } = context;
  const row = await userByName(db, user);
  if (!row) {
    emit('user.refused', { subject: user, before: '', after: 'unknown name' });
    return accept({ in: false, refusal: refuse('SIGN_IN_REFUSED', { left: PIN_FAILURES_MAX - 1 }) });
  }
  const { desk } = actor;
  const kept = await lockOut(db, user, desk);
  const { count, lockedUntil } = pinFailures(kept, now);
  if (lockedUntil !== null) {
    // It was locked while the clock stood ahead. From now on the lock has its usual length.
    if (lockedUntil !== kept?.locked_until) await keepLockOut(db, user, { desk, failures: count, locked_until: lockedUntil });
    return accept({ in: false, refusal: refuse('USER_LOCKED', { until: lockedUntil }) });
  }
  if (!right || row.pin_hash !== against) {
    const failures = count + 1;
    const until = later(now, PIN_LOCK_MS);
    await dropLockOutsOver(db, now);
    await keepLockOut(db, user, { desk, failures, locked_until: until });
    const locked = failures >= PIN_FAILURES_MAX;
    emit('user.refused', { subject: user, before: '', after: locked ? 'locked' : 'wrong PIN' });
    if (locked) return accept({ in: false, refusal: refuse('USER_LOCKED', { until }) });
    return accept({ in: false, refusal: refuse('SIGN_IN_REFUSED', { left: PIN_FAILURES_MAX - failures }) });
  }
  if (row.active === 0) return accept({ in: false, refusal: refuse('USER_INACTIVE') });
  await forgetLockOut(db, user, desk);
  if (!(await isDesk(db, desk))) await keepDesk(db, desk);
  emit('user.signedIn', { subject: user, before: '', after: row.role });
  return accept({ in: true, as: { user: row.user, display: row.display, role: row.role } });
};
