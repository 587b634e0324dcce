import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { threadFile } from './thread-file.ts';

/** Checks a whole store while it is in use. Resolves with what is wrong with it; nothing when all is well or it was stopped. */
export function checkInBackground(file: string): { readonly problems: Promise<readonly string[]>; stop(): Promise<void> } {
  const worker = new Worker(threadFile('check-thread'), { workerData: { file } });
  const problems = Promise.race([
    once(worker, 'message').then(([found]) => found as readonly string[]),
    once(worker, 'exit').then((): readonly string[] => []),
  ]).catch((error: unknown) => [`The check broke off: ${error instanceof Error ? error.message : error}`]);
  return {
    problems,
    async stop() {
      await worker.terminate();
    },
  };
}
