import { giveWay, restBetween } from '../hub/low-priority.ts';
import { spareMemoryBetween } from '../hub/spare-memory.ts';
import type { BackupTask, TaskEnd, TaskStep } from './backup-task.ts';
import { checkCopy } from './check-copy.ts';
import { copyStore } from './copy-store.ts';
import { stageBackup } from './stage-backup.ts';

/** Copies or checks a store, as the task says, and tells each step. It keeps its thread busy. */
export async function doBackupTask(task: BackupTask, tell: (step: TaskStep) => void): Promise<TaskEnd> {
  const step = (name: TaskStep['step']) => (done: number, total: number) => tell({ step: name, done, total });
  if (task.task === 'backup') await copyStore({ ...task, progress: step('copying') });
  if (task.task === 'restore') {
    const unfit = await stageBackup({ ...task, progress: step('copying') });
    if (unfit) return { ended: 'unfit', ...unfit };
  }
  // The copying holds a snapshot, so it must not take long, and still it rests. The check holds no snapshot and may take its time. It rests also where it gives way: the two
  // processors of a small computer are often one, and what runs on the one slows the other down.
  const isGentle = task.task !== 'check' && task.gentle;
  if (isGentle) giveWay();
  const rest = isGentle ? restBetween() : () => {};
  const spare = spareMemoryBetween();
  let done = 0;
  const problem = await checkCopy(task.task === 'check' ? task.file : task.to, () => {
    step('checking')(done++, 0);
    rest();
    spare();
  });
  return problem === undefined ? { ended: 'well' } : { ended: 'damaged', problem };
}
