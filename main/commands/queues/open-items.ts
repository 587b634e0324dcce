import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { openAtDesk, queueWork } from '../../store/tables/queue-work-table.ts';
import { openAt } from '../../views/queued.ts';
import type { Command } from '../command.ts';
import { itemToWork, letGoOfDesk, moveItem, nextItem, openItem } from './move-item.ts';

/** Commands run one after the other, so two desks that ask at once get two items. */
export const openNext: Command<Input<'queues.next'>, Output<'queues.next'>> = async (context, { queue, after }) => {
  const entry = await nextItem(context, queue, after);
  if (!entry) return refuse('QUEUE_EMPTY');
  await openItem(context, queue, entry);
  return accept({ queue, subject: entry.subject });
};

export const openChosen: Command<Input<'queues.open'>, Output<'queues.open'>> = async (context, { queue, subject }) => {
  const entry = await itemToWork(context, queue, subject);
  if (!entry.ok) return entry;
  await openItem(context, queue, entry.value);
  return accept({ queue, subject });
};

/** What nobody waits for any more may be let go too. */
export const letItemGo: Command<Input<'queues.letGo'>, Output<'queues.letGo'>> = async (context, { queue, subject }) => {
  const { db, now, actor } = context;
  const work = await queueWork(db, queue, subject);
  const desk = work ? openAt(work, now) : null;
  if (!work || desk === null) return refuse('QUEUE_ITEM_CLOSED');
  if (desk !== actor.desk && actor.role !== 'supervisor')
    return refuse('QUEUE_ITEM_OPEN', { desk, user: work.user, until: work.open_until });
  await moveItem(context, { queue, subject, since: work.since, step: 'freed' });
  return accept({ queue, subject: null });
};

/** Nobody is signed in at a desk any more. */
export const letDeskGo: Command<{ readonly desk: string }, { freed: number }> = async (context, { desk }) => {
  const open = await openAtDesk(context.db, desk);
  await letGoOfDesk(context, desk);
  return accept({ freed: open.length });
};
