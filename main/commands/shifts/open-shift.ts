import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { insertShift, openShiftOf } from '../../store/tables/shifts-table.ts';
import type { Command } from '../command.ts';

/** Opens the drawer of the desk that asks, with what lies in it. What is sold at the desk from now on belongs to this shift, whoever sells it. */
export const openDrawer: Command<Input<'shift.open'>, Output<'shift.open'>> = async (context, { floats }) => {
  const { db, now, actor, nextEvent } = context;
  const { desk, user } = actor;
  const open = await openShiftOf(db, desk);
  if (open) return refuse('SHIFT_OPEN', { desk, user: open.user });
  const shiftId = await insertShift(db, { desk, user, opened_at: now, opened_event: nextEvent, floats });
  context.emit('shift.opened', { shiftId, floats });
  return accept({ shiftId });
};
