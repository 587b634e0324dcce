import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import type { ByHand } from '../store/by-hand.ts';
import type { StagedImport } from '../store/staged-import.ts';

export interface ApplyScheduleInput extends StagedImport {
  /** Name of the file, for the journal. */
  readonly name: string;
  /** Generation of the schedule at the preview. The counts that the supervisor agreed to are true for this generation alone. */
  readonly generation: number;
  /** Those counts. */
  readonly counts: ScheduleCounts;
  /** Whether passengers lose seats that another aircraft does not have. Else they keep their names, and the cabin shows as oversold. */
  readonly unseat?: boolean;
  /** What a supervisor did by hand; a file has none. */
  readonly byHand?: ByHand;
}

export interface AppliedSchedule {
  readonly counts: ScheduleCounts;
}
