import { performance } from 'node:perf_hooks';

export interface Figure {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** What DESIGN asks: at least this (`>=`) or at most this (`<=`). */
  readonly target: string;
  /** Of `value` to what the bare database or machine does in the same run, where that is told. */
  readonly ratio?: number;
  /** What else was seen: percentiles, sizes. */
  readonly note?: string;
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly worst: number;
}

export function percentiles(samples: readonly number[]): Percentiles {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999), worst: sorted.at(-1) ?? 0 };
}

export const percentileText = ({ p50, p99, p999 }: Percentiles): string =>
  `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, p99.9 ${p999.toFixed(2)} ms`;

/** Milliseconds that each run of `work` took, in order, one after the other. */
export async function timeEach(times: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const from = performance.now();
    await work(turn);
    samples.push(performance.now() - from);
  }
  return samples;
}

/** Runs `work` `times` times with `flight` of them under way at once; answers how many a second. */
export async function rate(times: number, inFlight: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (next < times) await work(next++);
    }),
  );
  return (times * 1_000) / (performance.now() - from);
}
