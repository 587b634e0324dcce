import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../shared/bounds.ts';
import { type Instant, instant, isDue, later } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

/** How many names are kept. The oldest are dropped first. */
const NAMES_MAX = 1_000;

/** Counts tries under names that no user has, and answers as for a user. So nobody can find out by trying who may sign in here. */
export class UnknownUsers {
  readonly #names = new Map<string, { failures: number; lockedUntil: Instant | null }>();

  tried(user: string, now: Instant): Refused {
    const kept = this.#names.get(user);
    const over = kept?.lockedUntil && isDue(kept.lockedUntil, now);
    const entry = kept && !over ? kept : { failures: 0, lockedUntil: null };
    if (entry.lockedUntil) {
      // The clock may have been set back since; as with a user, a lock never lasts longer than from now.
      entry.lockedUntil = instant(Math.min(entry.lockedUntil, now + PIN_LOCK_MS));
      return refuse('USER_LOCKED', { until: entry.lockedUntil });
    }
    entry.failures++;
    if (entry.failures >= PIN_FAILURES_MAX) entry.lockedUntil = later(now, PIN_LOCK_MS);
    this.#names.delete(user);
    this.#names.set(user, entry);
    const [oldest] = this.#names.keys();
    if (this.#names.size > NAMES_MAX && oldest !== undefined) this.#names.delete(oldest);
    if (entry.lockedUntil) return refuse('USER_LOCKED', { until: entry.lockedUntil });
    return refuse('SIGN_IN_REFUSED', { left: PIN_FAILURES_MAX - entry.failures });
  }
}
