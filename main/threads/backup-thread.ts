import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import type { BackupTask, FromBackupThread, TaskEnd, TaskStep } from '../backup/backup-task.ts';
import { checkCopy } from '../backup/check-copy.ts';
import { copyStore } from '../backup/copy-store.ts';
import { stageBackup } from '../backup/stage-backup.ts';
import { giveWay, restBetween } from '../hub/low-priority.ts';
import { storeError } from '../store/sqlite.ts';

const port = parentPort;
assert(port, 'backups are made by a thread');
const task = workerData as BackupTask;
const tell = (message: FromBackupThread): void => port.postMessage(message);
const step = (name: TaskStep['step']) => (done: number, total: number) => tell({ step: name, done, total });

async function run(): Promise<TaskEnd> {
  if (task.task === 'backup') await copyStore({ ...task, progress: step('copying') });
  if (task.task === 'restore') {
    const unfit = await stageBackup({ ...task, progress: step('copying') });
    if (unfit) return { ended: 'unfit', ...unfit };
  }
  // The copying holds a snapshot, so it must not take long, and still it rests. The check holds no snapshot and may take its time.
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
