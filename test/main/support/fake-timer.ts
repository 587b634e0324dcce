import type { Timer } from '../../../main/hub/timer.ts';
import type { FakeClock } from './fake-clock.ts';

/** Timers that ring when a test lets the fake clock's time pass. */
export class FakeTimer implements Timer {
  readonly #clock: FakeClock;
  readonly #waiting = new Set<{ readonly at: number; readonly then: () => void }>();

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  after(ms: number, then: () => void): () => void {
    const entry = { at: this.#clock.now() + ms, then };
    this.#waiting.add(entry);
    return () => {
      this.#waiting.delete(entry);
    };
  }

  /** Lets time pass, ringing on the way in the order of their times. */
  pass(ms: number): void {
    const until = this.#clock.now() + ms;
    for (;;) {
      const [next] = [...this.#waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting.delete(next);
      this.#clock.advance(Math.max(0, next.at - this.#clock.now()));
      next.then();
    }
    this.#clock.advance(until - this.#clock.now());
  }
}
