import type { Bench } from '../bench-context.ts';
import { type BenchHub, flightsFor, makeSmallStore, openBenchHub } from '../bench-hub.ts';
import type { Figure } from '../figure.ts';
import { percentiles, type Spent, spent, underLoad } from '../measure.ts';
import { BareSeller } from '../raw/bare-seller.ts';

const IN_FLIGHT = 64;
/** Two batches share what is in flight: one at work, one waiting. */
const RAW_BATCH = IN_FLIGHT / 2;

export interface Throughput {
  readonly metric: string;
  readonly unit: string;
  readonly target: string;
  readonly warmUp: number;
  readonly rounds: number;
  readonly perRound: number;
  /** What is done over and over, each turn on another seat. */
  readonly work: (opened: BenchHub) => (turn: number) => Promise<unknown>;
}

/**
 * How much is done a second with 64 callers at once. After each round the bare database writes the rows of that round, in batches of the
 * same size, so that both meet the same machine. Processor time is told too: it is steadier than the clock where others work.
 */
export async function throughput(bench: Bench, { metric, unit, target, warmUp, rounds, perRound, work }: Throughput): Promise<Figure> {
  const flights = flightsFor(warmUp + rounds * perRound);
  const file = await makeSmallStore(bench, flights);
  const bare = new BareSeller({ sold: file, file: await makeSmallStore(bench, flights), batch: RAW_BATCH });
  const opened = await openBenchHub(file);
  const turn = work(opened);
  await underLoad(0, warmUp, IN_FLIGHT, turn);
  await bare.write(0);
  const samples: number[] = [];
  const [own, raw] = [new Total(), new Total()];
  for (let round = 0; round < rounds; round++) {
    const from = warmUp + round * perRound;
    own.add(await spent(async () => samples.push(...(await underLoad(from, from + perRound, IN_FLIGHT, turn)).samples)));
    raw.add(await bare.write(from));
  }
  const storeBytes = opened.bytes();
  await opened.close();
  await bare.close();
  const done = rounds * perRound;
  const { p50, p99, p999 } = percentiles(samples);
  const bareRate = `the same rows by bare better-sqlite3 ${raw.perSecond(done).toFixed(0)}/s in batches of ${RAW_BATCH}`;
  const note = `${IN_FLIGHT} in flight, after ${warmUp} to warm up; ${bareRate}; processor ${own.microseconds(done)} us each, bare ${raw.microseconds(done)} us`;
  return { metric, value: own.perSecond(done), unit, target, ratio: raw.ms / own.ms, p50, p99, p999, storeBytes, note };
}

class Total {
  ms = 0;
  #processorMs = 0;

  add({ ms, processorMs }: Spent): void {
    this.ms += ms;
    this.#processorMs += processorMs;
  }
  perSecond(done: number): number {
    return (done * 1_000) / this.ms;
  }
  microseconds(done: number): string {
    return ((this.#processorMs * 1_000) / done).toFixed(0);
  }
}
