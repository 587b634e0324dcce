/** Assumed until something was measured. */
const PER_SECOND_AT_FIRST = 2_000;
/** How much the newest measure counts. */
const NEWEST_SHARE = 0.2;

export const COME_AGAIN_MS_MIN = 250;
export const COME_AGAIN_MS_MAX = 10_000;

/** How fast a line moves, so that who cannot wait in it hears when to come again. Steady milliseconds are given, never read. */
export class Pace {
  #perSecond = PER_SECOND_AT_FIRST;
  #doneAt = 0;

  /** `count` were done together. They were begun at `begunAt`, or when those before them were done if that was later. */
  done(count: number, begunAt: number, nowMs: number): void {
    const tookMs = Math.max(0.1, nowMs - Math.max(begunAt, this.#doneAt));
    this.#doneAt = nowMs;
    this.#perSecond += NEWEST_SHARE * ((count * 1_000) / tookMs - this.#perSecond);
  }

  /** After how long who stands at this position is likely to have their turn. */
  waitMs(position: number): number {
    return Math.ceil((position * 1_000) / Math.max(1, this.#perSecond));
  }

  /** The same for who cannot wait in the line: at least a quarter of a second, at most ten. */
  comeAgainMs(position: number): number {
    return Math.min(COME_AGAIN_MS_MAX, Math.max(COME_AGAIN_MS_MIN, this.waitMs(position)));
  }
}
