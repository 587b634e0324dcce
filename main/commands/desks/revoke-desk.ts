import { accept, refuse } from '../../../shared/refusals.ts';
import { deskById, revokeDesk } from '../../store/tables/desks-table.ts';
import type { Command } from '../command.ts';

/** From now on the key of the desk is worth nothing. Its row stays, so that the key is known to be revoked. */
export const endDesk: Command<{ readonly id: string }, { readonly id: string; readonly desk: string }> = async (
  { db, now, actor, emit },
  { id },
) => {
  const desk = await deskById(db, id);
  if (!desk) return refuse('DESK_UNKNOWN');
  await revokeDesk(db, id, now, actor.user);
  emit('desk.revoked', { id, desk: desk.name });
  return accept({ id, desk: desk.name });
};
