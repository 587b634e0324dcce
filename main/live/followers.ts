import type { Topic } from '../../shared/topics.ts';
import { Followed } from './followed.ts';
import type { Follower } from './follower.ts';
import type { RecentEvent } from './recent-events.ts';

/** So many topics that nobody follows any more are kept: most come back, and to drop and make each would be more work. Some 3 MB. */
const LEFT_MAX = 32_768;

/** Who follows which topic. */
export class Followers {
  readonly #byTopic = new Map<Topic, Followed<Follower>>();
  /** Topics that nobody follows. */
  #left = 0;

  /** Whether a follower is told of a topic already. */
  follows(follower: Follower, topic: Topic): boolean {
    return follower.hearsOn && this.#byTopic.get(topic)?.after(follower) !== undefined;
  }

  /** A follower follows these topics from now on: those that it follows already as before, the others after an event. */
  follow(follower: Follower, topics: Iterable<Topic>, after: number): void {
    const before = follower.topics;
    const now = new Set<Followed<Follower>>();
    for (const topic of topics) now.add(this.#followed(topic));
    for (const topic of before) if (!now.has(topic)) this.#remove(follower, topic);
    for (const topic of now) {
      if (follower.hearsOn && topic.after(follower) !== undefined) continue;
      if (topic.isEmpty) this.#left--;
      topic.set(follower, after);
    }
    follower.topics = [...now];
    follower.goOn();
    if (this.#left > LEFT_MAX) this.#dropLeft();
  }

  drop(follower: Follower): void {
    for (const topic of follower.topics) this.#remove(follower, topic);
    follower.topics = [];
  }

  #followed(topic: Topic): Followed<Follower> {
    let followed = this.#byTopic.get(topic);
    if (!followed) {
      followed = new Followed<Follower>();
      this.#byTopic.set(topic, followed);
      this.#left++;
    }
    return followed;
  }

  #remove(follower: Follower, topic: Followed<Follower>): void {
    topic.remove(follower);
    if (topic.isEmpty) this.#left++;
  }

  #dropLeft(): void {
    for (const [topic, followed] of this.#byTopic) if (followed.isEmpty) this.#byTopic.delete(topic);
    this.#left = 0;
  }

  /** Whether an event was told to a follower, or will be without its asking. */
  hears(follower: Follower, { event, topics }: RecentEvent): boolean {
    const isHeard = (topic: Topic) => (this.#byTopic.get(topic)?.after(follower) ?? Number.POSITIVE_INFINITY) < event;
    return follower.hearsOn && topics.some(isHeard);
  }

  /** Who hears of some events, each with those that it hears, in their order. */
  whoHears(events: readonly RecentEvent[]): ReadonlyMap<Follower, readonly RecentEvent[]> {
    const heard = new Map<Follower, RecentEvent[]>();
    for (const event of events) {
      const take = (follower: Follower): void => {
        const before = heard.get(follower);
        if (before?.at(-1) === event || !follower.isThere) return;
        if (before) before.push(event);
        else heard.set(follower, [event]);
      };
      for (const topic of event.topics) this.#byTopic.get(topic)?.eachThatHears(event.event, take);
    }
    return heard;
  }
}
