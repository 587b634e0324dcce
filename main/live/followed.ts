/**
 * A topic, who follows it, and each of them from which event on. Most topics are followed by one console or by none, and those need no map. A thousand consoles change
 * what they follow 1,600 times a second, and what is made anew for it lives so long that V8 moves it to the old heap, whose collection stops everybody.
 */
export class Followed<Follower extends object> {
  #one: Follower | undefined;
  #after = 0;
  #more: Map<Follower, number> | undefined;

  get isEmpty(): boolean {
    return this.#one === undefined && this.#more === undefined;
  }

  /** After which event a follower hears of it; undefined: it does not follow it. */
  after(follower: Follower): number | undefined {
    return this.#one === follower ? this.#after : this.#more?.get(follower);
  }

  set(follower: Follower, after: number): void {
    if (this.#more) this.#more.set(follower, after);
    else if (this.#one === undefined || this.#one === follower) {
      this.#one = follower;
      this.#after = after;
    } else {
      this.#more = new Map([
        [this.#one, this.#after],
        [follower, after],
      ]);
      this.#one = undefined;
    }
  }

  remove(follower: Follower): void {
    if (this.#one === follower) this.#one = undefined;
    this.#more?.delete(follower);
    if (this.#more?.size === 0) this.#more = undefined;
  }

  /** Gives all who hear of an event of it. */
  eachThatHears(event: number, take: (follower: Follower) => void): void {
    if (this.#one && this.#after < event) take(this.#one);
    if (this.#more) for (const [follower, after] of this.#more) if (after < event) take(follower);
  }
}
