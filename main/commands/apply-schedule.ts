import { assert } from '../../shared/assert.ts';
import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { Reference } from '../reference/reference.ts';
import { compareStaged } from '../store/compare-staged.ts';
import type { WriteDatabase } from '../store/database.ts';
import type { StagedImport } from '../store/staged-import.ts';
import { nextScheduleGeneration } from '../store/tables/schedule-generation.ts';
import { addFromStaged, cancelDropped, changeFromStaged, countersOnOtherMap, discardStaged } from '../store/tables/staged-flights-table.ts';
import type { Command } from './command.ts';

export interface ApplyScheduleInput extends StagedImport {
  /** Name of the file, for the journal. */
  readonly name: string;
  /** Generation of the schedule at the preview: what was agreed to was counted from that one and no other. */
  readonly generation: number;
}

/** The id alone: nobody remembers the preview, so that only the repeat of an import that was applied can be meant. */
type ForgottenImport = Pick<StagedImport, 'importId'>;

/**
 * Makes the schedule what a staged file says: new flights are added, known ones changed where they stand, and those that the
 * file's carriers no longer fly in its period are marked as cancelled. All of it or nothing; without a difference, not even an event.
 */
export const applySchedule: Command<ApplyScheduleInput | ForgottenImport, { readonly counts: ScheduleCounts }> = async (context, input) => {
  const { db, now, emit, reference } = context;
  if (!('generation' in input)) return refuse('IMPORT_UNKNOWN');
  const { importId, name, generation, scopes } = input;
  const compared = await compareStaged(db, now, input);
  if (!compared) return refuse('IMPORT_UNKNOWN');
  if (compared.generation !== generation) return refuse('IMPORT_STALE');
  const { counts } = compared;

  await moveAuthorised(db, importId, reference);
  const changed = await changeFromStaged(db, importId);
  let dropped = 0;
  for (const scope of scopes) dropped += await cancelDropped(db, importId, scope, now);
  const added = await addFromStaged(db, importId);
  assert(
    changed === counts.changed && dropped === counts.dropped && added === counts.added,
    `applied ${added}/${changed}/${dropped} flights where ${counts.added}/${counts.changed}/${counts.dropped} were counted`,
  );
  await discardStaged(db, importId);
  if (added + changed + dropped > 0) {
    await nextScheduleGeneration(db);
    emit('schedule.applied', { name, added, changed, dropped });
  }
  return accept({ counts });
};

/**
 * A flight on another aircraft may sell as many seats as that one has. What was authorised beyond or below the old cabin stays so
 * on the new one. A cabin that is gone may sell none; what it had sold stays, and shows as oversold.
 */
async function moveAuthorised(db: WriteDatabase, importId: string, reference: Reference): Promise<void> {
  const capacity = (map: string, cabin: string): number => reference.seatPlan(map)?.capacity[cabin as Cabin] ?? 0;
  for (const { flight_id, cabin, authorised, before, after } of await countersOnOtherMap(db, importId)) {
    const seats = capacity(after, cabin);
    const moved = seats === 0 ? 0 : Math.max(0, authorised + seats - capacity(before, cabin));
    const rows = await db.change('UPDATE cabin_counters SET authorised = ? WHERE flight_id = ? AND cabin = ?').run(moved, flight_id, cabin);
    assert(rows === 1, `flight ${flight_id} has no counter for cabin ${cabin}`);
  }
}
