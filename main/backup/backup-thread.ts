import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { giveWay, restBetween } from '../engine/gentle-thread.ts';
import type { StoreTrouble } from '../store/database.ts';
import { storeError } from '../store/sqlite.ts';
import { checkCopy } from './check-copy.ts';
import { copyStore } from './copy-store.ts';
import { type LayOut, type LayOutProblem, layOut } from './lay-out.ts';

/**
 * backup: copies a store that may be in use and checks the copy. restore: copies a backup to where it will be put in place, brings it
 * to this version and checks it. check: only checks.
 */
export type BackupTask =
  | { readonly task: 'backup'; readonly store: string; readonly to: string; readonly gentle: boolean }
  | ({ readonly task: 'restore' } & Omit<LayOut, 'progress'>)
  | { readonly task: 'check'; readonly file: string };

export interface TaskStep {
  readonly step: 'copying' | 'checking';
  readonly done: number;
  readonly total: number;
}
/** How it ended: well, with what is wrong with the copy, or with what the disk or the store refused. */
export type TaskEnd =
  | { readonly ended: 'well' }
  | { readonly ended: 'damaged'; readonly problem: string }
  | ({ readonly ended: 'unfit' } & LayOutProblem)
  | { readonly ended: 'trouble'; readonly trouble: StoreTrouble; readonly message: string };
export type FromBackupThread = TaskStep | TaskEnd;

const port = parentPort;
assert(port, 'backups are made by a thread');
const task = workerData as BackupTask;
const tell = (message: FromBackupThread): void => port.postMessage(message);
const step = (name: TaskStep['step']) => (done: number, total: number) => tell({ step: name, done, total });

async function run(): Promise<TaskEnd> {
  if (task.task === 'backup') await copyStore({ ...task, progress: step('copying') });
  if (task.task === 'restore') {
    const unfit = await layOut({ ...task, progress: step('copying') });
    if (unfit) return { ended: 'unfit', ...unfit };
  }
  // The copying holds a snapshot, so it must not take long, and rests; the check holds nothing and has all the time there is.
  const rest = task.task !== 'check' && task.gentle && !giveWay() ? restBetween() : () => {};
  let done = 0;
  const problem = await checkCopy(task.task === 'check' ? task.file : task.to, () => {
    step('checking')(done++, 0);
    rest();
  });
  return problem === undefined ? { ended: 'well' } : { ended: 'damaged', problem };
}

try {
  tell(await run());
} catch (error) {
  const { trouble, message } = storeError(error);
  tell({ ended: 'trouble', trouble, message });
}
port.close();
