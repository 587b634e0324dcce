import { Worker } from 'node:worker_threads';
import type { BatchOutcome, QueuedCommand, StoreFound, Writer } from '../engine/messages.ts';
import { StoreError, type StoreTrouble } from '../store/database.ts';
import type { StoreFileOptions } from '../store/open-store.ts';
import { ThreadCalls } from './thread-calls.ts';
import { threadFile } from './thread-file.ts';

type FromThread =
  | { readonly id: number; readonly outcome: BatchOutcome }
  | { readonly found: StoreFound; readonly size: number; readonly lost: number; readonly missing: number }
  | { readonly migrating: { readonly done: number; readonly total: number } }
  | { readonly trouble: StoreTrouble; readonly message: string };

/** The young heap of the thread. With this limit the writer is no slower and needs 30 MiB less (docs/performance.md). */
const YOUNG_MIB_MAX = 12;

/**
 * Starts the writer thread on a store. `lost`: how many acknowledged transactions a damaged log has lost; `missing`: how many entries of the
 * journal are gone with a log that was deleted. Rejects with the StoreError of opening the store. `migrating` hears how many rows of an older store are brought to this version.
 */
export async function startWriter(
  options: StoreFileOptions,
  ended: (error: Error) => void,
  migrating: (done: number, total: number) => void = () => {},
): Promise<{ writer: Writer; found: StoreFound; size: number; lost: number; missing: number }> {
  const worker = new Worker(threadFile('writer-thread'), {
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB_MAX },
  });
  let opened = false;
  const calls = new ThreadCalls<BatchOutcome>(worker, (error) => opened && ended(error));
  const first = await new Promise<Exclude<FromThread, { id: number } | { migrating: object }>>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: FromThread) => {
      if ('id' in message) calls.answer(message.id, message.outcome);
      else if ('migrating' in message) migrating(message.migrating.done, message.migrating.total);
      else resolve(message);
    });
  });
  if ('trouble' in first) throw new StoreError(first.trouble, first.message);
  opened = true;
  const writer: Writer = {
    run: (commands: readonly QueuedCommand[]) => calls.call({ commands }),
    close: () => calls.close(),
  };
  const { found, size, lost, missing } = first;
  return { writer, found, size, lost, missing };
}
