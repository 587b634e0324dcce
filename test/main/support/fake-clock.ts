import type { Clock } from '../../../main/hub/clock.ts';
import { type Instant, instant } from '../../../shared/instants.ts';

/** Time that a test moves by hand. */
export class FakeClock implements Clock {
  #now: Instant;
  readonly #listeners = new Set<() => void>();

  constructor(start: number = Date.UTC(2026, 10, 21, 14, 0, 0)) {
    this.#now = instant(start);
  }

  now(): Instant {
    return this.#now;
  }

  raise(floor: Instant): void {
    if (floor > this.#now) this.step(floor - this.#now);
  }

  /** Time passes; nobody is told, as in life. */
  advance(ms: number): Instant {
    this.#now = instant(this.#now + ms);
    return this.#now;
  }

  /** Time jumps, as after a sleep: listeners are told. */
  step(ms: number): Instant {
    this.advance(ms);
    for (const listener of [...this.#listeners]) listener();
    return this.#now;
  }

  onStep(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
