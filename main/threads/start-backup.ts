import type { RunBackupTask } from '../backup/backup-task.ts';
import { runTaskThread } from './run-task-thread.ts';

export const startBackup: RunBackupTask = (task, signal, step) =>
  runTaskThread({ file: 'backup-thread', what: 'backup', youngMiB: 6 }, task, signal, step);
