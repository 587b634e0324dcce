import { IDLE_LOCK_MS } from '../../shared/bounds.ts';
import { type Instant, isDue, later } from '../../shared/instants.ts';
import type { Actor } from '../actor.ts';
import type { Connection, ConsoleSession, SessionFacts } from '../hub/connection.ts';

/** Somebody at a console. Lives in the hub process only; a locked one answers to nothing but a PIN. */
export class Session implements ConsoleSession {
  readonly facts: SessionFacts;
  readonly actor: Actor;
  #connection: Connection | undefined;
  #usedAt: Instant;
  #locked = false;
  #settingOwnPin = 0;

  constructor(facts: SessionFacts, now: Instant) {
    this.facts = facts;
    this.actor = { user: facts.user, role: facts.role, desk: facts.desk };
    this.#usedAt = now;
  }

  get locked(): boolean {
    return this.#locked;
  }

  get connection(): Connection | undefined {
    return this.#connection;
  }

  get usedAt(): Instant {
    return this.#usedAt;
  }

  /** When this locks unless somebody does something. */
  get idleAt(): Instant {
    return later(this.#usedAt, IDLE_LOCK_MS);
  }

  use(now: Instant): void {
    this.#usedAt = now;
  }

  /** Locks what has lain idle; asked by the timer and, because a timer may be late, before every call. */
  lockIfIdle(now: Instant): void {
    if (isDue(this.idleAt, now)) this.lock();
  }

  lock(): void {
    if (this.#locked) return;
    this.#locked = true;
    this.#connection?.notify({ notice: true, type: 'session.locked' });
  }

  get settingOwnPin(): boolean {
    return this.#settingOwnPin > 0;
  }

  async setOwnPin<T>(set: () => Promise<T>): Promise<T> {
    this.#settingOwnPin++;
    try {
      return await set();
    } finally {
      this.#settingOwnPin--;
    }
  }

  /** Moves to a console. One that had it before is told that it has it no longer. */
  attach(connection: Connection): void {
    const before = this.#connection;
    this.#connection = connection;
    connection.session = this;
    if (before && before !== connection) {
      before.session = undefined;
      before.notify({ notice: true, type: 'session.ended' });
    }
  }

  detach(connection: Connection): void {
    if (this.#connection === connection) this.#connection = undefined;
    if (connection.session === this) connection.session = undefined;
  }
}
