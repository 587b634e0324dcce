import { WHAT_IFS_WAITING_MAX } from '../../shared/bounds.ts';
import type { RunWhatIf, WhatIfEnd, WhatIfProgress, WhatIfTask } from './what-if-task.ts';

export interface LaneWork {
  /** Made when its turn comes. */
  task(): WhatIfTask;
  readonly signal: AbortSignal;
  begun(): void;
  step(progress: WhatIfProgress): void;
}

type Outcome = WhatIfEnd | { readonly ended: 'stopped' };

interface Waiting extends LaneWork {
  end(outcome: Outcome): void;
}

/** Lets what-ifs run one after the other, so that they take one processor at most, however many desks try prices. */
export class WhatIfLane {
  readonly #run: RunWhatIf;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(run: RunWhatIf) {
    this.#run = run;
  }

  get isFull(): boolean {
    return this.#waiting.length >= WHAT_IFS_WAITING_MAX;
  }

  /** How many come before this work; 0 once it runs. */
  aheadOf(signal: AbortSignal): number {
    // The one that runs is before all that wait.
    return this.#waiting.findIndex((waiting) => waiting.signal === signal) + 1;
  }

  /** Resolves when the work has ended, was stopped, or could not run. Must not be called while the lane is full. */
  add(work: LaneWork): Promise<Outcome> {
    return new Promise((end) => {
      const waiting = { ...work, end };
      this.#waiting.push(waiting);
      work.signal.addEventListener('abort', () => this.#drop(waiting), { once: true });
      this.#start();
    });
  }

  #start(): void {
    this.#running ??= this.#next().finally(() => {
      this.#running = undefined;
      if (this.#waiting.length > 0) this.#start();
    });
  }

  /** What was stopped while it waited leaves its place to others at once. */
  #drop(waiting: Waiting): void {
    const place = this.#waiting.indexOf(waiting);
    if (place < 0) return;
    this.#waiting.splice(place, 1);
    waiting.end({ ended: 'stopped' });
  }

  async #next(): Promise<void> {
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) {
      const { signal, step, end } = work;
      work.begun();
      end(await this.#run(work.task(), signal, step).catch(failed));
    }
  }

  /** Resolves when nothing runs any more. What waits must have been stopped. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }
}

/** The thread itself broke off: it had no memory, or its code failed. */
const failed = (error: unknown): WhatIfEnd => ({
  ended: 'trouble',
  trouble: 'failed',
  message: error instanceof Error ? error.message : String(error),
});
