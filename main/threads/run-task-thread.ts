import { Worker } from 'node:worker_threads';
import { threadFile } from './thread-file.ts';

interface TaskThread {
  /** The file of its code, without `.ts` or `.js`. */
  readonly file: string;
  /** What it does, for the sentence that says that it ended too early. */
  readonly what: string;
  /** The young heap of the thread. Its objects live shortly, and Node's own limit would let it use several times as much memory. */
  readonly youngMiB: number;
}

type Stopped = { readonly ended: 'stopped' };

/** Runs a task on a thread of its own and tells how it ended; `stopped` when `signal` said so first. The thread is gone then. */
export async function runTaskThread<Task, Step extends object, End extends { readonly ended: string }>(
  { file, what, youngMiB }: TaskThread,
  task: Task,
  signal: AbortSignal,
  step: (step: Step) => void,
): Promise<End | Stopped> {
  if (signal.aborted) return { ended: 'stopped' };
  const worker = new Worker(threadFile(file), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: youngMiB } });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<End | Stopped>((resolve, reject) => {
      worker.on('message', (message: Step | End) => {
        // On a busy machine the end of a short task may already be on its way when it is stopped.
        if (signal.aborted) resolve({ ended: 'stopped' });
        else if ('ended' in message) resolve(message);
        else step(message);
      });
      worker.on('error', reject);
      worker.on('exit', (code) =>
        signal.aborted ? resolve({ ended: 'stopped' }) : reject(new Error(`the thread of the ${what} ended with ${code}`)),
      );
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
