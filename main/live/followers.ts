import type { Topic } from '../../shared/topics.ts';
import type { Follower } from './follower.ts';
import type { RecentEvent } from './recent-events.ts';

/** Who follows which topic. */
export class Followers {
  readonly #byTopic = new Map<Topic, Set<Follower>>();

  /** The topics of a follower become these; see Follower. */
  follow(follower: Follower, topics: readonly Topic[], after: number): void {
    const before = follower.topics;
    follower.follow(topics, after);
    // Most screens follow what the one before them did.
    for (const topic of before) if (!follower.has(topic)) this.#remove(follower, topic);
    for (const topic of follower.topics) {
      const same = this.#byTopic.get(topic);
      if (same) same.add(follower);
      else this.#byTopic.set(topic, new Set([follower]));
    }
  }

  drop(follower: Follower): void {
    for (const topic of follower.topics) this.#remove(follower, topic);
  }

  #remove(follower: Follower, topic: Topic): void {
    const same = this.#byTopic.get(topic);
    same?.delete(follower);
    if (same?.size === 0) this.#byTopic.delete(topic);
  }

  /** Whether an event was told to a follower, or will be without its asking. */
  hears(follower: Follower, event: RecentEvent): boolean {
    return follower.isThere && !follower.behind && follower.hears(event);
  }

  /** Who hears of some events, each with those that it hears, in their order. */
  whoHears(events: readonly RecentEvent[]): ReadonlyMap<Follower, readonly RecentEvent[]> {
    const heard = new Map<Follower, RecentEvent[]>();
    for (const event of events)
      for (const topic of event.topics)
        for (const follower of this.#byTopic.get(topic) ?? []) {
          const before = heard.get(follower);
          if (before?.at(-1) === event || !follower.isThere || !follower.hears(event)) continue;
          if (before) before.push(event);
          else heard.set(follower, [event]);
        }
    return heard;
  }
}
