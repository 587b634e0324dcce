import { Worker } from 'node:worker_threads';
import { threadFile } from './thread-file.ts';

/** Starts the thread that copies a store's log into its file each time it is told to. `copied` hears of each copy. */
export function startCheckpoint(file: string, copied: () => void): { copy(): void; close(): Promise<unknown> } {
  const worker = new Worker(threadFile('checkpoint-thread'), { workerData: { file }, resourceLimits: { maxYoungGenerationSizeMb: 1 } });
  worker.on('message', copied);
  worker.on('error', () => {});
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  return {
    copy: () => worker.postMessage('copy'),
    close() {
      worker.postMessage('close');
      return gone;
    },
  };
}
