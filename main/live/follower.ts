import type { ConsoleSession } from '../hub/connection.ts';
import type { Following } from './followed.ts';
import type { LiveConsole } from './live-console.ts';

/** A console that follows topics. */
export class Follower {
  readonly reader: LiveConsole;
  /** What it follows, in no order. */
  readonly following: Following<Follower>[] = [];
  /** It reads too slowly: frames are left out until it has read, and then it asks anew. */
  behind = false;
  /** The last number that it was told. */
  to = 0;
  #session: ConsoleSession | undefined;

  constructor(reader: LiveConsole) {
    this.reader = reader;
  }

  /** Nobody hears anything without the session in which it was asked for: whoever signs in next asks again. */
  get isThere(): boolean {
    return this.#session !== undefined && this.#session === this.reader.session;
  }

  /** Whether it goes on hearing what it follows. */
  get hearsOn(): boolean {
    return this.isThere && !this.behind;
  }

  /** From now on it hears what it follows. */
  goOn(): void {
    this.#session = this.reader.session;
    this.behind = false;
  }

  /** What was sent to it counts as not heard. */
  forget(): void {
    this.#session = undefined;
  }

  /** Of all that it follows it hears what comes after an event. */
  startAfter(event: number): void {
    for (const each of this.following) each.after = event;
  }

  /** Nothing that came until this event is told any more: the console asks anew. */
  startAnew(event: number): void {
    this.startAfter(event);
    this.behind = false;
    this.to = event;
  }
}
