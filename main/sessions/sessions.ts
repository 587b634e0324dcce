import { randomBytes } from 'node:crypto';
import { assert } from '../../shared/assert.ts';
import { SESSION_KEPT_MS, SESSIONS_KEPT_MAX } from '../../shared/bounds.ts';
import { type Instant, isDue, later } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import type { Clock, ClockStep } from '../hub/clock.ts';
import type { Connection, ConsoleSeat, ConsoleSession, SessionFacts } from '../hub/connection.ts';
import { fingerprint } from '../hub/fingerprint.ts';
import { processTimer, type Timer } from '../hub/timer.ts';
import type { KeptSession } from './kept-sessions.ts';
import { Session } from './session.ts';

/** The most sessions of one hub. With one more, the session that was used longest ago ends. A usual hub has a handful. */
const SESSIONS_MAX = 10_000;
export interface SessionsOptions {
  readonly clock: Clock;
  readonly timer?: Timer;
  readonly newToken?: () => string;
  /** Told whenever what is to be kept over a restart has changed. */
  readonly changed?: () => void;
  /** Told when the last session of a desk has ended. */
  readonly deskLeft?: (desk: string) => void;
}

/** A desk may have another name since the session began. */
const isAt = ({ deskId, facts }: Session, { desk }: Connection): boolean => desk?.id === deskId && desk.desk === facts.desk;

/** Somebody who is about to sign in. `changed`: since then it was decided that their sessions end or lock. */
interface Arrival {
  readonly user: string;
  changed: boolean;
}

/** All sessions of this hub process, by the fingerprint of their token. It locks those that are idle. */
export class Sessions {
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #newToken: () => string;
  readonly #changed: () => void;
  readonly #deskLeft: (desk: string) => void;
  /** In the order in which they began. */
  readonly #byId = new Map<string, Session>();
  readonly #arrivals = new Set<Arrival>();
  readonly #unhear: () => void;
  #disarm: (() => void) | undefined;

  constructor(options: SessionsOptions) {
    this.#clock = options.clock;
    this.#timer = options.timer ?? processTimer;
    this.#newToken = options.newToken ?? (() => randomBytes(32).toString('base64url'));
    this.#changed = options.changed ?? (() => {});
    this.#deskLeft = options.deskLeft ?? (() => {});
    this.#unhear = this.#clock.onStep((step) => this.#clockStepped(step));
  }

  get count(): number {
    return this.#byId.size;
  }

  /** In the order in which they began. */
  get all(): readonly ConsoleSession[] {
    return [...this.#byId.values()];
  }

  /** Whether somebody is signed in at a console that is connected and not locked. */
  get attended(): boolean {
    for (const session of this.#byId.values()) if (session.connection && !session.locked) return true;
    return false;
  }

  /** Where somebody is signed in, and whether the console there is connected. */
  get seats(): readonly ConsoleSeat[] {
    return [...this.#byId.values()].map(({ facts: { desk, display }, connection }) => ({
      desk,
      display,
      connected: connection !== undefined,
    }));
  }

