import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import type { Instant } from '../../shared/instants.ts';
import { openForReading } from '../store/open-store.ts';
import { compareStaged } from './import/compare-staged.ts';
import { type ReadBatch, type ReadOutcome, readSchedule } from './import/read-schedule.ts';
import type { ComparedImport, StagedImport } from './import/staged-import.ts';
import { loadReference } from './load-reference.ts';

/** Reading and comparing may take minutes of a processor; both happen here, beside the threads that sell. */
export type ImportTask =
  | { readonly task: 'read'; readonly file: string }
  | { readonly task: 'compare'; readonly storeFile: string; readonly staged: StagedImport; readonly now: Instant };

/** A batch waits for an answer, so that the reader never runs ahead of the store; `outcome` and `compared` are the last word. */
export type FromImportThread =
  | { readonly batch: ReadBatch }
  | { readonly outcome: ReadOutcome }
  | { readonly compared: ComparedImport | undefined };

const port = parentPort;
assert(port, 'imports run as a thread');
const task = workerData as ImportTask;
const tell = (message: FromImportThread): void => port.postMessage(message);

if (task.task === 'read') {
  const outcome = await readSchedule(task.file, loadReference(), async (batch) => {
    tell({ batch });
    await once(port, 'message');
  });
  tell({ outcome });
} else {
  const { db } = await openForReading(task.storeFile, 32);
  try {
    const compared = await db.snapshot(() => compareStaged(db, task.now, task.staged));
    tell({ compared });
  } finally {
    await db.close();
  }
}
port.close();
