import { MISSES_MIN } from '../../shared/health/standing.ts';
import type { Gatherer } from './gatherer.ts';

/** Minutes that `now` looks back, the one under way included. */
const MINUTES = 5;

/**
 * Gathers the largest of what is told: the slowest write, the seats that came back last. Of each minute it keeps as many as an alarm needs: one slow write, as the
 * first ones of a store or a disk that was busy for a moment make it, is over before anybody could do something about it.
 */
export class GatherSlowest implements Gatherer {
  /** The minute under way first. Of each the largest, largest first. */
  #minutes: readonly (readonly number[])[] = Array<number[]>(MINUTES).fill([]);

  add(value: number): void {
    const [minute = [], ...before] = this.#minutes;
    if (minute.length === MISSES_MIN && value <= (minute.at(-1) ?? value)) return;
    this.#minutes = [[...minute, value].sort((a, b) => b - a).slice(0, MISSES_MIN), ...before];
  }

  get now(): number | null {
    const known = this.#minutes.flat();
    return known.length === 0 ? null : Math.max(...known);
  }

  /** How many of those that are kept of the minutes of `now` are larger. */
  beyond(limit: number): number {
    return this.#minutes.flat().filter((value) => value > limit).length;
  }

  get minute(): number | null {
    return this.#minutes[0]?.[0] ?? null;
  }

  nextMinute(): void {
    this.#minutes = [[], ...this.#minutes.slice(0, -1)];
  }
}
