import { createHmac, randomBytes } from 'node:crypto';
import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../shared/bounds.ts';
import { type Instant, isDue, later } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

/**
 * The most names that are kept. A count is kept for PIN_LOCK_MS, and each try costs tens of milliseconds of scrypt, two at a time. So not even
 * a tenth of this is ever reached.
 */
const NAMES_MAX = 100_000;

interface Kept {
  readonly failures: number;
  /** When the count begins anew, and with it the lock ends. */
  readonly until: Instant;
}

/**
 * Counts tries under names that no user has, and answers as `users.recordSignIn` does for a user. So nobody can find out by trying who may
 * sign in here. No count is dropped before its time, because a name whose count is lost would answer otherwise than a user's name. Names
 * are kept under a keyed hash of one length, so that long ones take no more memory.
 */
export class UnknownUsers {
  /** The count that ends first comes first. */
  readonly #names = new Map<string, Kept>();
  readonly #key: Buffer;
  readonly #namesMax: number;

  constructor({ key = randomBytes(32), namesMax = NAMES_MAX }: { key?: Buffer; namesMax?: number } = {}) {
    this.#key = key;
    this.#namesMax = namesMax;
  }

  get count(): number {
    return this.#names.size;
  }

  /** `desk`: users are counted by desk, and so are these. */
  tried(user: string, desk: string, now: Instant): Refused {
    this.#forget(now);
    const name = createHmac('sha256', this.#key).update(`${user} ${desk}`).digest('base64url').slice(0, 22);
    const kept = this.#names.get(name);
    if (kept && kept.failures >= PIN_FAILURES_MAX) return refuse('USER_LOCKED', { until: kept.until });
    if (!kept && this.#names.size >= this.#namesMax) return refuse('HUB_BUSY');
    const failures = (kept?.failures ?? 0) + 1;
    const until = later(now, PIN_LOCK_MS);
    this.#names.delete(name);
    this.#names.set(name, { failures, until });
    if (failures >= PIN_FAILURES_MAX) return refuse('USER_LOCKED', { until });
    return refuse('SIGN_IN_REFUSED', { left: PIN_FAILURES_MAX - failures });
  }

  #forget(now: Instant): void {
    const [first] = this.#names.values();
    const latest = later(now, PIN_LOCK_MS);
    // The clock was set back since. As with users, what was dated ahead ends PIN_LOCK_MS from now.
    if (first && first.until > latest) for (const [name, { failures }] of this.#names) this.#names.set(name, { failures, until: latest });
    for (const [name, { until }] of this.#names) {
      if (!isDue(until, now)) return;
      this.#names.delete(name);
    }
  }
}
