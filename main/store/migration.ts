import type { Database } from './database.ts';

/** One step from a version of the store to the next. It runs in one transaction. If the process is killed, the store stays as it was. */
export interface Migration {
  readonly script: string;
  /** Changes to existing rows that a script cannot do. `progress` gets how many of how many are done. */
  readonly rows?: (db: Database, progress: (done: number, total: number) => void) => Promise<void>;
}
