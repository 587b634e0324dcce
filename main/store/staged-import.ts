import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import type { StagedScope } from './tables/staged-flights-table.ts';
import type { ThroughNumber } from './tables/through-numbers-table.ts';

/** A file that was read and staged: which carriers and days it covers, and what was counted while it was read. */
export interface StagedImport {
  readonly importId: string;
  readonly legs: number;
  readonly flights: number;
  readonly refused: number;
  /** Empty when nothing may be dropped. */
  readonly scopes: readonly StagedScope[];
  /** Numbers of the file that go on from where they land; none when not told. */
  readonly through?: readonly ThroughNumber[];
}

export interface ComparedImport {
  readonly counts: ScheduleCounts;
  /** Flights of which only the day of operation is told otherwise. They count as unchanged. */
  readonly shifted: number;
  /** The generation of the schedule from which the counts were made. */
  readonly generation: number;
}
