/** Commits that may wait to be sent. A console that reads nothing must not make this grow. */
const COMMITS_MAX = 10_000;

/** Measures how long events wait between their commit and the moment at which they go out to the consoles. */
export class EventLag {
  #waiting: { readonly upTo: number; readonly at: number }[] = [];

  /** `upTo`: the newest event of a commit. `at`: when it was committed, as `steadyMs` counts. */
  committed(upTo: number, at: number): void {
    if (this.#waiting.length < COMMITS_MAX) this.#waiting.push({ upTo, at });
  }

  /** All events up to this one went out: how long each commit among them waited, in milliseconds. */
  sent(upTo: number, now: number): readonly number[] {
    const count = this.#waiting.findIndex((commit) => commit.upTo > upTo);
    const gone = this.#waiting.splice(0, count < 0 ? this.#waiting.length : count);
    return gone.map(({ at }) => Math.max(0, now - at));
  }
}
