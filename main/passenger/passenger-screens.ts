import type { ShownToPassenger } from '../../shared/methods/passenger.ts';
import type { Connection, ConsoleSession } from '../hub/connection.ts';

/** More screens at one desk than anybody has. The one that came first is told nothing any more. */
const SCREENS_OF_DESK_MAX = 4;

interface Shown {
  readonly view: ShownToPassenger;
  /** Who shows it. */
  readonly session: ConsoleSession;
}

/**
 * What each desk shows its passengers. It is in memory alone: nothing of it is stored or logged, and it is forgotten when the agent's console shows
 * something else or nothing, locks, signs out or is gone.
 */
export class PassengerScreens {
  readonly #shown = new Map<string, Shown>();
  readonly #screens = new Map<string, Connection[]>();
  /** One function a session, because a session calls each once. */
  readonly #left = new WeakMap<ConsoleSession, () => void>();

  show(session: ConsoleSession, view: ShownToPassenger | null): void {
    const { deskId } = session;
    if (!view) {
      this.#hide(session);
      return;
    }
    this.#shown.set(deskId, { view, session });
    this.#watch(session);
    this.#tell(deskId, view);
  }

  /** Makes a connection a screen of its desk. Returns what is shown there now. */
  follow(deskId: string, connection: Connection): ShownToPassenger | null {
    const others = this.#of(deskId).filter((one) => one !== connection);
    this.#screens.set(deskId, [...others, connection].slice(-SCREENS_OF_DESK_MAX));
    return this.#shown.get(deskId)?.view ?? null;
  }

  /** Another console of the desk may show something meanwhile. That one stays. */
  #hide(session: ConsoleSession): void {
    if (this.#shown.get(session.deskId)?.session !== session) return;
    this.#shown.delete(session.deskId);
    this.#tell(session.deskId, null);
  }

  #tell(deskId: string, view: ShownToPassenger | null): void {
    for (const screen of this.#of(deskId)) screen.notify({ notice: true, type: 'passenger.shown', view });
  }

  #watch(session: ConsoleSession): void {
    const left = this.#left.get(session) ?? (() => this.#hide(session));
    this.#left.set(session, left);
    session.onAway(left);
  }

  /** A screen whose desk was revoked, or that has proved to be another desk, is none of this desk any more. */
  #of(deskId: string): Connection[] {
    return (this.#screens.get(deskId) ?? []).filter((screen) => screen.desk?.id === deskId);
  }
}
