import type { Notice } from '../../shared/events.ts';
import type { Session } from '../sessions/session.ts';

/** One console: a window or a browser tab. Its session comes with sign-in and may move to another connection. */
export interface Connection {
  session: Session | undefined;
  /** Tells this console alone; what cannot be delivered any more is forgotten. */
  notify(notice: Notice): void;
}
