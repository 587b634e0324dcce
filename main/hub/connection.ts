import type { Notice } from '../../shared/events.ts';
import type { Instant } from '../../shared/instants.ts';
import type { Role } from '../../shared/roles.ts';
import type { Actor } from '../actor.ts';

/** Who is signed in at a console, and at which desk. */
export interface SessionFacts {
  /** The secret by which a console takes its session up again. */
  readonly token: string;
  readonly user: string;
  readonly display: string;
  readonly role: Role;
  readonly desk: string;
}

/** A session as those see it who carry calls. `main/sessions/session.ts` makes it. */
export interface ConsoleSession {
  readonly facts: SessionFacts;
  readonly actor: Actor;
  readonly locked: boolean;
  readonly connection: Connection | undefined;
  /** Somebody did something. Not for what a console asks by itself. */
  use(now: Instant): void;
  lockIfIdle(now: Instant): void;
  lock(): void;
  /** Its own user sets their PIN here: while `set` is under way a new PIN of theirs does not lock this session. */
  setOwnPin<T>(set: () => Promise<T>): Promise<T>;
  /** The console is gone. The session waits to be taken up again. */
  detach(connection: Connection): void;
}

/** One console: a window or a browser tab. Its session comes with sign-in and may move to another connection. */
export interface Connection {
  session: ConsoleSession | undefined;
  /** Tells this console alone; what cannot be delivered any more is forgotten. */
  notify(notice: Notice): void;
}
