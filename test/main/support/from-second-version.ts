import { join } from 'node:path';
import type { RunBackupTask } from '../../../main/backup/backup-task.ts';
import { doBackupTask } from '../../../main/backup/do-backup-task.ts';
import { finishRestore } from '../../../main/backup/finish-restore.ts';
import { assert } from '../../../shared/assert.ts';
import type { backupStore } from '../backup/backup-store.ts';
import { toSecondVersion } from './first-version.ts';
import { value } from './test-hub.ts';

/** How a store of the second version comes to this one. */
export const WAYS = ['opened', 'restored from its backup'] as const;

/** In this thread, because a thread of its own takes longer to start than these small stores to copy. */
const run: RunBackupTask = (task, _signal, step) => doBackupTask(task, step);

/** Makes a closed store one of the second version: where it lies, or as a backup of that version that is restored over it. */
export async function fromSecondVersion(files: ReturnType<typeof backupStore>, way: (typeof WAYS)[number], at: number): Promise<void> {
  if (way === 'opened') return toSecondVersion(files.store);
  const backup = join(files.folder, value(await files.backup(at, { run })).file);
  await toSecondVersion(backup, { single: true });
  value(await files.prepare(backup, at, { run }));
  const done = await finishRestore(files.store, 'training');
  assert(done && !done.problem, `the backup is restored: ${done?.problem}`);
}
