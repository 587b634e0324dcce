import { randomBytes } from 'node:crypto';
import { HOUR_MS, type Instant, isDue, later } from '../../shared/instants.ts';
import type { Clock, ClockStep } from '../hub/clock.ts';
import type { Connection, ConsoleSession, SessionFacts } from '../hub/connection.ts';
import { processTimer, type Timer } from '../hub/timer.ts';
import type { TroubleNotice } from '../hub/troubles.ts';
import { Session } from './session.ts';

/** Beyond this the session that was used longest ago ends; a hub has a handful. */
const SESSIONS_MAX = 10_000;
/** A session that no console has taken up again for so long is forgotten. */
export const SESSION_ABANDONED_MS = 12 * HOUR_MS;

export interface SessionsOptions {
  readonly clock: Clock;
  readonly timer?: Timer;
  readonly newToken?: () => string;
  /** What is wrong with the hub. Whoever comes hears it too, not only those who were there when it began. */
  readonly trouble?: () => TroubleNotice;
}

/** Somebody who is about to sign in. `changed`: since then it was decided that their sessions end or lock. */
interface Arrival {
  readonly user: string;
  changed: boolean;
}

/** All sessions of this hub process, by token; locks those that lie idle. */
export class Sessions {
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #newToken: () => string;
  readonly #trouble: (() => TroubleNotice) | undefined;
  /** In the order in which they began. */
  readonly #byToken = new Map<string, Session>();
  readonly #arrivals = new Set<Arrival>();
  readonly #unhear: () => void;
  #disarm: (() => void) | undefined;

  constructor(options: SessionsOptions) {
    this.#clock = options.clock;
    this.#timer = options.timer ?? processTimer;
    this.#newToken = options.newToken ?? (() => randomBytes(32).toString('base64url'));
    this.#trouble = options.trouble;
    this.#unhear = this.#clock.onStep((step) => this.#clockStepped(step));
  }

  /** Signs somebody in at a console; whoever was there before is signed out. */
  begin(connection: Connection, facts: Omit<SessionFacts, 'token'>): Session {
    if (connection.session) this.end(connection.session);
    const session = new Session({ ...facts, token: this.#newToken() }, this.#clock.now());
    this.#byToken.set(session.facts.token, session);
    this.#seat(session, connection);
    if (this.#byToken.size > SESSIONS_MAX) this.#endOldest();
    this.#arm();
    return session;
  }

  /** Takes a session up again at this console, or undefined when there is none of this token. */
  resume(connection: Connection, token: string): Session | undefined {
    const session = this.#byToken.get(token);
    if (!session) return undefined;
    session.lockIfIdle(this.#clock.now());
    if (connection.session && connection.session !== session) this.end(connection.session);
    this.#seat(session, connection);
    return session;
  }

  #seat(session: Session, connection: Connection): void {
    session.attach(connection);
    const trouble = this.#trouble?.();
    if (trouble?.problem) connection.notify(trouble);
  }

  end(session: ConsoleSession): void {
    this.#byToken.delete(session.facts.token);
    if (session.connection) session.detach(session.connection);
  }

  /** Somebody is about to sign in. What is decided about them until `over` shows in `changed`. */
  expect(user: string): { readonly changed: boolean; over(): void } {
    const arrival: Arrival = { user, changed: false };
    this.#arrivals.add(arrival);
    return {
      get changed() {
        return arrival.changed;
      },
      over: () => void this.#arrivals.delete(arrival),
    };
  }

  #decided(user: string): void {
    for (const arrival of this.#arrivals) if (arrival.user === user) arrival.changed = true;
  }

  /** Ends every session of a user; their consoles are told. */
  endOf(user: string): void {
    this.#decided(user);
    for (const session of [...this.#byToken.values()]) {
      if (session.facts.user !== user) continue;
      session.connection?.notify({ notice: true, type: 'session.ended' });
      this.end(session);
    }
  }

  /** A user has a new PIN: every session of theirs asks for it, but the one in which they set it themselves. */
  lockOf(user: string): void {
    this.#decided(user);
    for (const session of this.#byToken.values()) if (session.facts.user === user && !session.settingOwnPin) session.lock();
  }

  #endOldest(): void {
    let oldest: Session | undefined;
    for (const session of this.#byToken.values()) if (!oldest || session.usedAt < oldest.usedAt) oldest = session;
    if (!oldest) return;
    oldest.connection?.notify({ notice: true, type: 'session.ended' });
    this.end(oldest);
  }

  #clockStepped({ why, by }: ClockStep): void {
    for (const session of this.#byToken.values()) {
      // The computer may have slept for days, and nobody knows who sits there now.
      if (why === 'doubted') session.lock();
      // Somebody decided what time it is. How long a console lay idle is not changed by that.
      else if (why === 'adopted') session.use(later(session.usedAt, by));
    }
    this.#sweep();
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const session of [...this.#byToken.values()]) {
      session.lockIfIdle(now);
      if (!session.connection && isDue(later(session.usedAt, SESSION_ABANDONED_MS), now)) this.end(session);
    }
    this.#arm();
  }

  /** One timer, for the next session that may have lain idle or abandoned long enough. */
  #arm(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    let next: Instant | undefined;
    for (const session of this.#byToken.values()) {
      if (session.locked && session.connection) continue;
      const due = session.locked ? later(session.usedAt, SESSION_ABANDONED_MS) : session.idleAt;
      if (next === undefined || due < next) next = due;
    }
    if (next === undefined) return;
    this.#disarm = this.#timer.after(Math.max(next - this.#clock.now(), 1), () => this.#sweep());
  }

  close(): void {
    this.#unhear();
    this.#disarm?.();
    this.#disarm = undefined;
    this.#byToken.clear();
  }
}
