import type { Credentials, UserStore } from '../../../main/sessions/user-store.ts';
import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../../shared/bounds.ts';
import { type Instant, isDue, later } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import type { Role } from '../../../shared/roles.ts';
import { cheapHash } from './cheap-hash.ts';
import type { FakeClock } from './fake-clock.ts';

interface User {
  display: string;
  role: Role;
  active: boolean;
  pinHash: string;
  failures: number;
  lockedUntil: Instant | null;
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
    this.users.set(user, { display: user.toUpperCase(), role, active: true, pinHash, failures: 0, lockedUntil: null });
  }

  async anyUser(): Promise<boolean> {
    return this.users.size > 0;
  }

  async credentials(user: string): Promise<Credentials | null> {
    return this.users.get(user) ?? null;
  }

  recordSignIn: UserStore['recordSignIn'] = async ({ user, right: said, against }) => {
    const known = this.users.get(user);
    const right = said && known?.pinHash === against;
    if (!known) return refuse('SIGN_IN_REFUSED', { left: 0 });
    if (known.lockedUntil && isDue(known.lockedUntil, this.#clock.now())) Object.assign(known, { lockedUntil: null, failures: 0 });
    if (known.lockedUntil) return refuse('USER_LOCKED', { until: known.lockedUntil });
    if (right && !known.active) return refuse('USER_INACTIVE');
    known.failures = right ? 0 : known.failures + 1;
    if (known.failures >= PIN_FAILURES_MAX) known.lockedUntil = later(this.#clock.now(), PIN_LOCK_MS);
    if (known.lockedUntil) return refuse('USER_LOCKED', { until: known.lockedUntil });
    return right ? accept({}) : refuse('SIGN_IN_REFUSED', { left: PIN_FAILURES_MAX - known.failures });
  };

  add: UserStore['add'] = async ({ user, display, role, pinHash }) => {
    if (this.users.has(user)) return refuse('USER_EXISTS', { user });
    this.users.set(user, { display, role, active: true, pinHash, failures: 0, lockedUntil: null });
    return accept({ user, display, role, active: true, lockedUntil: null });
  };

  changePin: UserStore['changePin'] = async ({ user, pinHash }) => {
    const known = this.users.get(user);
    if (!known) return refuse('USER_UNKNOWN', { user });
    known.pinHash = pinHash;
    return accept({ user, display: known.display, role: known.role, active: known.active, lockedUntil: known.lockedUntil });
  };
}
