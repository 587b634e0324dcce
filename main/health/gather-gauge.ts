import type { Gatherer } from './gatherer.ts';

/** Keeps what was measured last, and of each minute the largest. */
export class GatherGauge implements Gatherer {
  #now: number | null = null;
  #minute: number | null = null;

  set(value: number | null): void {
    this.#now = value;
    if (value !== null) this.#minute = Math.max(this.#minute ?? value, value);
  }

  get now(): number | null {
    return this.#now;
  }

  get minute(): number | null {
    return this.#minute;
  }

  nextMinute(): void {
    this.#minute = null;
  }
}
