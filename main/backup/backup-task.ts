import type { StoreTrouble } from '../store/database.ts';
import type { StageBackup, StageProblem } from './stage-backup.ts';

/**
 * backup: copies a store that may be in use, and checks the copy. restore: copies a backup beside the store that it will replace, migrates
 * the copy to this version and checks it. check: only checks.
 */
export type BackupTask =
  | { readonly task: 'backup'; readonly store: string; readonly to: string; readonly gentle: boolean }
  | ({ readonly task: 'restore' } & Omit<StageBackup, 'progress'>)
  | { readonly task: 'check'; readonly file: string };

export interface TaskStep {
  readonly step: 'copying' | 'checking';
  readonly done: number;
  readonly total: number;
}

/** How a task ended: well, with a problem of the copy, or with an error of the disk or the store. */
export type TaskEnd =
  | { readonly ended: 'well' }
  | { readonly ended: 'damaged'; readonly problem: string }
  | ({ readonly ended: 'unfit' } & StageProblem)
  | { readonly ended: 'trouble'; readonly trouble: StoreTrouble; readonly message: string };

export type FromBackupThread = TaskStep | TaskEnd;

/** Runs a task on a thread of its own: `main/threads/start-backup.ts`. It is passed in, because the thread runs the code of this folder. */
export type RunBackupTask = (
  task: BackupTask,
  signal: AbortSignal,
  step: (step: TaskStep) => void,
) => Promise<TaskEnd | { readonly ended: 'stopped' }>;
