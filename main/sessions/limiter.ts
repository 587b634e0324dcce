/** Runs a few costly tasks at a time and lets the others wait. Refuses a task when `waitingMax` of them wait. */
export class Limiter {
  readonly #atOnce: number;
  readonly #waitingMax: number;
  #busy = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number, waitingMax: number) {
    this.#atOnce = atOnce;
    this.#waitingMax = waitingMax;
  }

  get full(): boolean {
    return this.#waiting.length >= this.#waitingMax;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy < this.#atOnce) this.#busy++;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy--;
    }
  }
}
