import type { Instant } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Role } from '../../shared/roles.ts';
import type { Actor } from '../actor.ts';
import type { Caller } from './caller.ts';

/** Who is signed in at a console, and at which desk. */
export interface SessionFacts {
  /** The secret by which a console takes its session up again. */
  readonly token: string;
  readonly user: string;
  readonly display: string;
  readonly role: Role;
  readonly desk: string;
}

/** A desk at which somebody is signed in. */
export interface ConsoleSeat extends Pick<SessionFacts, 'desk' | 'display'> {
  readonly connected: boolean;
}

/** The part of a session that transports and methods use. `main/sessions/session.ts` makes it. */
export interface ConsoleSession {
  /** What the hub calls it by: the fingerprint of its token. */
  readonly id: string;
  readonly facts: SessionFacts;
  readonly actor: Actor;
  /** It can be taken up again at this desk alone. */
  readonly deskId: string;
  readonly locked: boolean;
  /** When its user signed in; undefined once it has outlived a restart of the hub. */
  readonly beganAt: Instant | undefined;
  /** It has outlived a restart of the hub; its user has not given the PIN since. */
  readonly restored: boolean;
  readonly connection: Connection | undefined;
  /** A person did something. Not for what a console asks by itself. */
  use(now: Instant): void;
  lockIfIdle(now: Instant): void;
  lock(): void;
  /** Its own user sets their PIN here: while `set` is under way a new PIN of theirs does not lock this session. `pinHash`: the new one's. */
  setOwnPin<T>(pinHash: string, set: () => Promise<Reply<T>>): Promise<Reply<T>>;
  /** Calls back once, when this session locks, ends, or leaves the console that it is at. The same function is called once however often it is given. */
  onAway(left: () => void): void;
  /** The console is gone. The session waits to be taken up again. */
  detach(connection: Connection): void;
}

/**
 * The counter at which a console stands, or another program of the airline. The desk of the hub itself is everybody's who sits at the hub's computer and
 * has proved no other.
 */
export interface DeskSeat {
  readonly id: string;
  /** Its name, as journal and receipts have it. */
  readonly desk: string;
  readonly kind: 'hub' | 'console' | 'system';
  /** This console stands there no more, or is gone. */
  leave(connection: Connection): void;
}

/** One console: a window or a browser tab. Its session comes with sign-in and may move to another connection. */
export interface Connection {
  /** Undefined: this console is not paired, or its desk was revoked. */
  desk: DeskSeat | undefined;
  /** What a key must sign here to prove which desk this is: 32 random bytes, base64url. */
  readonly challenge: string;
  session: ConsoleSession | undefined;
  readonly caller: Caller;
  /** Sends a notice to this console alone. A notice that cannot be delivered is dropped. */
  notify(notice: Notice): void;
}
