import type { Actor } from '../actor.ts';
import type { StoreFiles } from './store-files.ts';

/** The highest numbers that a store gave. */
export interface NumbersGiven {
  readonly booking: number;
  readonly event: number;
  /** The last Z of each desk. A plan of an older version says nothing of them. */
  readonly zs?: Readonly<Record<string, number>>;
}

/** A restore that was decided. Once the plan is on the disk the restore is finished, however often the power fails. */
export interface RestorePlan {
  /** Name of the backup, and when it was made. */
  readonly file: string;
  readonly madeAt: number;
  /** The name, in the store's folder, under which the replaced store is kept. */
  readonly replaced: string;
  readonly by: Pick<Actor, 'user' | 'desk'>;
  readonly at: number;
  /** Whether `at` is a hub's time, which was believed. */
  readonly hubTime: boolean;
  /** The highest numbers in the other backups, for a replaced store that does not open. */
  readonly atLeast: NumbersGiven;
}

/** The plan is a file beside its store. While it is there, nothing may open the store before `finishRestore`. */
export const planFile = (store: string): string => `${store}.restore`;
/** The backup, checked and of this version, before it takes the store's place. */
export const stagedFile = (store: string): string => `${store}.restoring`;
export const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;

export const readPlan = (store: string, files: StoreFiles): RestorePlan | undefined =>
  files.exists(planFile(store)) ? (JSON.parse(files.read(planFile(store))) as RestorePlan) : undefined;

/** Removes the prepared copy of a restore that was never planned, or was given up. */
export function clearStaged(store: string, files: StoreFiles): void {
  for (const suffix of ['', ...SIDE_FILES]) files.remove(stagedFile(store) + suffix);
}
