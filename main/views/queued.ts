import { FAILED_PAYMENT_QUEUE_MS, QUEUE_READ_MAX } from '../../shared/bounds.ts';
import { HOUR_MS, type Instant } from '../../shared/instants.ts';
import type { QueueName } from '../../shared/queues.ts';
import type { Reference } from '../reference/reference.ts';
import type { ReadDatabase, Value } from '../store/database.ts';
import type { QueueWork } from '../store/tables/queue-work-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { bookingsChanged } from './bookings-changed.ts';

/**
 * What waits in each queue. No row says that something is queued: an item is there as long as a booking, a job, a message or a party of the waitlist
 * is in a state in which somebody must act. `since` tells one waiting of the same subject from the next: what waits again after it was done is there
 * again.
 */
interface Queued {
  readonly subject: number;
  readonly booking_id: number;
  readonly since: number;
  readonly due: number | null;
  readonly until: number | null;
  readonly amount: number | null;
  readonly kind: string;
  readonly channel: string;
  readonly answer: string;
  /** 1: only what settles it takes it out of the queue. */
  readonly stands: number;
}

interface Moment {
  readonly db: ReadDatabase;
  readonly now: Instant;
  readonly reference: Reference;
}

interface Source {
  /** Gives the columns of `Queued`. */
  readonly sql: string;
  readonly values: (moment: Moment) => Promise<readonly Value[]>;
}

/** A hold that is paid later, from some hours before its limit. Past the limit it is a new item, which stands until somebody decides. */
const TIME_LIMIT = `SELECT id AS subject, id AS booking_id, CASE WHEN pay_by <= ? THEN pay_by ELSE pay_by - ? END AS since, pay_by AS due,
    expires_at AS until, total AS amount, at_limit AS kind, '' AS channel, '' AS answer, CASE WHEN pay_by <= ? THEN 1 ELSE 0 END AS stands
  FROM bookings WHERE state = 'HOLD' AND pay_by IS NOT NULL AND pay_by <= ? AND expires_at > ?`;

/** Money that was tried to be given back, and has not gone yet. */
const REFUND_DUE = `SELECT j.id AS subject, j.booking_id, j.created_at AS since, NULL AS due, CASE WHEN j.state = 'DEAD' THEN NULL ELSE j.not_before END AS until,
    coalesce(r.amount, p.amount) AS amount, j.kind, '' AS channel,
    coalesce((SELECT t.answer FROM job_tries t WHERE t.job_id = j.id ORDER BY t.place DESC LIMIT 1), '') AS answer, 1 AS stands
  FROM jobs j LEFT JOIN refunds r ON r.called = j.subject JOIN payments p ON p.reference = coalesce(r.reference, j.subject)
  WHERE j.state <> 'DONE' AND j.state <> 'STOPPED' AND (j.state = 'DEAD' OR j.tries > 0)`;

/**
 * A payment that failed for good, for some days. `since` is what the journal says, because setting a clock right makes it no other waiting: what was done
 * stays done.
 */
export const FAILED_PAYMENT = `SELECT b.id AS subject, b.id AS booking_id, j.at AS since, NULL AS due, NULL AS until, b.total AS amount, '' AS kind, '' AS channel,
    j.data ->> 'note' AS answer, 0 AS stands
  FROM bookings b JOIN journal j ON j.event = (SELECT min(e.event) FROM journal e WHERE e.booking_id = b.id AND e.type = 'payment.failed') WHERE b.failed_at > ?`;

/** An offer to a party of the waitlist, which must be told. */
const WAITLIST = `SELECT e.id AS subject, b.id AS booking_id, e.offered_at AS since, b.expires_at AS due, b.expires_at AS until, b.total AS amount,
    '' AS kind, '' AS channel, '' AS answer, 0 AS stands
  FROM waitlist e JOIN bookings b ON b.id = e.hold_id WHERE e.state = 'OFFERED' AND e.answered_at IS NULL AND b.state = 'HOLD' AND b.expires_at > ?`;