  /** Signs somebody in at a console. A user who was signed in there before is signed out. `pinHash`: what the store keeps of the PIN. */
  begin(connection: Connection, facts: Omit<SessionFacts, 'token'>, pinHash = ''): Session {
    assert(connection.desk, 'whoever signs in sits at a desk');
    const { id: deskId } = connection.desk;
    if (connection.session) this.end(connection.session);
    const session = new Session({ ...facts, token: this.#newToken() }, this.#clock.now(), { pinHash, deskId });
    this.#byId.set(session.id, session);
    session.attach(connection);
    if (this.#byId.size > SESSIONS_MAX) this.#endOldest();
    this.#arm();
    this.#changed();
    return session;
  }

  /** Takes back, locked, what was kept of a session over a restart. Its user may sign in; `who`: what the store says of them. */
  restore(kept: KeptSession, { display, role }: Pick<SessionFacts, 'display' | 'role'>): void {
    const facts = { token: '', user: kept.user, display, role, desk: kept.desk };
    this.#byId.set(kept.tokenPrint, new Session(facts, this.#clock.now(), { restored: kept }));
    this.#arm();
  }

  /** What is to be kept over a restart: of too many those that were used last. */
  toKeep(): readonly KeptSession[] {
    const until = later(this.#clock.now(), SESSION_KEPT_MS);
    const lastUsed = [...this.#byId.values()].sort((a, b) => b.usedAt - a.usedAt);
    return lastUsed.slice(0, SESSIONS_KEPT_MAX).map((session) => session.toKeep(until));
  }

  /** Takes a session up again at this console, or undefined when there is none of this token at its desk. */
  resume(connection: Connection, token: string): Session | undefined {
    const session = this.#byId.get(fingerprint(token));
    if (!session || !isAt(session, connection)) return undefined;
    const now = this.#clock.now();
    if (this.#isAbandoned(session, now)) {
      this.end(session);
      return undefined;
    }
    session.lockIfIdle(now);
    if (connection.session && connection.session !== session) this.end(connection.session);
    session.takeUp(connection, token);
    if (session.restored) this.#changed();
    return session;
  }

  /** Asked by the timer and, because a timer may be late, before a session is taken up. */
  #isAbandoned(session: Session, now: Instant): boolean {
    return !session.connection && isDue(session.abandonedAt, now);
  }

  end(session: ConsoleSession): void {
    this.#byId.delete(session.id);
    if (session.connection) session.detach(session.connection);
    this.#changed();
    const { desk } = session.facts;
    if (![...this.#byId.values()].some(({ facts }) => facts.desk === desk)) this.#deskLeft(desk);
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
    for (const session of [...this.#byId.values()]) {
      if (session.facts.user !== user) continue;
      session.connection?.notify({ notice: true, type: 'session.ended' });
      this.end(session);
    }
  }

  /** Ends every session at a desk that was revoked, or has another name; their consoles are told. */
  endAt(deskId: string): void {
    for (const session of [...this.#byId.values()]) {
      if (session.deskId !== deskId) continue;
      session.connection?.notify({ notice: true, type: 'session.ended' });
      this.end(session);
    }
  }

  /** Tells the consoles at which a supervisor is signed in. */
  tellSupervisors(notice: Notice): void {
    for (const { facts, connection } of this.#byId.values()) if (facts.role === 'supervisor') connection?.notify(notice);
  }

  /** A user has a new PIN: every session of theirs asks for it, but the one in which they set it themselves. */
  lockOf(user: string): void {
    this.#decided(user);
    for (const session of this.#byId.values()) if (session.facts.user === user && !session.settingOwnPin) session.lock();
  }

  #endOldest(): void {
    let oldest: Session | undefined;
    for (const session of this.#byId.values()) if (!oldest || session.usedAt < oldest.usedAt) oldest = session;
    if (!oldest) return;
    oldest.connection?.notify({ notice: true, type: 'session.ended' });
    this.end(oldest);
  }

  #clockStepped({ why, by }: ClockStep): void {
    for (const session of this.#byId.values()) {
      // The computer may have slept for days, and nobody knows who sits there now.
      if (why === 'doubted') session.lock();
      // Somebody decided what time it is. How long a console lay idle is not changed by that.
      else if (why === 'adopted') session.timeMoved(by);
    }
    // The time at which the hub was last alive is kept by this clock.
    if (why === 'adopted') this.#changed();
    this.#sweep();
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const session of [...this.#byId.values()]) {
      session.lockIfIdle(now);
      if (this.#isAbandoned(session, now)) this.end(session);
    }
    this.#arm();
  }

  /** One timer, for the session that will lock or end next. */
  #arm(): void {
    this.#disarm?.();
    this.#disarm = undefined;
    let next: Instant | undefined;
    for (const session of this.#byId.values()) {
      if (session.locked && session.connection) continue;
      const due = session.locked ? session.abandonedAt : session.idleAt;
      if (next === undefined || due < next) next = due;
    }
    if (next === undefined) return;
    this.#disarm = this.#timer.after(Math.max(next - this.#clock.now(), 1), () => this.#sweep());
  }

  close(): void {
    this.#unhear();
    this.#disarm?.();
    this.#disarm = undefined;
  }
}
