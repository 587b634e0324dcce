import type { Gatherer } from './gatherer.ts';

/** Minutes that `now` looks back, the one under way included. */
const MINUTES = 5;

/** Gathers the largest of what is told: the slowest write, the longest queue. */
export class GatherSlowest implements Gatherer {
  /** The minute under way first. */
  #minutes: (number | null)[] = Array<number | null>(MINUTES).fill(null);

  add(value: number): void {
    this.#minutes[0] = Math.max(this.#minutes[0] ?? value, value);
  }

  get now(): number | null {
    const known = this.#minutes.filter((value) => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  }

  get minute(): number | null {
    return this.#minutes[0] ?? null;
  }

  nextMinute(): void {
    this.#minutes = [null, ...this.#minutes.slice(0, -1)];
  }
}
