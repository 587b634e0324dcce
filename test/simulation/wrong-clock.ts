import type { SeededRandom } from '../../main/seeded-random.ts';
import { CLOCK_STEP_MS_MAX } from '../../shared/bounds.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { ModelJob } from './model/model-rows.ts';

/** What else happens around a clock that went wrong. */
interface Then {
  readonly confirm: () => Draft;
  readonly right: () => Draft;
  readonly crash: () => Draft;
}

/** A computer that was off for days; a wrong second, day or year that is noticed before, or only after, somebody believed it. */
export class WrongClock {
  readonly #random: SeededRandom;
  readonly #then: Then;
  /** What is still to come, each a few steps after the one before. */
  #plan: (() => Draft)[] = [];
  /** What follows without a step between. */
  #atOnce: Draft[] = [];

  constructor(random: SeededRandom, then: Then) {
    this.#random = random;
    this.#then = then;
  }

  /** The next step of what began, if it is time for it. */
  next(): Draft | undefined {
    return this.#atOnce.shift() ?? (this.#plan.length > 0 && this.#random.below(5) === 0 ? this.#plan.shift()?.() : undefined);
  }

  goesWrong(jobs: readonly ModelJob[]): Draft {
    const { confirm, right, crash } = this.#then;
    const set = (ms: number) => (): Draft => ({ do: 'set-clock', ms });
    const hours = CLOCK_STEP_MS_MAX + 1 + this.#random.below(24 * HOUR_MS);
    // Not a whole one: what is imported then must be on sale also by the true time.
    const year = 180 * 24 * HOUR_MS;
    const day = 6 * MINUTE_MS + this.#random.below(30 * HOUR_MS);
    if (jobs.some(({ state, tries }) => state === 'WAITING' && tries > 0) && this.#random.below(2) === 0) return this.#triedAhead(day);
    const [first, ...rest] = this.#random.pick<readonly (() => Draft)[]>([
      [set(hours), confirm],
      [set(hours), crash, confirm],
      [set(year), set(-year)],
      [set(year), confirm, set(-year), right],
      [set(day), set(-day), right],
      [set(day), set(-day), crash, right],
      [set(-day), right],
    ]);
    this.#plan = [...rest];
    return (first as () => Draft)();
  }

  /** A job that is tried again by a clock that stands ahead is dated by it, and no entry of the journal says so. Then the power fails. */
  #triedAhead(ms: number): Draft {
    const crash = { do: 'crash', at: 'before-commit', tail: 1 } as const;
    this.#atOnce = [{ do: 'set-clock', ms }, { do: 'wait', ms: MINUTE_MS }, { do: 'set-clock', ms: -ms }, crash];
    return { do: 'bank', mood: 'refuse' };
  }
}
