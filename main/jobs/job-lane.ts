import { JOB_DRAIN_MS_MAX, JOB_LOOK_MS_MAX, JOBS_AT_ONCE } from '../../shared/bounds.ts';
import type { EventType } from '../../shared/events.ts';
import { instant, isDue, SECOND_MS } from '../../shared/instants.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import { backOffMs } from './back-off.ts';
import type { JobAnswer } from './job-work.ts';

/** A job that may be due, as far as a lane must know it. */
export interface LaneJob {
  readonly id: number;
  readonly tries: number;
  readonly not_before: number;
}

/** What came of a try, as it is stored. */
export interface TryResult {
  readonly triesBefore: number;
  readonly done: boolean;
  readonly lasting: boolean;
  readonly answer: string;
  readonly retryAfterMs: number;
}

export interface JobLaneOptions<Job extends LaneJob> {
  readonly hub: Pick<InnerHub, 'on' | 'now'>;
  /** The jobs to be tried next, in the order in which they are due. Undefined when the store did not answer. */
  readonly due: () => Promise<readonly Job[] | undefined>;
  /** Does the work of a job. It may throw, and it must stop when the signal says so. */
  readonly work: (job: Job, signal: AbortSignal) => Promise<JobAnswer>;
  /** Stores what came of a try. False when the store could not keep it. */
  readonly record: (job: Job, result: TryResult) => Promise<boolean>;
  /** Whether a job may be due after such an event. */
  readonly mayBeDue: (type: EventType) => boolean;
  /** How long one try may take. */
  readonly answerMs: number;
  /** What is told of a try that threw. */
  readonly brokeOff: string;
  /** Whether due jobs are still tried once at a quit. */
  readonly lastLook: boolean;
  readonly timer: Timer;
  /** 0 to 1, drawn for each wait. */
  readonly random: () => number;
}

/**
 * Does the work that must follow a commit, such as a refund: one kind of work in its own lane, so that no other kind can hold it up.
 *
 * The problem: work outside the store (a bank, a terminal) cannot be part of a transaction. If it hung on an event in memory, a crash after the
 * commit would lose it. So a job is a row, written in the same transaction that makes the work due.
 * 1. Due jobs are looked up at the start, after each commit that may have made one due, when the next is due, and at least once a minute. A
 *    missed event delays a job, and nothing more.
 * 2. The result of a try is stored by a command. Until then nobody else tries the job. If the process ends before, the job is tried again at the
 *    next start. So all work must be safe to repeat.
 * 3. A try that takes too long is given up. It may have been done all the same; the next try finds that out.
 */
export class JobLane<Job extends LaneJob> {
  readonly #options: JobLaneOptions<Job>;
  readonly #underWay = new Map<number, { readonly stop: AbortController; readonly ended: Promise<void> }>();
  #stopHearing = () => {};
  #forgetTimer = () => {};
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #closing = false;

  constructor(options: JobLaneOptions<Job>) {
    this.#options = options;
  }

  start(): void {
    this.#stopHearing = this.#options.hub.on((events) => {
      if (events.some(({ type }) => this.#options.mayBeDue(type))) this.wake();
    });
    this.wake();
  }

  /** Looks for due jobs now: at the start, on waking from sleep, on a step of the clock. */
  wake(): void {
    if (this.#closing) return;
    if (this.#looking) this.#lookAgain = true;
    else this.#looking = this.#look().finally(() => this.#looked());
  }

  #looked(): void {
    this.#looking = undefined;
    if (!this.#lookAgain) return;
    this.#lookAgain = false;
    this.wake();
  }

  async #look(): Promise<void> {
    this.#forgetTimer();
    let nextLookMs = JOB_LOOK_MS_MAX;
    const found = await this.#options.due().catch(() => undefined);
    const now = this.#options.hub.now();
    for (const job of found ?? []) {
      if (this.#underWay.has(job.id)) continue;
      if (!isDue(instant(job.not_before), now)) {
        nextLookMs = Math.min(nextLookMs, job.not_before - now);
        break;
      }
      if (this.#underWay.size < JOBS_AT_ONCE && !this.#closing) this.#begin(job);
    }
    if (!this.#closing) this.#forgetTimer = this.#options.timer.after(nextLookMs, () => this.wake());
  }

  #begin(job: Job): void {
    const stop = new AbortController();
    const ended = this.#run(job, stop.signal).finally(() => {
      this.#underWay.delete(job.id);
      this.wake();
    });
    this.#underWay.set(job.id, { stop, ended });
  }

  async #run(job: Job, stopped: AbortSignal): Promise<void> {
    const answer = await this.#try(job, stopped);
    // If the result was not stored, the job is tried again at the next start.
    while (answer && !stopped.aborted && !(await this.#record(job, answer))) await this.#pause(JOB_LOOK_MS_MAX, stopped);
  }

  /** One try, within its limit. Undefined when it was stopped. */
  async #try(job: Job, stopped: AbortSignal): Promise<JobAnswer | undefined> {
    const limit = new AbortController();
    const forget = this.#options.timer.after(this.#options.answerMs, () => limit.abort());
    const ended = new Promise<'over'>((over) => {
      for (const signal of [limit.signal, stopped]) signal.addEventListener('abort', () => over('over'), { once: true });
    });
    try {
      const work = this.#options.work(job, AbortSignal.any([limit.signal, stopped]));
      // The try was given up. An error that it throws later is ignored.
      work.catch(() => {});
      const answer = await Promise.race([work, ended]);
      if (answer !== 'over') return answer;
      if (stopped.aborted) return undefined;
      return { done: false, answer: `no answer within ${this.#options.answerMs / SECOND_MS} s`, lasting: false };
    } catch {
      return stopped.aborted ? undefined : { done: false, answer: this.#options.brokeOff, lasting: false };
    } finally {
      forget();
    }
  }

  /** False when the store could not keep it. */
  #record(job: Job, answer: JobAnswer): Promise<boolean> {
    const { record, random } = this.#options;
    const result = answer.done
      ? { done: true, lasting: false, retryAfterMs: 0 }
      : { done: false, lasting: answer.lasting, retryAfterMs: backOffMs(job.tries + 1, random()) };
    return record(job, { triesBefore: job.tries, ...result, answer: answer.answer });
  }

  #pause(ms: number, stopped: AbortSignal): Promise<void> {
    return new Promise((over) => {
      const forget = this.#options.timer.after(ms, over);
      stopped.addEventListener('abort', () => {
        forget();
        over();
      });
    });
  }

  /**
   * Looks for due jobs once more where the lane says so: the reversal of a card that was just asked is still tried. Then it begins no other job, and waits for
   * those under way, at most JOB_DRAIN_MS_MAX. The rest is left for the next start.
   */
  async close(): Promise<void> {
    await this.#looking;
    if (this.#options.lastLook) await this.#look();
    this.#closing = true;
    this.#forgetTimer();
    this.#stopHearing();
    const forget = this.#options.timer.after(JOB_DRAIN_MS_MAX, () => {
      for (const { stop } of this.#underWay.values()) stop.abort();
    });
    await Promise.all([...this.#underWay.values()].map(({ ended }) => ended));
    forget();
  }
}
