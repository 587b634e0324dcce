import type { Caller } from '../hub/caller.ts';
import { FairLimiter } from '../hub/fair-limiter.ts';
import { Pace } from '../hub/pace.ts';
import { refuseInLine } from '../hub/refuse-busy.ts';
import { isSearch } from '../queries/is-search.ts';
import type { AskedQuery, Reader } from './messages.ts';

/**
 * Searches that the readers have at once. The others wait here, so that any other question finds few of them before it. But a busy hub looks only every 20 ms at what is
 * answered, and a reader answers 60 direct searches meanwhile: with 16 it had nothing to do for most of the time, and searches waited for seconds.
 */
const SEARCHES_AT_ONCE = 64;
const SEARCHES_WAITING_MAX = 1_000;
const OTHERS_AT_ONCE = 256;
const OTHERS_WAITING_MAX = 4_000;

interface QuestionLineOptions {
  readonly reader: Reader;
  /** Steady milliseconds. */
  readonly steadyMs: () => number;
}

interface Lane {
  readonly limiter: FairLimiter;
  readonly pace: Pace;
}

const lane = (atOnce: number, waitingMax: number): Lane => ({ limiter: new FairLimiter(atOnce, waitingMax), pace: new Pace() });

/**
 * The questions of consoles in front of the reader: bounded, searches last. What is too much is refused with BUSY, that of the console which asks most first. What the
 * hub asks itself does not wait here.
 */
export class QuestionLine {
  readonly #options: QuestionLineOptions;
  readonly #searches = lane(SEARCHES_AT_ONCE, SEARCHES_WAITING_MAX);
  readonly #others = lane(OTHERS_AT_ONCE, OTHERS_WAITING_MAX);

  constructor(options: QuestionLineOptions) {
    this.#options = options;
  }

  async ask(asked: AskedQuery, caller: Caller | undefined): Promise<string> {
    const { reader, steadyMs } = this.#options;
    if (!caller) return reader.ask(asked);
    const { limiter, pace } = isSearch(asked.name) ? this.#searches : this.#others;
    const answer = await limiter.take(caller, async () => {
      const begunAt = steadyMs();
      const answered = await reader.ask(asked, caller);
      pace.done(1, begunAt, steadyMs());
      return answered;
    });
    if (answer !== undefined) return answer;
    const position = limiter.waiting + 1;
    return JSON.stringify(refuseInLine('reader', position, pace.comeAgainMs(position)));
  }
}
