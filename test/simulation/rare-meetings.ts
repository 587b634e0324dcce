import type { SeededRandom } from '../../main/seeded-random.ts';
import { JOB_WAIT_MS_MAX } from '../../shared/bounds.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { Draft } from './action.ts';
import type { Model } from './model/model.ts';

/** One step in so many of those at which the meeting is possible. */
const TRIED_AHEAD_ONE_IN = 12;
const SLEPT_ONE_IN = 40;

/** Whether the terminal is just asked about a card. */
const isAsked = ({ payments }: Model, now: number): boolean =>
  [...payments.values()].some(({ state, at }) => state === 'PENDING' && at > now - SECOND_MS);

/** Brings together what would meet too seldom by chance. Its draws are its own, so that a further meeting leaves the steps between as they are. */
export class RareMeetings {
  readonly #own: () => SeededRandom;
  #plan: Draft[] = [];

  /** `own`: chance of the step alone. */
  constructor(own: () => SeededRandom) {
    this.#own = own;
  }

  /** The next step of what began, or the first of another meeting. */
  next(model: Model, now: number): Draft | undefined {
    const planned = this.#plan.shift();
    if (planned) return planned;
    const random = this.#own();
    if (random.below(SLEPT_ONE_IN) === 0 && isAsked(model, now)) return this.#sleptWhileReversed(HOUR_MS + 1 + random.below(HOUR_MS));
    if (!model.jobs.some(({ state, tries }) => state === 'WAITING' && tries > 0)) return undefined;
    if (random.below(TRIED_AHEAD_ONE_IN) > 0 || model.holds().length > 0) return undefined;
    return this.#triedAhead(JOB_WAIT_MS_MAX * 2 + random.below(30 * HOUR_MS));
  }

  /**
   * A card is charged, and the store cannot keep it, so the bank is asked to reverse the charge, and takes long. The computer sleeps over that. What
   * is done every hour is overdue when it wakes up, and finds a payment without an answer.
   */
  #sleptWhileReversed(ms: number): Draft {
    this.#plan = [{ do: 'lock' }, { do: 'wait', ms: 3 * SECOND_MS }, { do: 'sleep', ms }, { do: 'upkeep' }];
    return { do: 'bank', mood: 'too-late' };
  }

  /**
   * A job is tried again by a clock that stands ahead, and is dated by it. No hold ends by that clock, so no entry of the journal tells of the
   * time. Then the power fails.
   */
  #triedAhead(ms: number): Draft {
    this.#plan = [
      { do: 'set-clock', ms },
      { do: 'wait', ms: MINUTE_MS },
      { do: 'set-clock', ms: -ms },
      { do: 'crash', at: 'before-commit', tail: 1 },
      { do: 'upkeep' },
      { do: 'wait', ms: 6 * MINUTE_MS },
    ];
    return { do: 'bank', mood: 'refuse' };
  }
}
