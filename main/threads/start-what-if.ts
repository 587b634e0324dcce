import { Worker } from 'node:worker_threads';
import type { FromWhatIfThread, RunWhatIf } from '../what-if/what-if-task.ts';
import { threadFile } from './thread-file.ts';

/** The young heap of the thread. Its objects live shortly, and Node's own limit would let it use five times as much memory. */
const YOUNG_MIB_MAX = 12;

/** Runs a task on a thread of its own and tells how it ended; `stopped` when `signal` said so first. The thread is gone then. */
export const startWhatIf: RunWhatIf = async (task, signal, step) => {
  if (signal.aborted) return { ended: 'stopped' };
  const worker = new Worker(threadFile('what-if-thread'), {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB_MAX },
  });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: FromWhatIfThread) => {
        if ('ended' in message) resolve(message);
        else if (!signal.aborted) step(message);
      });
      worker.on('error', reject);
      worker.on('exit', (code) =>
        signal.aborted ? resolve({ ended: 'stopped' }) : reject(new Error(`the thread of the what-if ended with ${code}`)),
      );
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
};
