import type { Clock, ClockStep } from '../../../main/hub/clock.ts';
import { type Instant, instant } from '../../../shared/instants.ts';

/** Time that a test moves by hand. The computer's clock always agrees with it; where it must not, take a WallClock. */
export class FakeClock implements Clock {
  #now: Instant;
  readonly #listeners = new Set<(step: ClockStep) => void>();

  constructor(start: number = Date.UTC(2026, 10, 21, 14, 0, 0)) {
    this.#now = instant(start);
  }

  now(): Instant {
    return this.#now;
  }

  get state() {
    return { standing: 'agrees' as const, computer: this.#now };
  }

  opened(newest: Instant): void {
    if (newest > this.#now) this.step(newest - this.#now);
  }

  adopt(now: Instant): void {
    this.step(now - this.#now, 'adopted');
  }

  /** Time passes; nobody is told, as in life. */
  advance(ms: number): Instant {
    this.#now = instant(this.#now + ms);
    return this.#now;
  }

  /** Time jumps, as after a sleep: listeners are told. */
  step(ms: number, why: ClockStep['why'] = 'moved'): Instant {
    this.advance(ms);
    for (const listener of [...this.#listeners]) listener({ why, by: ms });
    return this.#now;
  }

  onStep(listener: (step: ClockStep) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
