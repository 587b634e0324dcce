import { assert } from '../../shared/assert.ts';
import type { SupervisorYes } from '../../shared/methods/session.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { Role } from '../../shared/roles.ts';
import type { Actor } from '../actor.ts';
import { FairLimiter } from '../hub/fair-limiter.ts';
import type { Hub } from '../hub/hub.ts';
import type { HubCall } from '../hub/hub-methods.ts';
import { isPin } from './pin-hash.ts';
import { UnknownUsers } from './unknown-users.ts';
import type { UserStore } from './user-store.ts';

/** A try of a PIN takes memory and time on purpose, so only a few run at once and only so many wait. */
const PIN_TRIES_AT_ONCE = 2;
const PIN_TRIES_WAITING_MAX = 64;

interface PinTriesOptions {
  readonly users: UserStore;
  readonly hub: Pick<Hub, 'now'>;
}

/**
 * Consoles at which somebody is signed in do not wait behind strangers, whatever address those come from: their screens were locked.
 * Strangers of one address share its turns, each console of it as much as the other. A console that has tried less does not go first, because a
 * new connection is a new console: whoever tries names connects anew for each. So sockets that try names make the first sign-in from
 * their own address slow, and from no other.
 */
export const turnOf = ({ session, connection: { caller } }: HubCall) => ({ ...caller, address: session ? 'signed in' : caller.address });

/** Tries of PINs, whatever they are for: to sign in, or to say yes at the desk of somebody else. Each wrong one counts. */
export class PinTries {
  readonly #options: PinTriesOptions;
  readonly #tries = new FairLimiter(PIN_TRIES_AT_ONCE, PIN_TRIES_WAITING_MAX);
  readonly #unknownUsers = new UnknownUsers();

  constructor(options: PinTriesOptions) {
    this.#options = options;
  }

  /** Runs `work` when it is the caller's turn; undefined: too many wait. */
  take<Result>(call: HubCall, work: () => Promise<Result>): Promise<Result | undefined> {
    return this.#tries.take(turnOf(call), work);
  }

  /** Who the user is, if the PIN is right and the name may sign in now at desk `at`. */
  async identify(user: string, pin: string, at: string) {
    const { users, hub } = this.#options;
    const known = await users.credentials(user);
    const right = await isPin(pin, known?.pinHash);
    if (!known) return this.#unknownUsers.tried(user, at, hub.now());
    const actor: Actor = { user, role: known.role, desk: at };
    const counted = await users.recordSignIn({ user, right, against: known.pinHash }, actor);
    if (!counted.ok) return counted;
    assert(right, 'a wrong PIN is refused');
    return accept({ who: { user, display: known.display, role: known.role as Role, desk: at }, pinHash: known.pinHash });
  }

  /** A supervisor who says yes at this desk: by their own session, or by name and PIN at the desk of an agent. */
  async supervisor(call: HubCall, yes: SupervisorYes): Promise<Reply<{ readonly user: string }>> {
    const notOne = () => refuse('ROLE_REQUIRED', { role: 'supervisor' });
    if (yes === 'own') return call.actor.role === 'supervisor' ? accept({ user: call.actor.user }) : notOne();
    const tried = await this.take(call, () => this.identify(yes.user, yes.pin, call.actor.desk));
    if (!tried) return refuse('HUB_BUSY');
    if (!tried.ok) return tried;
    return tried.value.who.role === 'supervisor' ? accept({ user: tried.value.who.user }) : notOne();
  }
}
