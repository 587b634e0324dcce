import { availableParallelism } from 'node:os';
import type { AskedQuery, Reader } from '../engine/messages.ts';
import { readLength } from '../queries/read-length.ts';
import type { ReaderTask } from './reader-task.ts';

export type PoolSize = Readonly<Record<ReaderTask['lane'], number>>;

/**
 * How many threads read, by the processors of the computer: one of each lane on two of them. More than these would wait for the writer and for each
 * other, and each thread of the long lane may keep 24 MiB of routes.
 */
export const poolSize = (processors = availableParallelism()): PoolSize => ({
  quick: Math.min(2, Math.max(1, Math.floor(processors / 4))),
  long: Math.min(3, Math.max(1, Math.floor(processors / 2))),
});

/** A reader thread with what it was asked and has not answered. */
class Lane {
  readonly #readers: { readonly reader: Reader; open: number }[];

  constructor(readers: readonly Reader[]) {
    this.#readers = readers.map((reader) => ({ reader, open: 0 }));
  }

  /** Asks the reader that has least to do. In each the callers take turns. */
  ask(...question: Parameters<Reader['ask']>): Promise<string> {
    const least = this.#readers.reduce((one, other) => (other.open < one.open ? other : one));
    least.open++;
    return least.reader.ask(...question).finally(() => least.open--);
  }
}

/**
 * Readers on threads of their own, in two lanes: quick reads, and searches and reports. So a search holds up no seat map, on its way to a
 * thread and on a processor. `start` starts one thread.
 */
export async function startReaderPool(start: (lane: ReaderTask['lane']) => Promise<Reader>, size: PoolSize = poolSize()): Promise<Reader> {
  const some = (lane: ReaderTask['lane']) => Promise.all(Array.from({ length: size[lane] }, () => start(lane)));
  const [quick, long] = await Promise.all([some('quick'), some('long')]);
  const [quickLane, longLane] = [new Lane(quick), new Lane(long)];
  const all = [...quick, ...long];
  return {
    ask: (asked: AskedQuery, caller) => (readLength(asked.name, asked.body) === 'quick' ? quickLane : longLane).ask(asked, caller),
    learn(changes) {
      for (const reader of all) reader.learn(changes);
    },
    async close() {
      await Promise.all(all.map((reader) => reader.close()));
    },
  };
}
