import type { Gatherer } from './gatherer.ts';

/** Minutes that `now` looks back, the one under way included. */
const MINUTES = 5;
const SHARE = 0.99;
/** Times are counted in buckets, each a fiftieth longer than the one before, from a microsecond to a quarter of an hour: an answer is off by no more than that. */
const STEP = 1.02;
const BUCKETS = 1_042;

/** The longest time of each bucket, in milliseconds: as which all of it are told. */
const LONGEST = Array.from({ length: BUCKETS }, (_, bucket) => STEP ** bucket / 1_000);

/** Gathers how long something took, in milliseconds: the time within which 99 of 100 were done. */
export class GatherTimes implements Gatherer {
  /** The minute under way first. */
  #minutes = Array.from({ length: MINUTES }, () => new Uint32Array(BUCKETS));

  add(ms: number): void {
    const minute = this.#minutes[0];
    const bucket = bucketOf(ms * 1_000);
    if (minute) minute[bucket] = (minute[bucket] ?? 0) + 1;
  }

  get now(): number | null {
    return percentile(this.#minutes);
  }

  /** How many within the minutes of `now` took longer. A time that is told as the limit is not longer. */
  beyond(limitMs: number): number {
    const first = LONGEST.findIndex((ms) => ms > limitMs);
    return first < 0 ? 0 : this.#minutes.reduce((sum, minute) => minute.subarray(first).reduce((all, count) => all + count, sum), 0);
  }

  get minute(): number | null {
    return percentile(this.#minutes.slice(0, 1));
  }

  nextMinute(): void {
    this.#minutes = [new Uint32Array(BUCKETS), ...this.#minutes.slice(0, -1)];
  }
}

const bucketOf = (microseconds: number): number =>
  microseconds <= 1 ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(microseconds) / Math.log(STEP)));

function percentile(minutes: readonly Uint32Array[]): number | null {
  const counts = Array.from({ length: BUCKETS }, (_, bucket) => minutes.reduce((sum, minute) => sum + (minute[bucket] ?? 0), 0));
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let left = Math.ceil(all * SHARE);
  const bucket = counts.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
  return LONGEST[bucket] ?? null;
}
