/**
 * Cuts long work into slices, so that short work goes first. The work asks between two of its steps, and waits there when its time is over.
 * One piece of work runs at a time. Work that runs outside `begin` is never stopped.
 */
export class TimeSlices {
  readonly #now: () => number;
  #end = Number.POSITIVE_INFINITY;
  #work: Promise<unknown> | undefined;
  #waiting: (() => void)[] = [];
  #stopped: (() => void) | undefined;

  /** `now`: steady milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether some work waits for its next slice. */
  get open(): boolean {
    return this.#work !== undefined;
  }

  /** Asked by the work. Undefined while it may go on at once. */
  pause(): Promise<void> | undefined {
    if (this.#now() < this.#end) return undefined;
    return new Promise((goOn) => {
      this.#waiting.push(goOn);
      this.#stopped?.();
    });
  }

  /** Begins the work, which must not reject. Resolves when its first slice is over. */
  begin(ms: number, work: () => Promise<unknown>): Promise<void> {
    return this.#slice(ms, () => {
      this.#work = work();
    });
  }

  /** Gives the work one more slice. Resolves when it is over. */
  next(ms: number): Promise<void> {
    return this.#slice(ms, () => {
      for (const goOn of this.#waiting.splice(0)) goOn();
    });
  }

  async #slice(ms: number, start: () => void): Promise<void> {
    this.#end = this.#now() + ms;
    const stopped = new Promise<boolean>((resolve) => {
      this.#stopped = () => resolve(true);
    });
    start();
    if (await Promise.race([stopped, this.#work?.then(() => false)])) return;
    this.#work = undefined;
    this.#end = Number.POSITIVE_INFINITY;
  }
}
