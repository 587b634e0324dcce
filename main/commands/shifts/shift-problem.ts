import { HOUR_MS, instant, isDue } from '../../../shared/instants.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { readSetting } from '../../store/tables/settings-table.ts';
import { closeOf, type ShiftRow, shiftById } from '../../store/tables/shifts-table.ts';
import type { CommandContext } from '../command.ts';

/**
 * The shift, if it is open and is for whoever asks: its owner, a supervisor at any desk, or, to count and close it once it is forgotten, whoever
 * works at its desk. Refuses SHIFT_UNKNOWN, SHIFT_CLOSED, SHIFT_OF_OTHER.
 */
export async function openShift(context: CommandContext, shiftId: number, to: 'move' | 'end'): Promise<Reply<ShiftRow>> {
  const { db, now, actor } = context;
  const shift = await shiftById(db, shiftId);
  if (!shift) return refuse('SHIFT_UNKNOWN');
  const close = await closeOf(db, shiftId);
  if (close) return refuse('SHIFT_CLOSED', { z: close.z });
  if (shift.user === actor.user || actor.role === 'supervisor') return accept(shift);
  const hours = await readSetting(db, 'shiftHours');
  const forgotten = isDue(instant(shift.opened_at + hours * HOUR_MS), now);
  if (to === 'end' && forgotten && shift.desk === actor.desk) return accept(shift);
  return refuse('SHIFT_OF_OTHER', { desk: shift.desk, user: shift.user, hours });
}
