import type { Topic } from '../../shared/topics.ts';
import type { ConsoleSession } from '../hub/connection.ts';
import type { LiveConsole } from './live-console.ts';
import type { RecentEvent } from './recent-events.ts';

/** What a console follows, and from which event on. */
export class Follower {
  readonly reader: LiveConsole;
  /** By topic the number after which it hears of it. */
  #after: ReadonlyMap<Topic, number> = new Map();
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

  get topics(): Iterable<Topic> {
    return this.#after.keys();
  }

  has(topic: Topic): boolean {
    return this.#after.has(topic);
  }

  /** Whether it is told of a topic already. */
  follows(topic: Topic): boolean {
    return this.isThere && !this.behind && this.#after.has(topic);
  }

  /** Whether an event is among what it follows. */
  hears({ event, topics }: Pick<RecentEvent, 'event' | 'topics'>): boolean {
    return topics.some((topic) => (this.#after.get(topic) ?? Number.POSITIVE_INFINITY) < event);
  }

  /** Follows these topics from now on: those that it follows already as before, the others after an event. */
  follow(topics: readonly Topic[], after: number): void {
    const before = this.isThere && !this.behind ? this.#after : undefined;
    const all: readonly Topic[] = ['everybody', ...topics];
    this.#after = new Map(all.map((topic) => [topic, before?.get(topic) ?? after]));
    this.#session = this.reader.session;
    this.behind = false;
  }

  /** What was sent to it counts as not heard. */
  forget(): void {
    this.#session = undefined;
  }

  /** Nothing that came until this event is told any more: the console asks anew. */
  startAt(event: number): void {
    this.#after = new Map([...this.#after.keys()].map((topic) => [topic, event]));
    this.behind = false;
    this.to = event;
  }
}
