import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import type { StagedScope } from './tables/staged-flights-table.ts';

/** A file that has been read and staged: what it speaks for, and what reading it counted. */
export interface StagedImport {
  readonly importId: string;
  readonly legs: number;
  readonly flights: number;
  readonly refused: number;
  /** Empty when nothing may be dropped. */
  readonly scopes: readonly StagedScope[];
}

export interface ComparedImport {
  readonly counts: ScheduleCounts;
  /** The schedule's generation that the counts were made from. */
  readonly generation: number;
}
