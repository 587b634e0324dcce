import type { Output } from '../../shared/contract.ts';
import type { Instant } from '../../shared/instants.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Role } from '../../shared/roles.ts';
import type { Actor } from '../actor.ts';

export interface Credentials {
  readonly display: string;
  readonly role: Role;
  readonly active: boolean;
  readonly pinHash: string;
  /** At the desk that was asked for. */
  readonly lockedUntil: Instant | null;
}

export type UserView = Output<'users.create'>;

/** Users as sign-in needs them. Behind it are the hub's internal commands, so each change is durable and in the journal. */
export interface UserStore {
  anyUser(): Promise<boolean>;
  /** `desk`: where the lock is asked for. */
  credentials(user: string, desk?: string): Promise<Credentials | null>;
  /**
   * Counts a try at the desk of the actor. `right`: the PIN matched the hash `against`. Refuses USER_LOCKED {until} first, even for the right PIN; then
   * SIGN_IN_REFUSED {left} for a wrong PIN and for one that was changed meanwhile; then USER_INACTIVE. It has no request id: a stored
   * reply would let somebody try PINs without being counted.
   */
  recordSignIn(input: { user: string; right: boolean; against: string }, actor: Actor): Promise<Reply<unknown>>;
  /** Refuses USER_EXISTS. */
  add(input: { user: string; display: string; role: Role; pinHash: string }, actor: Actor, requestId: string): Promise<Reply<UserView>>;
  /** Refuses USER_UNKNOWN. */
  changePin(input: { user: string; pinHash: string }, actor: Actor, requestId: string): Promise<Reply<UserView>>;
}
