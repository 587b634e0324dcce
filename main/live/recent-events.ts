import type { Topic } from '../../shared/topics.ts';

export interface RecentEvent {
  readonly event: number;
  readonly topics: readonly Topic[];
  /** As the journal has it. */
  readonly text: string;
}

/** The newest events of the journal, for consoles that come back or show something new: `max` of them at least, twice as many at most. */
export class RecentEvents {
  readonly #kept: RecentEvent[] = [];
  readonly #max: number;
  /** The number before the oldest that is kept. */
  #from: number;

  constructor(max: number, from: number) {
    this.#max = max;
    this.#from = from;
  }

  get newest(): number {
    return this.#kept.at(-1)?.event ?? this.#from;
  }

  add(event: RecentEvent): void {
    this.#kept.push(event);
    // Many at once, so that one event costs no copy of all.
    if (this.#kept.length <= 2 * this.#max) return;
    this.#kept.splice(0, this.#max);
    this.#from = (this.#kept[0] as RecentEvent).event - 1;
  }

  /** Puts older events before those that are kept. They must reach to the oldest of these. */
  putBefore(older: readonly RecentEvent[]): void {
    const fitting = older.filter(({ event }) => event <= this.#from);
    const [first] = fitting;
    if (!first || fitting.at(-1)?.event !== this.#from) return;
    this.#kept.unshift(...fitting);
    this.#from = first.event - 1;
  }

  /** Those after a number; undefined when some of them are not kept, or when the number was never given. */
  after(event: number): readonly RecentEvent[] | undefined {
    if (event < this.#from || event > this.newest) return undefined;
    return this.#kept.slice(event - this.#from);
  }
}
