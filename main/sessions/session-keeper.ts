import { rm } from 'node:fs/promises';
import { SECOND_MS } from '../../shared/instants.ts';
import type { Clock } from '../hub/clock.ts';
import type { Log } from '../hub/log.ts';
import type { Timer } from '../hub/timer.ts';
import { type KeptSession, SESSIONS_DISK, type SessionsDisk } from './kept-sessions.ts';

/** How often the file is written while there are sessions. After a kill, the hub was last alive at most this long after the time in the file. */
const ALIVE_EVERY_MS = 30 * SECOND_MS;

export interface SessionKeeperOptions {
  readonly file: string;
  readonly disk?: Pick<SessionsDisk, 'write'>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  /** What is to be kept at this moment. */
  readonly sessions: () => readonly KeptSession[];
}

/** Writes the sessions to the file, when they change and at intervals while there are any. A disk that cannot be written stops no work. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  #writing: Promise<void> = Promise.resolve();
  /** The write that begins when the one under way has ended. */
  #next: Promise<void> | undefined;
  #failed = false;
  #closed = false;
  #disarm: (() => void) | undefined;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
  }

  /** Resolves when the sessions of this moment are in the file. Calls at the same time share one write. */
  keep(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#next ??= this.#writing.then(() => {
      this.#next = undefined;
      if (this.#closed) return;
      this.#writing = this.#write();
      return this.#writing;
    });
    return this.#next;
  }

  async #write(): Promise<void> {
    const { file, disk = SESSIONS_DISK, clock, timer, log, sessions } = this.#options;
    const now = sessions();
    this.#disarm?.();
    try {
      await disk.write(file, clock.now(), now);
      this.#failed = false;
    } catch (error) {
      const problem = (error as NodeJS.ErrnoException).code ?? 'unknown';
      if (!this.#failed) log.warn({ problem }, 'Sessions cannot be kept: after a restart everybody signs in again.');
      this.#failed = true;
    }
    if (now.length > 0 && !this.#closed) this.#disarm = timer.after(ALIVE_EVERY_MS, () => void this.keep());
  }

  /** Writes a last time, or forgets all sessions. */
  async close({ forget }: { readonly forget: boolean }): Promise<void> {
    if (!forget) await this.keep();
    this.#closed = true;
    await (this.#next ?? this.#writing);
    this.#disarm?.();
    if (forget) await rm(this.#options.file, { force: true });
  }
}
