/** How many calls a console may make: so many at once, then so many a second. Steady time is given, never read. */
export class CallBudget {
  readonly #most: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(most: number, perSecond: number, nowMs: number) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#left = most;
    this.#at = nowMs;
  }

  /** 0 when one more call is allowed now; else after how many whole seconds it will be. */
  take(nowMs: number): number {
    const ms = this.waitMs(nowMs);
    if (ms === 0) this.#left -= 1;
    return Math.ceil(ms / 1_000);
  }

  /** 0 when one more call is allowed now; else after how many milliseconds it will be. Takes none. */
  waitMs(nowMs: number): number {
    this.#left = Math.min(this.#most, this.#left + ((nowMs - this.#at) / 1_000) * this.#perSecond);
    this.#at = nowMs;
    return this.#left < 1 ? Math.ceil(((1 - this.#left) / this.#perSecond) * 1_000) : 0;
  }
}
