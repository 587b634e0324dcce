import { watchBlockTurns } from '../../main/engine/block-turns.ts';
import { type PolicyTurnsOptions, watchPolicyTurns } from '../../main/engine/policy-turns.ts';
import { watchWaitlistTurns } from '../../main/engine/waitlist-turns.ts';

/** What of a hub looks by itself at what time alone changes: the three that main/boot/boot.ts starts. Some runs are without them. */
export class Turns {
  #options: PolicyTurnsOptions | undefined;
  #stops: readonly (() => void)[] = [];
  kept = false;

  /** From now on, and after each start. */
  keep(): void {
    this.kept = true;
    this.#watch();
  }

  /** A hub was started. */
  started(options: Omit<PolicyTurnsOptions, 'trouble'>): void {
    this.#options = { ...options, trouble: () => {} };
    if (this.kept) this.#watch();
  }

  #watch(): void {
    this.stop();
    const options = this.#options;
    if (!options) return;
    // No console of a run was open while its hub was stopped, so that none has missed a turn.
    const watches = [watchPolicyTurns, watchBlockTurns, watchWaitlistTurns];
    this.#stops = watches.map((watch) => watch({ ...options, lastWorkedAt: options.hub.now() }));
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
