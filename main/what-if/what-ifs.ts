import { WHAT_IFS_KEPT_MAX } from '../../shared/bounds.ts';
import type { Input } from '../../shared/contract.ts';
import type { WhatIfRun } from '../../shared/methods/pricing-what-if.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Log } from '../hub/log.ts';
import type { WhatIfLane } from './what-if-lane.ts';
import type { WhatIfProgress } from './what-if-task.ts';

export interface WhatIfsOptions {
  readonly storeFile: string;
  readonly hub: Pick<InnerHub, 'now'>;
  readonly lane: WhatIfLane;
  readonly log: Log;
}

interface OfDesk {
  run: WhatIfRun;
  readonly stop: AbortController;
  /** Who is told that it has come further: the console of the desk that asked last. */
  hear: () => void;
}

/**
 * The what-ifs of all desks: each desk has one, the newest. It outlives a lost connection, and a console finds it again. When more desks have
 * tried prices than are remembered, the one that began first is forgotten.
 */
export class WhatIfs {
  readonly #options: WhatIfsOptions;
  /** In the order in which they began. */
  readonly #byDesk = new Map<string, OfDesk>();
  #last = 0;
  #closed = false;

  constructor(options: WhatIfsOptions) {
    this.#options = options;
  }

  start(desk: string, given: Input<'whatIf.start'>, hear: () => void): Reply<{ run: WhatIfRun }> {
    const { hub, lane } = this.#options;
    this.#byDesk.get(desk)?.stop.abort();
    if (lane.isFull || this.#closed) return refuse('WHAT_IF_BUSY');
    const run: WhatIfRun = {
      ...{ number: ++this.#last, ...given, state: 'waits', problem: '', ahead: 0, at: hub.now(), stage: 'loads', done: 0, total: 0 },
      ...{ loads: null, simulated: null },
    };
    const own: OfDesk = { run, stop: new AbortController(), hear };
    this.#keep(desk, own);
    void this.#run(own);
    return accept({ run: this.#seen(own) });
  }

  #keep(desk: string, own: OfDesk): void {
    this.#byDesk.delete(desk);
    this.#byDesk.set(desk, own);
    for (const [oldest, { stop }] of this.#byDesk) {
      if (this.#byDesk.size <= WHAT_IFS_KEPT_MAX) return;
      stop.abort();
      this.#byDesk.delete(oldest);
    }
  }

  async #run(own: OfDesk): Promise<void> {
    const { storeFile, hub, lane, log } = this.#options;
    const { scope, rules, seed, runs, demandPercent, order } = own.run;
    const outcome = await lane.add({
      signal: own.stop.signal,
      task: () => ({
        ...{ storeFile, seed, runs, demandPercent, order },
        now: hub.now(),
        change: { kind: 'draft', scope, rules },
      }),
      begun: () => this.#tell(own, { state: 'runs', at: hub.now() }),
      step: ({ stage, done, total, loads, simulated }: WhatIfProgress) => this.#tell(own, { stage, done, total, loads, simulated }),
    });
    if (outcome.ended === 'trouble') log.error({ trouble: outcome.trouble }, `A what-if broke off. ${outcome.message}`);
    const [state, problem] = outcome.ended === 'trouble' ? (['failed', outcome.message] as const) : ([STATES[outcome.ended], ''] as const);
    this.#tell(own, { state, problem });
  }

  #tell(own: OfDesk, change: Partial<WhatIfRun>): void {
    own.run = { ...own.run, ...change };
    own.hear();
  }

  #seen({ run, stop }: OfDesk): WhatIfRun {
    return run.state === 'waits' ? { ...run, ahead: this.#options.lane.aheadOf(stop.signal) } : run;
  }

  stop(desk: string): WhatIfRun | null {
    const own = this.#byDesk.get(desk);
    own?.stop.abort();
    return own ? this.#seen(own) : null;
  }

  status(desk: string, hear: () => void): WhatIfRun | null {
    const own = this.#byDesk.get(desk);
    if (!own) return null;
    own.hear = hear;
    return this.#seen(own);
  }

  /** Stops them all and begins no other. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { stop } of this.#byDesk.values()) stop.abort();
    await this.#options.lane.settled();
  }
}

const STATES = { well: 'done', stopped: 'stopped' } as const;
