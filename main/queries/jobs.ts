import { JOB_WAIT_MS_MAX, JOBS_AT_ONCE, JOBS_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { DAY_MS, later } from '../../shared/instants.ts';
import type { JobKind, JobView, MoneyDue } from '../../shared/methods/jobs.ts';
import { accept } from '../../shared/refusals.ts';
import { type JobRow, triesOf, waitingJobs } from '../store/tables/jobs-table.ts';
import { paymentByReference } from '../store/tables/payments-table.ts';
import { refundCalled } from '../store/tables/refunds-table.ts';
import { newestEvent } from './newest-event.ts';
import type { Query } from './query.ts';

/** A job as its work needs it. */
export interface DueJob extends Pick<JobRow, 'id' | 'kind' | 'subject' | 'tries' | 'not_before' | 'created_at'> {
  /** Minor units that are to go back. */
  readonly amount: number;
  /** The charge that they go back from. */
  readonly reference: string;
}

/** Twice as many as can be tried at once, because as many may be under way. */
const DUE_JOBS_MAX = 2 * JOBS_AT_ONCE;

/**
 * The jobs to be tried next, in the order in which they are due. A job that seems to wait longer than any job does is due now: its last try
 * was dated by a clock that stood ahead, and a start took the time back to the newest entry of the journal, which knows nothing of that try.
 */
export const dueJobs: Query<Record<string, never>, readonly DueJob[]> = async ({ db, now }) => {
  const jobs: DueJob[] = [];
  const longest = later(now, JOB_WAIT_MS_MAX);
  const tooLong = await waitingJobs(db, longest, Number.MAX_SAFE_INTEGER, DUE_JOBS_MAX);
  const waiting = await waitingJobs(db, -1, longest, DUE_JOBS_MAX);
  for (const { id, kind, subject, tries, not_before, created_at } of [...tooLong.map((job) => ({ ...job, not_before: now })), ...waiting]) {
    const refund = kind === 'refund' ? await refundCalled(db, subject) : undefined;
    const amount = (refund ?? (await paymentByReference(db, subject)))?.amount ?? 0;
    jobs.push({ id, kind, subject, tries, not_before, created_at, amount, reference: refund?.reference ?? subject });
  }
  return accept(jobs);
};

interface OpenRow extends JobRow {
  readonly amount: number;
  readonly currency: string;
  readonly approval_code: string | null;
  readonly reason: string;
}

/** Open jobs with the charge that each is about, and of a refund what it gives back. */
const OF_PAYMENTS = `FROM jobs j LEFT JOIN refunds r ON r.called = j.subject JOIN payments p ON p.reference = coalesce(r.reference, j.subject)
  WHERE j.state <> 'DONE' AND j.state <> 'STOPPED'`;
const OPEN = `SELECT j.id, j.kind, j.subject, j.booking_id, j.state, j.tries, j.not_before, j.created_at,
    coalesce(r.amount, p.amount) AS amount, p.currency, p.approval_code, coalesce(r.reason, p.reason) AS reason
  ${OF_PAYMENTS}
  ORDER BY CASE WHEN j.state = 'DEAD' THEN 0 WHEN j.tries > 0 THEN 1 ELSE 2 END, j.id LIMIT ?`;
const DUE = `SELECT j.kind, p.currency, sum(coalesce(r.amount, p.amount)) AS amount, count(*) AS count,
    sum(CASE WHEN j.state = 'DEAD' THEN 1 ELSE 0 END) AS dead
  ${OF_PAYMENTS} GROUP BY j.kind, p.currency ORDER BY j.kind, p.currency`;
const DONE = "SELECT count(*) AS count FROM jobs WHERE state = 'DONE' AND ended_at > ?";

const standingOf = ({ state, tries }: JobRow): JobView['standing'] => (state === 'DEAD' ? 'dead' : tries > 0 ? 'failed' : 'waits');

/** Jobs that are not done, for the supervisor. */
export const jobList: Query<Input<'jobs.list'>, Output<'jobs.list'>> = async ({ db, now, locators }) => {
  const jobs: JobView[] = [];
  for (const row of await db.query<OpenRow>(OPEN).all(JOBS_SHOWN_MAX)) {
    const { id: jobId, kind, booking_id: bookingId, currency, reason } = row;
    jobs.push({
      ...{ jobId, kind, bookingId, currency, reason, standing: standingOf(row), locator: locators.of(bookingId), since: row.created_at },
      amount: row.amount,
      approvalCode: row.approval_code ?? '',
      nextAt: row.state === 'DEAD' ? null : row.not_before,
      tries: (await triesOf(db, jobId)).map(({ at, answer }) => ({ at, answer })),
    });
  }
  const due = await db.query<MoneyDue & { kind: JobKind }>(DUE).all();
  const done = await db.query<{ count: number }>(DONE).get(now - DAY_MS);
  const open = due.reduce((sum, { count }) => sum + count, 0);
  return accept({ jobs, more: open - jobs.length, due, doneLastDay: done?.count ?? 0, version: await newestEvent(db) });
};
