import { DEFAULT_DEMAND } from '../../shared/methods/pricing-what-if.ts';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Log } from '../hub/log.ts';
import type { Timer } from '../hub/timer.ts';
import type { WhatIfLane } from './what-if-lane.ts';
import type { WhatIfProgress } from './what-if-task.ts';

export interface PolicyOutcomesOptions {
  readonly storeFile: string;
  readonly hub: Pick<InnerHub, 'look' | 'change' | 'on' | 'now'>;
  readonly lane: WhatIfLane;
  readonly timer: Timer;
  readonly log: Log;
  /** Called when a receipt or a score was stored, so that consoles that show them ask again. */
  readonly written: () => void;
}

/** How long it waits before it looks again, while nothing tells it of new work. */
const LOOK_MS = 60_000;
/** How long it rests between two parts of the journal, so that selling comes first. */
const REST_MS = 1_000;

/**
 * Writes what became of each published policy: its receipt, once it is in force, and its score, sale by sale.
 *
 * The problem: a receipt reads every flight of its scope, and a score every sale. Neither can be part of the publish or of the sale. If they
 * hung on an event in memory, a crash after the commit would lose them.
 * 1. What is due stands in the store: a policy in force that has no receipt row, and journal entries behind the one that was scored last. So
 *    the publish and the sale write the work down themselves, in their own transaction.
 * 2. It is looked for at the start, after each publish, and at least once a minute. A missed event delays it, and nothing more.
 * 3. The result is stored by a command. If the process ends before, the work is done again at the next start, and comes out the same but for
 *    the loads, which are those of the moment that the receipt tells.
 */
export class PolicyOutcomes {
  readonly #options: PolicyOutcomesOptions;
  readonly #stop = new AbortController();
  #stopHearing = () => {};
  #forgetTimer = () => {};
  #working: Promise<void> | undefined;
  #again = false;

  constructor(options: PolicyOutcomesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stopHearing = this.#options.hub.on((events) => {
      if (events.some(({ type }) => type === 'policy.published' || type === 'policy.turned')) this.wake();
    });
    this.wake();
  }

  /** Looks for work now. */
  wake(): void {
    if (this.#stop.signal.aborted) return;
    if (this.#working) this.#again = true;
    else this.#working = this.#work().finally(() => this.#worked());
  }

  #worked(): void {
    this.#working = undefined;
    if (!this.#again) return;
    this.#again = false;
    this.wake();
  }

  async #work(): Promise<void> {
    this.#forgetTimer();
    // Work that fails is looked for again after the wait; the log says why.
    const [receipt, scored] = [await this.#receipt().catch(() => 'none' as const), await this.#score().catch(() => 'none' as const)];
    if (this.#stop.signal.aborted) return;
    const soon = receipt === 'more' || scored === 'more';
    this.#forgetTimer = this.#options.timer.after(soon ? REST_MS : LOOK_MS, () => this.wake());
  }

  /** Writes the receipt that is due first. */
  async #receipt(): Promise<'none' | 'more'> {
    const { hub, lane, storeFile, log, written } = this.#options;
    const due = await hub.look('policies.nextReceipt', {});
    if (!due.ok || due.value.version === null) return 'none';
    const { version } = due.value;
    let last: WhatIfProgress | undefined;
    const outcome = await lane.add({
      signal: this.#stop.signal,
      task: () => ({ storeFile, now: hub.now(), change: { kind: 'version', version }, ...DEFAULT_DEMAND }),
      begun: () => {},
      step: (progress) => {
        last = progress;
      },
    });
    if (outcome.ended === 'trouble')
      log.error({ version, trouble: outcome.trouble }, `The receipt of a policy was not written. ${outcome.message}`);
    if (outcome.ended !== 'well' || !last) return 'none';
    const { loads, simulated } = last;
    const stored = await hub.change('policies.recordReceipt', { version, loads, simulated }, SYSTEM, null);
    if (!stored.ok) return 'none';
    written();
    return 'more';
  }

  /** Scores the next part of the journal. */
  async #score(): Promise<'none' | 'more'> {
    const { hub, written } = this.#options;
    const found = await hub.look('policies.salesToScore', {});
    if (!found.ok || found.value.to === found.value.from) return 'none';
    const { more, ...part } = found.value;
    const stored = await hub.change('policies.recordScores', part, SYSTEM, null);
    if (stored.ok && part.scores.length + part.overrides.length > 0) written();
    return more ? 'more' : 'none';
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#forgetTimer();
    this.#stopHearing();
    while (this.#working) await this.#working;
  }
}
