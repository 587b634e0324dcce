import { accept, refuse } from '../../shared/refusals.ts';
import type { StagedImport } from '../store/staged-import.ts';
import { compareImport, type ImportComparison } from '../views/compare-import.ts';
import type { Query } from './query.ts';

/** What applying a staged import would do to the schedule, and what is in it. */
export const compareSchedule: Query<StagedImport, ImportComparison> = async (context, staged) => {
  const compared = await compareImport(context, staged);
  return compared ? accept(compared) : refuse('IMPORT_UNKNOWN');
};