const FAILED_MESSAGE = `SELECT m.id AS subject, m.booking_id,
    coalesce((SELECT max(t.at) FROM message_tries t WHERE t.message_id = m.id), m.created_at) AS since, NULL AS due, NULL AS until, NULL AS amount, m.kind, m.channel,
    coalesce((SELECT t.answer FROM message_tries t WHERE t.message_id = m.id ORDER BY t.place DESC LIMIT 1), '') AS answer, 0 AS stands
  FROM messages m WHERE m.channel IN ('email', 'sms', 'push') AND m.state = 'DEAD'`;

/** A booking whose flights the carrier changed, so that telling its passengers is not enough. It stands until they have another way, or their money back. */
const SCHEDULE_CHANGE = `SELECT value ->> 'id' AS subject, value ->> 'id' AS booking_id, value ->> 'since' AS since, value ->> 'due' AS due, NULL AS until,
    NULL AS amount, value ->> 'group' AS kind, '' AS channel, '' AS answer, 1 AS stands FROM json_each(?)`;

const SOURCES: Readonly<Record<QueueName, Source>> = {
  scheduleChange: {
    sql: SCHEDULE_CHANGE,
    async values(moment) {
      const all = await bookingsChanged(moment, await readSetting(moment.db, 'movedMinutes'));
      const todo = all.filter(({ done }) => !done);
      return [
        JSON.stringify(todo.map(({ row, group, changedAt, departsAt }) => ({ id: row.id, since: changedAt, due: departsAt, group }))),
      ];
    },
  },
  timeLimit: {
    sql: TIME_LIMIT,
    async values({ db, now }) {
      const ahead = (await readSetting(db, 'limitAheadHours')) * HOUR_MS;
      return [now, ahead, now, now + ahead, now];
    },
  },
  refundDue: { sql: REFUND_DUE, values: async () => [] },
  failedPayment: { sql: FAILED_PAYMENT, values: async ({ now }) => [now - FAILED_PAYMENT_QUEUE_MS] },
  waitlist: { sql: WAITLIST, values: async ({ now }) => [now] },
  failedMessage: { sql: FAILED_MESSAGE, values: async () => [] },
};

const WORK = 'w.desk, w.user_name AS user, w.opened_at, w.open_until, w.later_at, w.for_desk, w.remark';
type Work = Pick<QueueWork, 'desk' | 'user' | 'opened_at' | 'open_until' | 'later_at'> & {
  readonly for_desk: string | null;
  readonly remark: string | null;
};

/** An item that waits or was put off, with what desks did with it. */
export type QueueEntry = Queued & Work;

/** The items of a queue that are not done, most urgent first. At most so many. */
export async function queued(moment: Moment, queue: QueueName, most = QUEUE_READ_MAX): Promise<QueueEntry[]> {
  const source = SOURCES[queue];
  // What was put off or passed on was so for this waiting of the subject. Who has it open goes on.
  const sql = `SELECT f.*, ${WORK}, w.since AS worked FROM (${source.sql}) AS f LEFT JOIN queue_work w ON w.queue = ? AND w.subject = f.subject
    WHERE w.done_at IS NULL OR w.since <> f.since ORDER BY coalesce(f.due, f.since), f.subject LIMIT ?`;
  const rows = await moment.db
    .query<QueueEntry & { readonly worked: number | null }>(sql)
    .all(...(await source.values(moment)), queue, most);
  return rows.map(({ worked, ...entry }) => (worked === entry.since ? entry : { ...entry, later_at: null, for_desk: null, remark: null }));
}

/** The desk that has an item open now; null: nobody has. What was opened later than now was opened by a clock that stood ahead. */
export const openAt = ({ desk, opened_at, open_until }: Pick<Work, 'desk' | 'opened_at' | 'open_until'>, now: Instant): string | null =>
  opened_at !== null && open_until !== null && opened_at <= now && open_until > now ? desk : null;

export const isPutOff = ({ later_at }: Pick<Work, 'later_at'>, now: Instant): boolean => later_at !== null && later_at > now;
