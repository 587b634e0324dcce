import { CallBudget } from '../hub/call-budget.ts';
import type { SystemKey } from './system-key.ts';

export interface DoorLimits {
  /** Calls of one key that may be under way. */
  readonly callsOpenMax: number;
  /** Feeds of one key that may be read at once. */
  readonly feedsOpenMax: number;
}

export const DOOR_LIMITS: DoorLimits = { callsOpenMax: 64, feedsOpenMax: 4 };

/** A key that was quiet may make the calls of so many seconds at once. */
const AT_ONCE_SECONDS = 2;

/** What one key is doing. */
interface Load {
  budget: CallBudget;
  perSecond: number;
  calls: number;
  feeds: number;
}

/** Counts what each key does, however many connections it opens. How many calls it has in a second is said by its rights. */
export class KeyLoads {
  readonly #limits: DoorLimits;
  readonly #now: () => number;
  readonly #byKey = new Map<string, Load>();

  /** `now`: steady milliseconds. */
  constructor(limits: DoorLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Takes a place for one call. 0, and then `callEnded` must follow; else after how many seconds there will be one. */
  beginCall(key: SystemKey): number {
    const load = this.#of(key);
    const seconds = load.calls >= this.#limits.callsOpenMax ? 1 : load.budget.take(this.#now());
    if (seconds === 0) load.calls++;
    return seconds;
  }

  callEnded(key: SystemKey): void {
    this.#of(key).calls--;
  }

  /** The same for a feed. */
  beginFeed(key: SystemKey): number {
    const load = this.#of(key);
    const seconds = load.feeds >= this.#limits.feedsOpenMax ? 1 : load.budget.take(this.#now());
    if (seconds === 0) load.feeds++;
    return seconds;
  }

  feedEnded(key: SystemKey): void {
    this.#of(key).feeds--;
  }

  #of({ id, rights: { callsPerSecond: perSecond } }: SystemKey): Load {
    const known = this.#byKey.get(id);
    if (known?.perSecond === perSecond) return known;
    const budget = new CallBudget(perSecond * AT_ONCE_SECONDS, perSecond, this.#now());
    const load = { budget, perSecond, calls: known?.calls ?? 0, feeds: known?.feeds ?? 0 };
    this.#byKey.set(id, load);
    return load;
  }
}
