import { CallBudget } from '../hub/call-budget.ts';

export interface DoorLimits {
  /** How many calls a key may make at once, and how many a second after that. */
  readonly callsAtOnce: number;
  readonly callsPerSecond: number;
  /** Calls of one key that may be under way. */
  readonly callsOpenMax: number;
  /** Feeds of one key that may be read at once. */
  readonly feedsOpenMax: number;
}

export const DOOR_LIMITS: DoorLimits = { callsAtOnce: 400, callsPerSecond: 200, callsOpenMax: 64, feedsOpenMax: 4 };

/** What one key is doing. */
interface Load {
  readonly budget: CallBudget;
  calls: number;
  feeds: number;
}

/** Counts what each key does, however many connections it opens. */
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
  beginCall(key: string): number {
    const load = this.#of(key);
    const seconds = load.calls >= this.#limits.callsOpenMax ? 1 : load.budget.take(this.#now());
    if (seconds === 0) load.calls++;
    return seconds;
  }

  callEnded(key: string): void {
    this.#of(key).calls--;
  }

  /** The same for a feed. */
  beginFeed(key: string): number {
    const load = this.#of(key);
    const seconds = load.feeds >= this.#limits.feedsOpenMax ? 1 : load.budget.take(this.#now());
    if (seconds === 0) load.feeds++;
    return seconds;
  }

  feedEnded(key: string): void {
    this.#of(key).feeds--;
  }

  #of(key: string): Load {
    const known = this.#byKey.get(key);
    if (known) return known;
    const { callsAtOnce, callsPerSecond } = this.#limits;
    const load = { budget: new CallBudget(callsAtOnce, callsPerSecond, this.#now()), calls: 0, feeds: 0 };
    this.#byKey.set(key, load);
    return load;
  }
}
