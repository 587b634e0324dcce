import { Worker } from 'node:worker_threads';
import type { FromImportThread, RunImportTask } from '../import/import-task.ts';
import { threadFile } from './thread-file.ts';

/**
 * The memory limit of the thread. A file that needs more is no schedule: the thread ends, and the hub goes on. It is the bound that the flags of a hub without a
 * window give every thread (hub-flags.mjs), so that both take the same files; in a window, where Node has no flags, it counts by itself.
 */
export const THREAD_MIB_MAX = 512;

/**
 * Starts an import thread and passes its messages to `hear`, one after the other. Each message is answered when `hear` has finished with it.
 * Resolves when the thread has ended. `signal` ends it at once.
 */
export const startImport: RunImportTask = async (task, signal, hear) => {
  const worker = new Worker(threadFile('import-thread'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MIB_MAX, maxYoungGenerationSizeMb: 16 },
  });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    await new Promise<void>((resolve, reject) => {
      let turn = Promise.resolve();
      worker.on('message', (message: FromImportThread) => {
        turn = turn.then(() => hear(message)).then(() => worker.postMessage('taken'));
        turn.catch(reject);
      });
      worker.on('error', reject);
      worker.on('exit', () => turn.then(resolve, reject));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
};
