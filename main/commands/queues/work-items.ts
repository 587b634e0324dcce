import { QUEUE_LATER_MS } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import type { QueueName } from '../../../shared/queues.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { isDesk } from '../../store/tables/desk-names-table.ts';
import type { Command } from '../command.ts';
import { moveItem, nextItem, openHere, openItem } from './move-item.ts';

/** Why an item is not done because somebody says so: money that is due stays due, and seats past their limit stay taken. */
const STILL_DUE: Partial<Readonly<Record<QueueName, { readonly problem: string; readonly advice: string }>>> = {
  refundDue: { problem: 'the money has not gone back', advice: 'Have a supervisor try it again, or put it off' },
  timeLimit: {
    problem: 'its limit is over and its seats are still kept',
    advice: 'Take the payment, set a later limit or release the seats',
  },
};

export const itemDone: Command<Input<'queues.done'>, Output<'queues.done'>> = async (context, { queue, subject, remark, next }) => {
  const entry = await openHere(context, queue, subject);
  if (!entry.ok) return entry;
  if (entry.value.stands === 1) return refuse('QUEUE_STILL_DUE', { ...STILL_DUE[queue] });
  const following = next ? await nextItem(context, queue, subject) : undefined;
  await moveItem(context, { queue, subject, since: entry.value.since, step: 'done' }, remark);
  if (following) await openItem(context, queue, following);
  return accept({ queue, subject: following?.subject ?? null });
};

/** Nothing is put off past the moment at which it would end by itself: nobody would see it again. */
export const itemLater: Command<Input<'queues.later'>, Output<'queues.later'>> = async (context, { queue, subject, at, remark }) => {
  const { now } = context;
  const entry = await openHere(context, queue, subject);
  if (!entry.ok) return entry;
  const { since, until } = entry.value;
  if (at <= now) return refuse('QUEUE_TIME', { problem: 'this time is over' });
  if (at > now + QUEUE_LATER_MS) return refuse('QUEUE_TIME', { problem: `this is more than ${QUEUE_LATER_MS / DAY_MS} days ahead` });
  const ends = queue === 'timeLimit' || queue === 'waitlist' ? until : null;
  if (ends !== null && at >= ends) return refuse('QUEUE_TIME', { problem: 'its seats go back to sale before' });
  await moveItem(context, { queue, subject, since, step: 'later', until: at }, remark);
  return accept({ queue, subject: null });
};

export const passItem: Command<Input<'queues.pass'>, Output<'queues.pass'>> = async (context, { queue, subject, desk, remark }) => {
  const entry = await openHere(context, queue, subject);
  if (!entry.ok) return entry;
  const { db, actor } = context;
  if (desk === actor.desk) return refuse('QUEUE_DESK', { problem: `${desk} is this desk` });
  if (!(await isDesk(db, desk))) return refuse('QUEUE_DESK', { problem: `nobody has ever signed in at ${desk}` });
  await moveItem(context, { queue, subject, since: entry.value.since, step: 'passed', forDesk: desk }, remark);
  return accept({ queue, subject: null });
};
