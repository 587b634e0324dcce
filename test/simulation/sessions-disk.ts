import { existsSync } from 'node:fs';
import { readKeptSessions, type SessionsDisk, writeKeptSessions } from '../../main/sessions/kept-sessions.ts';

/** What the file of sessions has, and since when. */
export interface SessionsWritten {
  readonly aliveAt: number;
  /** How long timers had rung until then. */
  readonly ran: number;
  /** Fingerprints of their tokens. */
  readonly prints: ReadonlySet<string>;
}

/** A start of the hub. `written`: the file as it found it. `agrees`: it did not ask what time it is. */
export interface Start {
  readonly written: SessionsWritten | undefined;
  readonly now: number;
  readonly agrees: boolean;
}

/** The real file of sessions, and what of it can be seen from outside. A write that is under way when the power fails is still made. */
export class WatchedSessionsDisk implements SessionsDisk {
  readonly #ran: () => number;
  readonly #outside: (work: Promise<void>) => Promise<void>;
  readonly #writing = new Set<Promise<void>>();
  written: SessionsWritten | undefined;

  /** `outside`: waits for what is done outside of the event loop. */
  constructor(ran: () => number, outside: (work: Promise<void>) => Promise<void>) {
    this.#ran = ran;
    this.#outside = outside;
  }

  /** A start that finds no file waits for no disk, so that what happens in it comes in the order that it had before. */
  read: SessionsDisk['read'] = async (file, now) => (existsSync(file) ? readKeptSessions(file, now) : []);

  write: SessionsDisk['write'] = async (file, aliveAt, sessions) => {
    if (sessions.length === 0 && !existsSync(file)) return;
    const work = writeKeptSessions(file, aliveAt, sessions).then(() => {
      this.written = { aliveAt, ran: this.#ran(), prints: new Set(sessions.map(({ tokenPrint }) => tokenPrint)) };
    });
    this.#writing.add(work);
    await this.#outside(work).finally(() => this.#writing.delete(work));
  };

  /** Resolves when nothing is written any more. */
  async atRest(): Promise<void> {
    await Promise.allSettled(this.#writing);
  }
}
