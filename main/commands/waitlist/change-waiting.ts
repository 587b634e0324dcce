import { assert } from '../../../shared/assert.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { WAIT_PRIORITIES } from '../../../shared/methods/waitlist.ts';
import { accept } from '../../../shared/refusals.ts';
import { keepMove } from '../../store/tables/waitlist-moves-table.ts';
import { changeWaitEntry, waitEntryById, waitlistMoved } from '../../store/tables/waitlist-table.ts';
import type { Command } from '../command.ts';
import { waitProblem } from './wait-problem.ts';

/** Takes a waiting party off its lists. */
export const dropWaiting: Command<Input<'waitlist.drop'>, Output<'waitlist.drop'>> = async (context, { entryId }) => {
  const { db, now, actor, emit } = context;
  const row = await waitEntryById(db, entryId);
  const problem = await waitProblem(context, row, entryId);
  if (problem) return problem;
  assert(row, 'a party without problem waits');
  const after = await changeWaitEntry(db, row, { state: 'DROPPED', ended_why: 'dropped', ended_at: now, ended_by: actor.user });
  emit('waitlist.ended', waitlistMoved(after));
  return accept({ entryId, state: after.state, hold: null });
};

/** Gives a waiting party another priority. Nobody gets an offer by it: seats that are free fit nobody who waits. */
export const moveWaiting: Command<Input<'waitlist.move'>, Output<'waitlist.move'>> = async (context, { entryId, priority, reason }) => {
  const { db, now, actor, emit } = context;
  const row = await waitEntryById(db, entryId);
  const problem = await waitProblem(context, row, entryId);
  if (problem) return problem;
  assert(row, 'a party without problem waits');
  const given = { priority: WAIT_PRIORITIES.indexOf(priority), reason };
  const before = { priority_before: row.priority, reason_before: row.reason };
  await keepMove(db, { entry_id: entryId, at: now, user: actor.user, ...given, ...before });
  const after = await changeWaitEntry(db, row, given);
  emit('waitlist.moved', waitlistMoved(after));
  return accept({ entryId, state: after.state, hold: null });
};
