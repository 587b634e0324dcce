import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { faultText } from '../store/fault-text.ts';
import { threadFile } from './thread-file.ts';

/** The young heap of the thread. Its objects live shortly, and Node's own limit would let it use five times as much memory. */
const YOUNG_MIB_MAX = 6;

/** What a check found. All is well when both fields are missing. */
export interface CheckOutcome {
  readonly damage?: string;
  /** Why nobody knows. */
  readonly brokeOff?: string;
}

/** Checks a whole store while it is in use. A check that is stopped has found nothing. */
export function startCheck(file: string): { readonly outcome: Promise<CheckOutcome>; stop(): Promise<void> } {
  const worker = new Worker(threadFile('check-thread'), {
    workerData: { file },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB_MAX },
  });
  const outcome = Promise.race([
    once(worker, 'message').then(([said]) => said as CheckOutcome),
    once(worker, 'exit').then((): CheckOutcome => ({})),
  ]).catch((error: unknown) => ({ brokeOff: faultText(error) }));
  return {
    outcome,
    async stop() {
      await worker.terminate();
    },
  };
}
