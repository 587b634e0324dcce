import type { Credentials, UserStore } from '../../../main/sessions/user-store.ts';
import { pinFailures } from '../../../main/store/tables/lock-outs-table.ts';
import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../../shared/bounds.ts';
import { type Instant, later } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import type { Role } from '../../../shared/roles.ts';
import { cheapHash } from './cheap-hash.ts';
import type { FakeClock } from './fake-clock.ts';

interface User {
  display: string;
  role: Role;
  active: boolean;
  pinHash: string;
  /** Wrong PINs by desk. */
  readonly lockOuts: Map<string, { failures: number; locked_until: Instant }>;
}

/** Users in memory, by the rules that the store's commands keep. */
export class SmallUsers implements UserStore {
  readonly users = new Map<string, User>();
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  async give(user: string, role: Role, pin: string): Promise<void> {
    const pinHash = await cheapHash(pin, user);
    this.users.set(user, { display: user.toUpperCase(), role, active: true, pinHash, lockOuts: new Map() });
  }

  async anyUser(): Promise<boolean> {
    return this.users.size > 0;
  }

  async credentials(user: string): Promise<Credentials | null> {
    const known = this.users.get(user);
    return known ? { ...known, lockedUntil: null } : null;
  }

  recordSignIn: UserStore['recordSignIn'] = async ({ user, right: said, against }, { desk }) => {
    const known = this.users.get(user);
    const right = said && known?.pinHash === against;
    if (!known) return refuse('SIGN_IN_REFUSED', { left: 0 });
    const now = this.#clock.now();
    const { count, lockedUntil } = pinFailures(known.lockOuts.get(desk), now);
    if (lockedUntil) return refuse('USER_LOCKED', { until: lockedUntil });
    if (right && !known.active) return refuse('USER_INACTIVE');
    if (right) {
      known.lockOuts.delete(desk);
      return accept({});
    }
    const until = later(now, PIN_LOCK_MS);
    known.lockOuts.set(desk, { failures: count + 1, locked_until: until });
    if (count + 1 >= PIN_FAILURES_MAX) return refuse('USER_LOCKED', { until });
    return refuse('SIGN_IN_REFUSED', { left: PIN_FAILURES_MAX - count - 1 });
  };

  add: UserStore['add'] = async ({ user, display, role, pinHash }) => {
    if (this.users.has(user)) return refuse('USER_EXISTS', { user });
    this.users.set(user, { display, role, active: true, pinHash, lockOuts: new Map() });
    return accept({ user, display, role, active: true, lockedUntil: null, lockedAt: [] });
  };

  changePin: UserStore['changePin'] = async ({ user, pinHash }) => {
    const known = this.users.get(user);
    if (!known) return refuse('USER_UNKNOWN', { user });
    known.pinHash = pinHash;
    return accept({ user, display: known.display, role: known.role, active: known.active, lockedUntil: null, lockedAt: [] });
  };
}
