import { assert } from '../../../shared/assert.ts';
import type { EventData } from '../../../shared/events.ts';
import type { QueueName } from '../../../shared/queues.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** What was done with an item of a queue, as stored. */
export interface QueueWork {
  readonly queue: QueueName;
  readonly subject: number;
  readonly since: number;
  readonly desk: string | null;
  readonly user: string | null;
  readonly opened_at: number | null;
  readonly open_until: number | null;
  readonly later_at: number | null;
  readonly for_desk: string;
  readonly done_at: number | null;
  readonly done_by: string | null;
  readonly done_desk: string | null;
  readonly remark: string;
}

const COLUMNS =
  'queue, subject, since, desk, user_name AS user, opened_at, open_until, later_at, for_desk, done_at, done_by, done_desk, remark';

export const queueWork = (db: ReadDatabase, queue: QueueName, subject: number) =>
  db.query<QueueWork>(`SELECT ${COLUMNS} FROM queue_work WHERE queue = ? AND subject = ?`).get(queue, subject);

export const allQueueWork = (db: ReadDatabase) => db.query<QueueWork>(`SELECT ${COLUMNS} FROM queue_work ORDER BY queue, subject`).all();

/** What a desk has open, or had until its time was over. */
export const openAtDesk = (db: ReadDatabase, desk: string) =>
  db.query<QueueWork>(`SELECT ${COLUMNS} FROM queue_work WHERE desk IN (?) ORDER BY queue, subject`).all(desk);

const DONE = `SELECT count(*) AS done, coalesce(sum(CASE WHEN done_desk = ? THEN 1 ELSE 0 END), 0) AS here
  FROM queue_work WHERE done_at IS NOT NULL AND done_at >= ?`;
/** How many items were done since a moment, and how many of them at a desk. */
export const doneSince = async (db: ReadDatabase, desk: string, since: number) =>
  (await db.query<{ done: number; here: number }>(DONE).get(desk, since)) ?? { done: 0, here: 0 };

type Moved = EventData<'queue.moved'>;
interface By {
  readonly at: number;
  readonly user: string;
  readonly desk: string;
}

const NOT_OPEN = { desk: null, user: null, opened_at: null, open_until: null };
const NOT_DONE = { done_at: null, done_by: null, done_desk: null };

/** The row of an item after a step. The store and the check of the journal both work it out here. `before`: undefined for the first step. */
export function workAfter(before: QueueWork | undefined, { queue, subject, since, step, until, forDesk }: Moved, by: By): QueueWork {
  const { user, desk, at } = by;
  const again = before?.since === since ? before : undefined;
  const kept = { queue, subject, since, later_at: again?.later_at ?? null, for_desk: again?.for_desk ?? '', remark: again?.remark ?? '' };
  switch (step) {
    case 'opened':
      return { ...kept, ...NOT_DONE, later_at: null, desk, user, opened_at: at, open_until: until };
    case 'freed':
      return { ...kept, ...NOT_OPEN, ...NOT_DONE };
    case 'done':
      return { ...kept, ...NOT_OPEN, later_at: null, for_desk: '', done_at: at, done_by: user, done_desk: desk };
    case 'later':
      return { ...kept, ...NOT_OPEN, ...NOT_DONE, later_at: until };
    case 'passed':
      return { ...kept, ...NOT_OPEN, ...NOT_DONE, later_at: null, for_desk: forDesk };
  }
}

const KEEP = `INSERT INTO queue_work (queue, subject, since, desk, user_name, opened_at, open_until, later_at, for_desk, done_at, done_by, done_desk, remark)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (queue, subject) DO UPDATE SET since = excluded.since, desk = excluded.desk,
    user_name = excluded.user_name, opened_at = excluded.opened_at, open_until = excluded.open_until, later_at = excluded.later_at,
    for_desk = excluded.for_desk, done_at = excluded.done_at, done_by = excluded.done_by, done_desk = excluded.done_desk, remark = excluded.remark`;

export async function keepQueueWork(db: WriteDatabase, row: QueueWork): Promise<void> {
  const { queue, subject, since, desk, user, opened_at, open_until, later_at, for_desk, done_at, done_by, done_desk, remark } = row;
  const values = [queue, subject, since, desk, user, opened_at, open_until, later_at, for_desk, done_at, done_by, done_desk, remark];
  assert((await db.change(KEEP).run(...values)) === 1, `item ${subject} of queue ${queue} was not kept`);
}
