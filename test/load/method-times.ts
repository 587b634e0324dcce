import { build, type Histogram } from 'hdr-histogram-js';

/** Milliseconds of calls, events or echoes. */
export interface TimesSummary {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly worst: number;
}

/** The longest time that is told apart: what takes longer counts as this. */
const MICROSECONDS_MAX = 600_000_000;

const newHistogram = (): Histogram =>
  build({ lowestDiscernibleValue: 1, highestTrackableValue: MICROSECONDS_MAX, numberOfSignificantValueDigits: 3 });

/** How long things of several names took, in microseconds inside. */
export class Times {
  readonly #byName = new Map<string, Histogram>();
  /** The same since somebody asked last, of the names that are told on the way. */
  readonly #lately: ReadonlyMap<string, Histogram>;

  constructor(lately: readonly string[] = []) {
    this.#lately = new Map(lately.map((name) => [name, newHistogram()]));
  }

  add(name: string, ms: number): void {
    let histogram = this.#byName.get(name);
    if (!histogram) {
      histogram = newHistogram();
      this.#byName.set(name, histogram);
    }
    const microseconds = Math.min(MICROSECONDS_MAX, Math.max(1, Math.round(ms * 1_000)));
    histogram.recordValue(microseconds);
    this.#lately.get(name)?.recordValue(microseconds);
  }

  /** The p99 of each name that is told on the way, since this was asked last. */
  p99Lately(): readonly (readonly [name: string, ms: number])[] {
    return [...this.#lately].map(([name, histogram]) => {
      const ms = histogram.getValueAtPercentile(99) / 1_000;
      histogram.reset();
      return [name, ms] as const;
    });
  }

  /** From here on: what came before was a warm-up. */
  reset(): void {
    this.#byName.clear();
    for (const histogram of this.#lately.values()) histogram.reset();
  }

  summaries(seconds: number): Record<string, TimesSummary> {
    const each = [...this.#byName].map(([name, histogram]) => {
      const at = (percent: number) => histogram.getValueAtPercentile(percent) / 1_000;
      const count = histogram.totalCount;
      const spread = { p50: at(50), p99: at(99), p999: at(99.9), worst: histogram.maxValue / 1_000 };
      return [name, { count, perSecond: count / seconds, ...spread }] as const;
    });
    return Object.fromEntries(each.sort(([, a], [, b]) => b.count - a.count));
  }
}
