import { assert } from '../../shared/assert.ts';

/**
 * That somebody follows a topic, and from which event on. A thousand consoles change what they follow 1,600 times a second, and what is made anew for it lives so long that
 * V8 moves it to the old heap, whose collection stops everybody. So a follower keeps these for its next topics, and they are the links of each topic's list: a Map of
 * followers in each topic was a third of what was moved, and arrays that stay with the topics took 8 MB.
 */
export class Following<Follower> {
  readonly follower: Follower;
  after = 0;
  #topic: Followed<Follower> | undefined;
  #before: Following<Follower> | undefined;
  #next: Following<Follower> | undefined;

  constructor(follower: Follower) {
    this.follower = follower;
  }

  get topic(): Followed<Follower> {
    assert(this.#topic, 'it follows something');
    return this.#topic;
  }

  get next(): Following<Follower> | undefined {
    return this.#next;
  }

  /** Enters the list of a topic. It must be in none. */
  enter(topic: Followed<Follower>, after: number): void {
    this.#topic = topic;
    this.after = after;
    this.#next = topic.first;
    if (topic.first) topic.first.#before = this;
    topic.first = this;
  }

  /** Leaves the list of its topic. */
  leave(): void {
    if (this.#before) this.#before.#next = this.#next;
    else this.topic.first = this.#next;
    if (this.#next) this.#next.#before = this.#before;
    this.#topic = undefined;
    this.#before = undefined;
    this.#next = undefined;
  }
}

/** A topic, and who follows it. */
export class Followed<Follower> {
  /** The last turn in which it was marked (followers.ts). */
  turn = 0;
  /** Undefined: nobody follows it. */
  first: Following<Follower> | undefined;
}
