import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Spent } from '../measure.ts';

export interface BareSale {
  /** The store in which the desk sold. */
  readonly sold: string;
  /** Another of the same beginning, for the bare database. */
  readonly file: string;
  readonly batch: number;
}

/**
 * Writes the rows that a desk wrote by the bare database, on a thread of its own: what it leaves to clear up is as much as a desk leaves in
 * minutes, and must not be cleared up while the desk is timed.
 */
export class BareSeller {
  readonly #worker: Worker;

  constructor(sale: BareSale) {
    this.#worker = new Worker(new URL('./bare-seller-thread.ts', import.meta.url), { workerData: sale });
  }

  /** Writes what the desk wrote of bookings from `after` on; says what the writing alone took. */
  async write(after: number): Promise<Spent> {
    this.#worker.postMessage(after);
    const [took] = (await once(this.#worker, 'message')) as [Spent];
    return took;
  }

  async close(): Promise<void> {
    const gone = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await gone;
  }
}
