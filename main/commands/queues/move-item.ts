import type { EventData } from '../../../shared/events.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { QueueName } from '../../../shared/queues.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { keepQueueWork, openAtDesk, queueWork, workAfter } from '../../store/tables/queue-work-table.ts';
import { isPutOff, openAt, type QueueEntry, queued } from '../../views/queued.ts';
import type { CommandContext } from '../command.ts';

type Moved = EventData<'queue.moved'>;
type Step = Pick<Moved, 'queue' | 'subject' | 'since' | 'step'> & Partial<Pick<Moved, 'until' | 'forDesk'>>;

/** Writes down a step with an item, and tells it. An empty remark leaves the one before. */
export async function moveItem(context: CommandContext, step: Step, remark = ''): Promise<void> {
  const { db, now, actor } = context;
  const moved: Moved = { until: null, forDesk: '', ...step };
  const row = workAfter(await queueWork(db, step.queue, step.subject), moved, { at: now, user: actor.user, desk: actor.desk });
  await keepQueueWork(db, remark === '' ? row : { ...row, remark });
  context.emit('queue.moved', moved);
}

/** Lets go what a desk has open, but for one item. */
export async function letGoOfDesk(context: CommandContext, desk: string, but?: { readonly queue: QueueName; readonly subject: number }) {
  for (const { queue, subject, since } of await openAtDesk(context.db, desk))
    if (queue !== but?.queue || subject !== but.subject) await moveItem(context, { queue, subject, since, step: 'freed' });
}

/** Opens an item for the desk that asks, and lets go what it had open. */
export async function openItem(context: CommandContext, queue: QueueName, { subject, since }: QueueEntry): Promise<void> {
  await letGoOfDesk(context, context.actor.desk, { queue, subject });
  const until = context.now + (await context.cache.setting('queueLockMinutes')) * MINUTE_MS;
  await moveItem(context, { queue, subject, since, step: 'opened', until });
}

/** The first item after `after` that this desk may open: first what was left to it. Undefined: none waits. */
export async function nextItem(context: CommandContext, queue: QueueName, after: number | null): Promise<QueueEntry | undefined> {
  const { now, actor } = context;
  const entries = await queued(context, queue);
  const place = entries.findIndex(({ subject }) => subject === after);
  const inTurn = [...entries.slice(place + 1), ...entries.slice(0, Math.max(0, place))];
  const mine = inTurn.filter((entry) => {
    const desk = openAt(entry, now);
    return (desk === null || desk === actor.desk) && !isPutOff(entry, now) && (!entry.for_desk || entry.for_desk === actor.desk);
  });
  return mine.find(({ for_desk }) => for_desk === actor.desk) ?? mine[0];
}

type Opened = { readonly ok: true; readonly value: QueueEntry } | Refused;

/** An item of a queue, unless it is gone or open at another desk. */
export async function itemToWork(context: CommandContext, queue: QueueName, subject: number): Promise<Opened> {
  const { now, actor } = context;
  const entry = (await queued(context, queue)).find((one) => one.subject === subject);
  if (!entry) return refuse('QUEUE_ITEM_GONE');
  const desk = openAt(entry, now);
  if (desk !== null && desk !== actor.desk) return refuse('QUEUE_ITEM_OPEN', { desk, user: entry.user, until: entry.open_until });
  return { ok: true, value: entry };
}

/** An item that is open at the desk that asks. */
export async function openHere(context: CommandContext, queue: QueueName, subject: number): Promise<Opened> {
  const entry = await itemToWork(context, queue, subject);
  if (entry.ok && openAt(entry.value, context.now) === null) return refuse('QUEUE_ITEM_CLOSED');
  return entry;
}
