import { Worker } from 'node:worker_threads';
import { INPUT } from './watchdog-cells.ts';

export interface Watchdog {
  /** This input is under way now. */
  at(input: number): void;
  close(): Promise<void>;
}

/** Watches the main thread from another one, for a loop without end that no timer of its own could break. */
export function watchdog(what: string): Watchdog {
  const cells = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const worker = new Worker(new URL('./watchdog-thread.ts', import.meta.url), { workerData: { cells, what } });
  worker.unref();
  return {
    at: (input) => void Atomics.store(cells, INPUT, input),
    close: async () => void (await worker.terminate()),
  };
}
