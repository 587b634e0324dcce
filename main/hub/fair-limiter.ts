import type { Caller } from './caller.ts';
import { FairQueue } from './fair-queue.ts';

type Who = Pick<Caller, 'address' | 'console'>;

/**
 * Runs a few costly tasks at a time and lets the others wait, each caller in its turn. When `waitingMax` of them wait, the newest task of the
 * caller that has the most gives way to a caller that has fewer.
 */
export class FairLimiter {
  readonly #atOnce: number;
  readonly #waitingMax: number;
  #busy = 0;
  readonly #waiting = new FairQueue<(go: boolean) => void>();

  constructor(atOnce: number, waitingMax: number) {
    this.#atOnce = atOnce;
    this.#waitingMax = waitingMax;
  }

  /** How many wait now. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Undefined when the task did not begin, because too many wait. */
  async take<T>(who: Who, work: () => Promise<T>): Promise<T | undefined> {
    if (this.#busy < this.#atOnce) this.#busy++;
    else if (!(await this.#turn(who))) return undefined;
    try {
      return await work();
    } finally {
      const next = this.#waiting.next();
      if (next) next(true);
      else this.#busy--;
    }
  }

  #turn(who: Who): Promise<boolean> | false {
    if (this.#waiting.size >= this.#waitingMax) {
      const other = this.#waiting.takeBackFor(who);
      if (!other) return false;
      other(false);
    }
    return new Promise((turn) => this.#waiting.add(who, turn));
  }
}
