import { performance } from 'node:perf_hooks';

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly worst: number;
}

/** Nearest rank: p99 of a hundred samples is the 99th, so that one sample in a hundred may be slower. */
export function percentiles(samples: readonly number[]): Percentiles {
  const sorted = Float64Array.from(samples).sort();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share - 1e-9) - 1)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999), worst: sorted.at(-1) ?? 0 };
}

export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Milliseconds by the clock, and of the processors in all threads of this process. */
export interface Spent {
  readonly ms: number;
  readonly processorMs: number;
}

export async function spent(work: () => Promise<unknown> | unknown): Promise<Spent> {
  const before = process.cpuUsage();
  const ms = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { ms, processorMs: (user + system) / 1_000 };
}

export interface Load {
  readonly perSecond: number;
  /** How long each took, in milliseconds. */
  readonly samples: readonly number[];
}

/** Runs `work` for the turns from `from` to before `until`, with `inFlight` of them under way at once. */
export async function underLoad(from: number, until: number, inFlight: number, work: (turn: number) => Promise<unknown>): Promise<Load> {
  let next = from;
  const samples: number[] = [];
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: inFlight }, async () => {
        while (next < until) {
          const turn = next++;
          samples.push(await timed(() => work(turn)));
        }
      }),
    ),
  );
  return { perSecond: ((until - from) * 1_000) / ms, samples };
}
