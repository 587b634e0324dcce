import type { Topic } from '../../shared/topics.ts';
import { Followed, Following } from './followed.ts';
import type { Follower } from './follower.ts';
import type { RecentEvent } from './recent-events.ts';

/** So many topics that nobody follows any more are kept: most come back, and to drop and make each would be more work. Some 3 MB. */
const LEFT_MAX = 32_768;

/** Who follows which topic. */
export class Followers {
  readonly #byTopic = new Map<Topic, Followed<Follower>>();
  /** Topics that nobody follows. */
  #left = 0;
  /** Given to topics that are compared with others, so that no set of them is needed. */
  #turn = 0;
  /** What a follower begins to follow is put together here, so that no array is made anew for it. */
  readonly #added: Followed<Follower>[] = [];

  /** Which of these topics a follower is not told of yet. */
  added(follower: Follower, topics: readonly Topic[]): readonly Topic[] {
    if (!follower.hearsOn) return topics;
    const turn = this.#mark(follower);
    return topics.filter((topic) => this.#byTopic.get(topic)?.turn !== turn);
  }

  /** A follower follows these topics from now on: those that it follows already as before, the others after an event. */
  follow(follower: Follower, topics: readonly Topic[], after: number): void {
    if (!follower.hearsOn) follower.startAfter(after);
    const before = this.#mark(follower);
    const now = ++this.#turn;
    let added = 0;
    for (const name of topics) {
      const topic = this.#followed(name);
      if (topic.turn === now) continue;
      if (topic.turn !== before) this.#added[added++] = topic;
      topic.turn = now;
    }
    const { following } = follower;
    for (let at = following.length - 1; at >= 0; at--) {
      const each = following[at] as Following<Follower>;
      if (each.topic.turn === now) continue;
      this.#leave(each);
      if (added > 0) this.#enter(each, this.#added[--added] as Followed<Follower>, after);
      else dropAt(following, at);
    }
    while (added > 0) {
      const more = new Following(follower);
      following.push(more);
      this.#enter(more, this.#added[--added] as Followed<Follower>, after);
    }
    follower.goOn();
    if (this.#left > LEFT_MAX) this.#dropLeft();
  }

  drop(follower: Follower): void {
    for (const each of follower.following) this.#leave(each);
    follower.following.length = 0;
  }

  /** Gives the topics of a follower a new turn, and returns it. */
  #mark({ following }: Follower): number {
    const turn = ++this.#turn;
    for (const { topic } of following) topic.turn = turn;
    return turn;
  }

  #enter(following: Following<Follower>, topic: Followed<Follower>, after: number): void {
    if (!topic.first) this.#left--;
    following.enter(topic, after);
  }

  #leave(following: Following<Follower>): void {
    const { topic } = following;
    following.leave();
    if (!topic.first) this.#left++;
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

  #dropLeft(): void {
    for (const [topic, followed] of this.#byTopic) if (!followed.first) this.#byTopic.delete(topic);
    this.#left = 0;
  }

  /** Whether an event was told to a follower, or will be without its asking. */
  hears(follower: Follower, { event, topics }: RecentEvent): boolean {
    if (!follower.hearsOn) return false;
    const told = follower.following.filter(({ after }) => after < event);
    return topics.some((topic) => {
      const followed = this.#byTopic.get(topic);
      return told.some((each) => each.topic === followed);
    });
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
      for (const topic of event.topics)
        for (let each = this.#byTopic.get(topic)?.first; each; each = each.next) if (each.after < event.event) take(each.follower);
    }
    return heard;
  }
}

/** Takes one out of a list whose order does not matter. */
function dropAt<Item>(list: Item[], at: number): void {
  const last = list.pop();
  if (last !== undefined && at < list.length) list[at] = last;
}
