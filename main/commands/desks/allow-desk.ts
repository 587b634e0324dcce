import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { allowDesk, deskById } from '../../store/tables/desks-table.ts';
import type { Command } from '../command.ts';

/** Says what a system may do from now on. A console has no rights of its own: who signs in there has a role. */
export const allowSystem: Command<Input<'desks.allow'>, Output<'desks.allow'>> = async ({ db, emit }, { id, rights }) => {
  const desk = await deskById(db, id);
  if (!desk) return refuse('DESK_UNKNOWN');
  if (desk.kind !== 'system') return refuse('DESK_NO_SYSTEM', { desk: desk.name });
  await allowDesk(db, id, rights);
  emit('desk.allowed', { id, desk: desk.name, rights });
  return accept({ id, desk: desk.name, rights });
};
