/** Minutes that are kept: a day. */
const MINUTES_KEPT = 1_440;

/** What a figure was in each minute of the last day; null where it was not known. Minutes are counted since 1970. */
export class MinuteValues {
  readonly #values: (number | null)[] = Array<number | null>(MINUTES_KEPT).fill(null);
  #newest: number | undefined;

  /** A minute that lies before the newest one is the newest: the hub's time was set back. */
  put(minute: number, value: number | null): void {
    const newest = Math.max(minute, this.#newest ?? minute);
    const first = Math.max((this.#newest ?? newest) + 1, newest - MINUTES_KEPT + 1);
    for (let passed = first; passed < newest; passed++) this.#values[passed % MINUTES_KEPT] = null;
    this.#values[newest % MINUTES_KEPT] = value;
    this.#newest = newest;
  }

  /** The last so many minutes, the newest last. */
  last(count: number): (number | null)[] {
    if (this.#newest === undefined) return Array<number | null>(count).fill(null);
    const newest = this.#newest;
    return Array.from({ length: count }, (_, place) => this.#values[(newest - count + 1 + place) % MINUTES_KEPT] ?? null);
  }
}
