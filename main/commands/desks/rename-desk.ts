import { accept, refuse } from '../../../shared/refusals.ts';
import { holdsOfDesk } from '../../store/tables/bookings-table.ts';
import { deskById, deskNamed, renameDesk } from '../../store/tables/desks-table.ts';
import { openShiftOf } from '../../store/tables/shifts-table.ts';
import type { Command } from '../command.ts';

/** Gives a desk another name. A shift and holds belong to a name, so it has none of them open then. */
export const nameDesk: Command<{ readonly id: string; readonly desk: string }, { readonly id: string; readonly desk: string }> = async (
  { db, now, emit },
  { id, desk },
) => {
  const before = await deskById(db, id);
  if (!before) return refuse('DESK_UNKNOWN');
  if (await deskNamed(db, desk)) return refuse('DESK_TAKEN', { desk });
  if (await openShiftOf(db, before.name)) return refuse('DESK_IN_USE', { desk: before.name, what: 'an open shift' });
  if ((await holdsOfDesk(db, before.name, now)).length > 0) return refuse('DESK_IN_USE', { desk: before.name, what: 'holds that run' });
  await renameDesk(db, id, desk);
  emit('desk.renamed', { id, desk, before: before.name });
  return accept({ id, desk });
};
