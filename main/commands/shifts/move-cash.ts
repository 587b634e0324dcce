import type { Input, Output } from '../../../shared/contract.ts';
import { accept } from '../../../shared/refusals.ts';
import { insertMove } from '../../store/tables/shifts-table.ts';
import type { Command } from '../command.ts';
import { openShift } from './shift-problem.ts';

/** Cash moves between the drawer and the safe, or is paid in or out without a sale. */
export const moveCash: Command<Input<'shift.drop'>, Output<'shift.drop'>> = async (context, { shiftId, kind, currency, amount, note }) => {
  const { db, now, actor, nextEvent } = context;
  const shift = await openShift(context, shiftId, 'move');
  if (!shift.ok) return shift;
  await insertMove(db, shiftId, { event: nextEvent, at: now, user: actor.user, kind, currency, amount, note });
  context.emit('shift.moved', { shiftId, kind, currency, amount });
  return accept({ shiftId });
};
