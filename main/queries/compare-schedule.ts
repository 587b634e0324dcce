import { accept, refuse } from '../../shared/refusals.ts';
import { compareStaged } from '../store/compare-staged.ts';
import type { ComparedImport, StagedImport } from '../store/staged-import.ts';
import type { Query } from './query.ts';

/** What applying a staged import would do to the schedule. */
export const compareSchedule: Query<StagedImport, ComparedImport> = async ({ db, now }, staged) => {
  const compared = await compareStaged(db, now, staged);
  return compared ? accept(compared) : refuse('IMPORT_UNKNOWN');
};
