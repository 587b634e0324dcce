import { hashPin } from '../../../main/sessions/pin-hash.ts';
import type { Credentials, UserStore } from '../../../main/sessions/user-store.ts';
import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../../shared/bounds.ts';
import { type Instant, isDue, later } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import type { Role } from '../../../shared/roles.ts';
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
    const pinHash = await hashPin(pin, user, 'given0001');
    this.users.set(user, { display: user.toUpperCase(), role, active: true, pinHash, failures: 0, lockedUntil: null });
  }

  async anyUser(): Promise<boolean> {
    return this.users.size > 0;
  }

  async credentials(user: string): Promise<Credentials | null> {
    return this.users.get(user) ?? null;
  }

  recordSignIn: UserStore['recordSignIn'] = async ({ user, right }) => {
    const it = this.users.get(user);
    if (!it) return refuse('SIGN_IN_REFUSED', { left: 0 });
    if (it.lockedUntil && isDue(it.lockedUntil, this.#clock.now())) Object.assign(it, { lockedUntil: null, failures: 0 });
    if (it.lockedUntil) return refuse('USER_LOCKED', { until: it.lockedUntil });
    if (right && !it.active) return refuse('USER_INACTIVE');
    it.failures = right ? 0 : it.failures + 1;
    if (it.failures >= PIN_FAILURES_MAX) it.lockedUntil = later(this.#clock.now(), PIN_LOCK_MS);
    if (it.lockedUntil) return refuse('USER_LOCKED', { until: it.lockedUntil });
    return right ? accept({}) : refuse('SIGN_IN_REFUSED', { left: PIN_FAILURES_MAX - it.failures });
  };

  add: UserStore['add'] = async ({ user, display, role, pinHash }) => {
    if (this.users.has(user)) return refuse('USER_EXISTS', { user });
    this.users.set(user, { display, role, active: true, pinHash, failures: 0, lockedUntil: null });
    return accept({ user, display, role, active: true, lockedUntil: null });
  };

  changePin: UserStore['changePin'] = async ({ user, pinHash }) => {
    const it = this.users.get(user);
    if (!it) return refuse('USER_UNKNOWN', { user });
    it.pinHash = pinHash;
    return accept({ user, display: it.display, role: it.role, active: it.active, lockedUntil: it.lockedUntil });
  };
}
