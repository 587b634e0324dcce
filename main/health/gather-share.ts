import type { Gatherer } from './gatherer.ts';

/** Minutes that `now` looks back, the one under way included. */
const MINUTES = 15;

interface Count {
  readonly done: number;
  readonly missed: number;
}

const NONE: Count = { done: 0, missed: 0 };

/** Gathers how many of 100 were done. */
export class GatherShare implements Gatherer {
  /** The minute under way first. */
  #minutes: Count[] = Array<Count>(MINUTES).fill(NONE);

  add(done: boolean): void {
    const { done: before, missed } = this.#minutes[0] ?? NONE;
    this.#minutes[0] = done ? { done: before + 1, missed } : { done: before, missed: missed + 1 };
  }

  get #all(): Count {
    return this.#minutes.reduce((sum, { done, missed }) => ({ done: sum.done + done, missed: sum.missed + missed }), NONE);
  }

  get now(): number | null {
    return shareOf(this.#all);
  }

  /** How many were missed within the minutes of `now`. */
  get missed(): number {
    return this.#all.missed;
  }

  get minute(): number | null {
    return shareOf(this.#minutes[0] ?? NONE);
  }

  nextMinute(): void {
    this.#minutes = [NONE, ...this.#minutes.slice(0, -1)];
  }
}

const shareOf = ({ done, missed }: Count): number | null => (done + missed === 0 ? null : (100 * done) / (done + missed));
