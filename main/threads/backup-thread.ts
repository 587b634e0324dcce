import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import type { BackupTask, FromBackupThread } from '../backup/backup-task.ts';
import { doBackupTask } from '../backup/do-backup-task.ts';
import { storeError } from '../store/sqlite.ts';

const port = parentPort;
assert(port, 'backups are made by a thread');
const tell = (message: FromBackupThread): void => port.postMessage(message);

try {
  tell(await doBackupTask(workerData as BackupTask, tell));
} catch (error) {
  const { trouble, message } = storeError(error);
  tell({ ended: 'trouble', trouble, message });
}
port.close();
