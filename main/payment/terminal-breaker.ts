import { TERMINAL_FAILURES_MAX, TERMINAL_REST_MS } from '../../shared/bounds.ts';
import { type Instant, isDue, later } from '../../shared/instants.ts';
import { zuluText } from '../../shared/refusals.ts';

export interface TerminalBreakerOptions {
  readonly now: () => Instant;
  /** Hears what is wrong with the terminal, or '' when it works again. */
  readonly trouble: (problem: string) => void;
  /** Hears of each try whether the terminal answered. */
  readonly asked?: (answered: boolean) => void;
  /** Hears, once the terminal works again, how many milliseconds it was left alone. */
  readonly works?: (restedMs: number) => void;
}

/**
 * Leaves a card terminal alone that fails again and again, so that nobody waits for it in vain (a circuit breaker). It opens after
 * TERMINAL_FAILURES_MAX failures in a row. After TERMINAL_REST_MS one card tries the terminal (half-open): if it works, cards are taken again; if it
 * fails, it rests once more. An answer that says no is no failure.
 *
 * It is written here because the ready one (cockatiel) reads the computer's clock by itself: a clock that is set back would keep the terminal resting,
 * and a test could not move the time.
 */
export class TerminalBreaker {
  readonly #options: TerminalBreakerOptions;
  #failures = 0;
  #restsUntil: Instant | null = null;
  /** Since when it is left alone, over however many rests. */
  #restsSince: Instant | null = null;
  /** A card tries the terminal after its rest. */
  #trying = false;

  constructor(options: TerminalBreakerOptions) {
    this.#options = options;
  }

  /** Until when no card may be asked; undefined when one may. Whoever may ask after a rest is the one that tries, until `heard` or `release`. */
  restsUntil(): Instant | undefined {
    if (this.#restsUntil === null) return undefined;
    if (this.#trying || !isDue(this.#restsUntil, this.#options.now())) return this.#restsUntil;
    this.#trying = true;
    return undefined;
  }

  /** Until when it is left alone, if it is; asking this changes nothing. */
  get restingUntil(): Instant | null {
    return this.#restsUntil;
  }

  get isOpen(): boolean {
    return this.#restsUntil !== null;
  }

  /** How one try ended: whether the terminal answered. */
  heard(worked: boolean): void {
    this.#trying = false;
    this.#options.asked?.(worked);
    if (worked) {
      this.#failures = 0;
      if (this.#restsUntil !== null) this.#options.trouble('');
      if (this.#restsSince !== null) this.#options.works?.(Math.max(0, this.#options.now() - this.#restsSince));
      this.#restsUntil = null;
      this.#restsSince = null;
      return;
    }
    this.#failures++;
    if (this.#failures < TERMINAL_FAILURES_MAX) return;
    this.#restsSince ??= this.#options.now();
    this.#restsUntil = later(this.#options.now(), TERMINAL_REST_MS);
    this.#options.trouble(
      `The card terminal failed ${this.#failures} times in a row, so it is not asked until ${zuluText(this.#restsUntil)}. The next card after that tries it. Cash and vouchers sell meanwhile.`,
    );
  }

  /** The payment that may have tried the terminal is over. If nothing was heard of it, the next one tries. */
  release(): void {
    this.#trying = false;
  }
}
