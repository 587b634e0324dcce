import { assert } from '../../shared/assert.ts';
import { accept } from '../../shared/refusals.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { nextScheduleGeneration } from '../store/tables/schedule-generation.ts';
import type { Command } from './command.ts';

/** Cancels flights of a training store, as a schedule does that flies them no more: what was sold on them stays. */
export const cancelTrainingFlights: Command<{ readonly flightIds: readonly number[] }, { readonly dropped: number }> = async (
  { db, emit },
  { flightIds },
) => {
  assert((await readMeta(db, 'mode')) === 'training', 'flights are cancelled so in a training store alone');
  let dropped = 0;
  for (const id of flightIds) dropped += await db.change('UPDATE flights SET cancelled = 1 WHERE id = ? AND cancelled = 0').run(id);
  if (dropped > 0) {
    await nextScheduleGeneration(db);
    emit('schedule.applied', { name: 'Cancelled by the carrier', added: 0, changed: 0, dropped });
  }
  return accept({ dropped });
};
