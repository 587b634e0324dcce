/** How often somebody may call: `most` at once, and one more each time that so many ms have passed. */
export class CallsLeft {
  readonly #most: number;
  readonly #everyMs: number;
  /** From then on as many as at first. */
  #wholeAt = 0;

  constructor(most: number, everyMs: number) {
    this.#most = most;
    this.#everyMs = everyMs;
  }

  /** After how many ms one more is allowed; 0 or less: now. */
  waitMs(now: number): number {
    return this.#wholeAt - now - (this.#most - 1) * this.#everyMs;
  }

  take(now: number): void {
    this.#wholeAt = Math.max(this.#wholeAt, now) + this.#everyMs;
  }
}
