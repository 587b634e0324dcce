import type { NewestBackup } from '../backup/newest-backup.ts';
import type { StoreHub } from '../engine/store-hub.ts';
import type { Log } from '../hub/log.ts';
import { markDamaged } from '../store/checks/damage-mark.ts';
import { startCheck } from '../threads/start-check.ts';

export interface DamageWatchOptions {
  readonly file: string;
  readonly hub: Pick<StoreHub, 'stopSelling'>;
  readonly log: Log;
  /** Told to every console. */
  readonly trouble: (problem: string) => void;
  readonly newestBackup: () => Promise<NewestBackup | undefined>;
}

/**
 * What the hub does when damage is found in a store that is in use:
 * 1. Nothing more is sold on it. Reading goes on. Supervisors can still sign in, because they can put a backup back.
 * 2. Every console is told what is damaged, and which verified backup is the newest.
 * 3. A mark beside the store makes the next start check all of it before anybody sells.
 */
export class DamageWatch {
  readonly #options: DamageWatchOptions;
  #check: ReturnType<typeof startCheck> | undefined;
  #found = false;

  constructor(options: DamageWatchOptions) {
    this.#options = options;
  }

  /** Checks the whole store in a thread of its own, while people use it. */
  look(): void {
    if (this.#check) return;
    const { file, log } = this.#options;
    this.#check = startCheck(file);
    void this.#check.outcome.then(({ damage, brokeOff }) => {
      if (damage) this.#tell(damage);
      if (brokeOff) log.warn({ problem: brokeOff }, 'The store could not be checked to its end.');
    });
  }

  /** A command or query met damage. It seldom knows where the damage is, so the whole store is checked for the place. */
  cameUpon(problem: string): void {
    if (this.#found) return;
    this.#tell(problem);
    this.look();
  }

  #tell(problem: string): void {
    const { file, hub, log, trouble, newestBackup } = this.#options;
    this.#found = true;
    hub.stopSelling();
    markDamaged(file, problem);
    const sentence = `The store is damaged: ${problem.replace(/\.$/, '')}. Nothing more is sold on it.`;
    trouble(sentence);
    void newestBackup().then((newest) => {
      const advice = restoreAdvice(newest);
      log.error({ problem, restore: newest?.command ?? null }, `${sentence} ${advice}`);
      trouble(`${sentence} ${advice}`);
    });
  }

  async stop(): Promise<void> {
    await this.#check?.stop();
  }
}

/** What to do with a damaged store, in sentences. */
export const restoreAdvice = (newest: NewestBackup | undefined): string =>
  newest ? `${newest.sentence} Put it back with: ${newest.command}` : 'No backup of it was found; keep the file.';
