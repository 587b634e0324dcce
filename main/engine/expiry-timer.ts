import { type Instant, isDue } from '../../shared/instants.ts';
import type { Clock } from '../hub/clock.ts';
import { faultMessage } from '../store/fault-text.ts';

/** The longest time that setTimeout takes, since it counts in 31 bits. A later deadline is reached in several steps. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;
const RETRY_MS = 1_000;

export interface ExpiryTimerOptions {
  readonly clock: Clock;
  /** Ends holds that are due. Resolves to true when more of them are due now. */
  readonly sweep: () => Promise<boolean>;
  /** A sweep that failed, or '' when one has worked again. A failure is never read as "nothing is due". */
  readonly trouble: (problem: string) => void;
}

/**
 * One timer for the hold that ends next. It is armed again whenever that hold changes, when the computer wakes from sleep, and when the
 * clock steps. It lives in the hub's thread, beside the clock, and sends a command like everybody else. So the writer reads no clock, and
 * the same commands make the same store.
 */
export class ExpiryTimer {
  readonly #options: ExpiryTimerOptions;
  readonly #forgetClock: () => void;
  #nextDue: Instant | null = null;
  #timeout: NodeJS.Timeout | undefined;
  #sweeping = false;
  #troubled = false;
  #closed = false;

  constructor(options: ExpiryTimerOptions) {
    this.#options = options;
    this.#forgetClock = options.clock.onStep(() => this.wake());
  }

  /** Told after every commit. */
  arm(nextDue: Instant | null): void {
    if (nextDue === this.#nextDue && this.#timeout) return;
    this.#nextDue = nextDue;
    this.wake();
  }

  /** Looks at the time now and arms for what is left. */
  wake(): void {
    clearTimeout(this.#timeout);
    this.#timeout = undefined;
    if (this.#closed || this.#sweeping || this.#nextDue === null) return;
    const now = this.#options.clock.now();
    if (isDue(this.#nextDue, now)) void this.#sweep();
    else this.#timeout = setTimeout(() => this.wake(), Math.min(this.#nextDue - now, TIMEOUT_MS_MAX));
  }

  async #sweep(): Promise<void> {
    this.#sweeping = true;
    try {
      while (!this.#closed && (await this.#options.sweep()));
      if (this.#troubled) this.#options.trouble('');
      this.#troubled = false;
      this.#sweeping = false;
      this.wake();
    } catch (error) {
      this.#troubled = true;
      this.#options.trouble(error instanceof Error ? faultMessage(error) : String(error));
      this.#sweeping = false;
      if (!this.#closed) this.#timeout = setTimeout(() => this.wake(), RETRY_MS);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timeout);
    this.#forgetClock();
  }
}
