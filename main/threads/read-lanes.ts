import { FairQueue } from '../hub/fair-queue.ts';
import type { Question } from './question.ts';
import type { TimeSlices } from './time-slices.ts';

/**
 * How long quick reads are answered in a row. Then a long one goes on, so that it ends too however many quick ones come, and those who have asked meanwhile
 * have their turns. A read whose data are all in memory gives nothing else a chance to run: sixty searches of one console were answered before another was
 * heard.
 */
const QUICK_MS_MAX = 20;
/**
 * While people ask without a pause, work for later is done every so often, for so long. Without it the routes of a day were never kept where they were
 * needed most: under load.
 */
const LATER_EVERY_MS = 20;
const LATER_MS = 2;

export interface ReadLanesOptions {
  /** Answers one question. Must not reject. */
  readonly quick: (question: Question) => Promise<void>;
  /** The same for a long one: it pauses by `slices`. */
  readonly long: (question: Question) => Promise<void>;
  readonly isLong: (question: Question) => boolean;
  readonly slices: TimeSlices;
  /** How long a long read goes on before quick ones are looked for. A quick read that comes meanwhile waits so long at most. */
  readonly sliceMs: number;
  /** Does a small piece of work for later. False when there is none. */
  readonly idle: () => Promise<boolean>;
  /** Lets the messages come that were sent meanwhile. */
  readonly others: () => Promise<void>;
  /** Steady milliseconds. */
  readonly now: () => number;
}

/**
 * The order in which questions are answered.
 * 1. Quick reads go before long ones. One long read is open at a time, and it is stopped after each slice.
 * 2. In each lane the callers take turns (FairQueue).
 * 3. While nobody asks, work for later is done, a piece at a time. While people ask, a little of it is done now and then.
 */
export class ReadLanes {
  readonly #options: ReadLanesOptions;
  readonly #quick = new FairQueue<Question>();
  readonly #long = new FairQueue<Question>();
  #running: Promise<void> | undefined;
  #laterAt = Number.NEGATIVE_INFINITY;

  constructor(options: ReadLanesOptions) {
    this.#options = options;
  }

  add(question: Question): void {
    (this.#options.isLong(question) ? this.#long : this.#quick).add(question.caller, question);
    this.#start();
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#quick.size > 0 || this.#longWaits) this.#start();
    });
  }

  /** Resolves when everything that was asked is answered. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    const { idle, others } = this.#options;
    do {
      await this.#quickOnes();
      if (this.#longWaits) await this.#longSlice();
      await others();
    } while (this.#longWaits || this.#quick.size > 0 || (await idle()));
  }

  get #longWaits(): boolean {
    return this.#options.slices.open || this.#long.size > 0;
  }

  async #quickOnes(): Promise<void> {
    const { quick, now, idle } = this.#options;
    const end = now() + QUICK_MS_MAX;
    for (let question = this.#quick.next(); question; question = this.#quick.next()) {
      await quick(question);
      if (now() >= this.#laterAt) {
        const enough = now() + LATER_MS;
        while ((await idle()) && now() < enough);
        this.#laterAt = now() + LATER_EVERY_MS;
      }
      if (now() >= end) return;
    }
  }

  async #longSlice(): Promise<void> {
    const { slices, sliceMs, long } = this.#options;
    if (slices.open) return slices.next(sliceMs);
    const question = this.#long.next();
    if (question) await slices.begin(sliceMs, () => long(question));
  }
}
