import type { JournalEvent } from '../../shared/events.ts';
import type { EventFrame } from '../../shared/notices.ts';
import { type Topic, topicsOf } from '../../shared/topics.ts';

const PROBLEMS_MAX = 20;

/** One console that hears all that happens. It knows what the others must have heard. */
export class Witness {
  readonly problems: string[] = [];
  readonly #events = new Map<Topic, number[]>();
  /** The newest event that it has heard, and so all before it. */
  known: number;

  /** `from`: it hears what comes after this event. */
  constructor(from: number) {
    this.known = from;
  }

  hear({ events }: EventFrame): void {
    for (const event of events) this.#hearOne(event);
  }

  #hearOne(event: JournalEvent): void {
    if (event.event !== this.known + 1) this.say(`event ${event.event} came after ${this.known}`);
    this.known = event.event;
    for (const topic of topicsOf(event)) {
      const same = this.#events.get(topic);
      if (same) same.push(event.event);
      else this.#events.set(topic, [event.event]);
    }
  }

  /** The events of a topic after one number and up to another. */
  *eventsOf(topic: Topic, after: number, to: number): Iterable<number> {
    const all = this.#events.get(topic) ?? [];
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle] ?? 0) <= after) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < all.length && (all[at] ?? 0) <= to; at++) yield all[at] ?? 0;
  }

  /** Nobody asks any more for what happened until then. */
  forget(until: number): void {
    for (const [topic, all] of this.#events) {
      const left = all.filter((event) => event > until);
      if (left.length === 0) this.#events.delete(topic);
      else if (left.length < all.length) this.#events.set(topic, left);
    }
  }

  say(problem: string): void {
    if (this.problems.length < PROBLEMS_MAX) this.problems.push(problem);
  }
}
