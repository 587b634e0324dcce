/** How long a hub that is full is not measured again. */
const FULL_MS = 10;

/**
 * One bound for what waits unsent for all consoles together. To measure it every socket is asked, so that it is measured only when what was
 * measured last, and all that was sent since, would pass the bound.
 */
export class UnsentBytes {
  readonly #max: number;
  readonly #measure: () => number;
  readonly #now: () => number;
  #atMost = 0;
  #fullUntil = Number.NEGATIVE_INFINITY;

  /** `now`: steady milliseconds. */
  constructor(max: number, measure: () => number, now: () => number = () => performance.now()) {
    this.#max = max;
    this.#measure = measure;
    this.#now = now;
  }

  /** Whether so many bytes may wait too. They are counted then. */
  hasRoom(bytes: number): boolean {
    if (this.#atMost + bytes > this.#max && this.#now() >= this.#fullUntil) {
      this.#atMost = this.#measure();
      if (this.#atMost + bytes > this.#max) this.#fullUntil = this.#now() + FULL_MS;
    }
    if (this.#atMost + bytes > this.#max) return false;
    this.#atMost += bytes;
    return true;
  }

  /** Somebody has given way, so the next bytes are measured against what is left. */
  freed(): void {
    this.#fullUntil = Number.NEGATIVE_INFINITY;
    this.#atMost = this.#max;
  }
}
