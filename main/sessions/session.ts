import { IDLE_LOCK_MS } from '../../shared/bounds.ts';
import { HOUR_MS, type Instant, isDue, later } from '../../shared/instants.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Connection, ConsoleSession, SessionFacts } from '../hub/connection.ts';
import { fingerprint } from '../hub/fingerprint.ts';
import { HUB_DESK_ID } from '../hub/hub-desk.ts';
import type { KeptSession } from './kept-sessions.ts';

/** A session that no console has taken up again for so long is forgotten. */
export const SESSION_ABANDONED_MS = 12 * HOUR_MS;

export interface SessionOptions {
  /** What the store keeps of the PIN that was given. */
  readonly pinHash?: string;
  /** The hub's own desk unless it is said. */
  readonly deskId?: string;
  /** What was kept of it over a restart. Its token is not known before a console brings it. */
  readonly restored?: KeptSession;
}

/** Somebody at a console. A locked session accepts nothing but the PIN. */
export class Session implements ConsoleSession {
  readonly id: string;
  readonly actor: Actor;
  readonly deskId: string;
  readonly restored: boolean;
  #facts: SessionFacts;
  #pinPrint: string;
  #connection: Connection | undefined;
  #usedAt: Instant;
  #beganAt: Instant | undefined;
  #locked: boolean;
  #settingOwnPin = 0;
  readonly #away = new Set<() => void>();
  /** When a restored session is gone, if no console takes it up before. */
  #until: Instant | undefined;

  constructor(facts: SessionFacts, now: Instant, { pinHash = '', deskId = HUB_DESK_ID, restored }: SessionOptions = {}) {
    this.id = restored?.tokenPrint ?? fingerprint(facts.token);
    this.actor = { user: facts.user, role: facts.role, desk: facts.desk };
    this.deskId = restored?.deskId ?? deskId;
    this.restored = restored !== undefined;
    this.#facts = facts;
    this.#pinPrint = restored?.pinPrint ?? fingerprint(pinHash);
    this.#usedAt = now;
    this.#beganAt = this.restored ? undefined : now;
    this.#locked = this.restored;
    this.#until = restored?.until;
  }

  get facts(): SessionFacts {
    return this.#facts;
  }

  get locked(): boolean {
    return this.#locked;
  }

  get connection(): Connection | undefined {
    return this.#connection;
  }

  get beganAt(): Instant | undefined {
    return this.#beganAt;
  }

  get usedAt(): Instant {
    return this.#usedAt;
  }

  /** When this session locks unless somebody does something. */
  get idleAt(): Instant {
    return later(this.#usedAt, IDLE_LOCK_MS);
  }

  /** When this is forgotten unless a console takes it up. */
  get abandonedAt(): Instant {
    return this.#until ?? later(this.#usedAt, SESSION_ABANDONED_MS);
  }

  /** What is kept of it over a restart. `until`: when it is gone, if it was not kept once before and is nobody's still. */
  toKeep(until: Instant): KeptSession {
    const { user, desk } = this.#facts;
    return { tokenPrint: this.id, user, desk, deskId: this.deskId, pinPrint: this.#pinPrint, until: this.#until ?? until };
  }

  use(now: Instant): void {
    this.#usedAt = now;
  }

  /** The believed time was wrong by `by` milliseconds: it is so much later, or earlier. */
  timeMoved(by: number): void {
    this.#usedAt = later(this.#usedAt, by);
    if (this.#beganAt !== undefined) this.#beganAt = later(this.#beganAt, by);
    if (this.#until !== undefined) this.#until = later(this.#until, by);
  }

  /** Locks the session if it was idle too long. Called by the timer and, because a timer may be late, before every call. */
  lockIfIdle(now: Instant): void {
    if (isDue(this.idleAt, now)) this.lock();
  }

  lock(): void {
    if (this.#locked) return;
    this.#locked = true;
    this.#connection?.notify({ notice: true, type: 'session.locked' });
    this.#leave();
  }

  onAway(left: () => void): void {
    this.#away.add(left);
  }

  #leave(): void {
    const told = [...this.#away];
    this.#away.clear();
    for (const left of told) left();
  }

  get settingOwnPin(): boolean {
    return this.#settingOwnPin > 0;
  }

  async setOwnPin<T>(pinHash: string, set: () => Promise<Reply<T>>): Promise<Reply<T>> {
    this.#settingOwnPin++;
    try {
      const reply = await set();
      if (reply.ok) this.#pinPrint = fingerprint(pinHash);
      return reply;
    } finally {
      this.#settingOwnPin--;
    }
  }

  /** Comes back to a console that presents its token. */
  takeUp(connection: Connection, token: string): void {
    this.#facts = { ...this.#facts, token };
    this.#until = undefined;
    this.attach(connection);
  }

  /** Moves the session to a console. The console that had it before is told so. */
  attach(connection: Connection): void {
    const before = this.#connection;
    this.#connection = connection;
    connection.session = this;
    if (before && before !== connection) {
      this.#leave();
      before.session = undefined;
      before.notify({ notice: true, type: 'session.ended' });
    }
  }

  detach(connection: Connection): void {
    if (this.#connection === connection) {
      this.#connection = undefined;
      this.#leave();
    }
    if (connection.session === this) connection.session = undefined;
  }
}
