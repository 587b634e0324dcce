import type { Topic } from '../../shared/topics.ts';

export interface RecentEvent {
  readonly event: number;
  readonly topics: readonly Topic[];
  /** As the journal has it. */
  readonly text: string;
}

const NONE: readonly RecentEvent[] = [];

/**
 * The newest events of the journal by topic, for consoles that come back or show something new: `max` of them at least, twice as many at most. A
 * console asks for a few topics, so that few events are looked at, however many there are.
 */
export class RecentEvents {
  readonly #kept: RecentEvent[] = [];
  readonly #byTopic = new Map<Topic, RecentEvent[]>();
  readonly #max: number;
  /** The number before the oldest that is kept. */
  #from: number;
  #newest: number;

  constructor(max: number, from: number) {
    this.#max = max;
    this.#from = from;
    this.#newest = from;
  }

  get newest(): number {
    return this.#newest;
  }

  /** Whether all events after a number are kept; false for a number that was never given. */
  reachTo(event: number): boolean {
    return event >= this.#from && event <= this.#newest;
  }

  add(event: RecentEvent): void {
    this.#kept.push(event);
    this.#newest = event.event;
    for (const topic of event.topics) {
      const same = this.#byTopic.get(topic);
      if (same) same.push(event);
      else this.#byTopic.set(topic, [event]);
    }
    if (this.#kept.length > 2 * this.#max) this.#drop();
  }

  /** Drops many at once, so that one event costs no copy of all. */
  #drop(): void {
    const dropped = this.#kept.splice(0, this.#max);
    this.#from = dropped.at(-1)?.event ?? this.#from;
    for (const topic of new Set(dropped.flatMap(({ topics }) => topics))) {
      const left = this.#byTopic.get(topic)?.filter(({ event }) => event > this.#from) ?? [];
      if (left.length > 0) this.#byTopic.set(topic, left);
      else this.#byTopic.delete(topic);
    }
  }

  /** Puts older events before those that are kept. They must reach to the oldest of these. */
  putBefore(older: readonly RecentEvent[]): void {
    const fitting = older.filter(({ event }) => event <= this.#from);
    const [first] = fitting;
    if (!first || fitting.at(-1)?.event !== this.#from) return;
    const all = [...fitting, ...this.#kept.splice(0)];
    this.#byTopic.clear();
    this.#from = first.event - 1;
    for (const event of all) this.add(event);
  }

  /** The events of a topic after a number and up to another. */
  of(topic: Topic, after: number, to: number): readonly RecentEvent[] {
    const all = this.#byTopic.get(topic) ?? NONE;
    let first = all.length;
    while (first > 0 && (all[first - 1] as RecentEvent).event > after) first--;
    return first === all.length ? NONE : all.slice(first).filter(({ event }) => event <= to);
  }
}
