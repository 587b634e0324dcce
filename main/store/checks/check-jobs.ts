import type { JobKind } from '../../../shared/methods/jobs.ts';
import type { ReadDatabase } from '../database.ts';
import type { JobRow } from '../tables/jobs-table.ts';
import type { PaymentState } from '../tables/payments-table.ts';
import type { RefundRow } from '../tables/refunds-table.ts';

interface Seen extends Pick<JobRow, 'id' | 'kind' | 'subject' | 'booking_id' | 'state' | 'tries'> {
  /** What is to go back, as it stands: a charge that is reversed, or a refund. */
  readonly money: PaymentState | RefundRow['state'];
  readonly paid_for: number | null;
  readonly told: number;
}

/** What the money of a job must be while it is to be done, and once it is done. */
const PAYMENT_IS: Readonly<Record<JobKind, Readonly<Record<'due' | 'done' | 'stopped', Seen['money']>>>> = {
  reversal: { due: 'REVERSAL_DUE', done: 'REVERSED', stopped: null },
  refund: { due: 'DUE', done: 'DONE', stopped: 'STOPPED' },
};

const JOBS = `SELECT j.id, j.kind, j.subject, j.booking_id, j.state, j.tries, coalesce(r.state, p.state) AS money, coalesce(r.booking_id, p.booking_id) AS paid_for,
    (SELECT count(*) FROM job_tries t WHERE t.job_id = j.id) AS told
  FROM jobs j LEFT JOIN payments p ON j.kind = 'reversal' AND p.reference = j.subject
    LEFT JOIN refunds r ON j.kind = 'refund' AND r.called = j.subject WHERE j.id > ? AND j.id <= ? ORDER BY j.id`;
const ENDS = 'SELECT min(id) AS first, max(id) AS last FROM jobs';
const TRIES_AFTER = 'SELECT job_id FROM job_tries WHERE job_id > ? LIMIT 1';

/** Holds jobs numbered in (after, upTo] against their payments and their tries. None of them is ever deleted. The first problem, in words. */
export async function jobsProblem(db: ReadDatabase, after: number, upTo: number): Promise<string | undefined> {
  let expected = after + 1;
  for (const { id, kind, subject, booking_id, state, tries, money, paid_for, told } of await db.query<Seen>(JOBS).all(after, upTo)) {
    if (id !== expected++) return `job ${id - 1} is gone`;
    const must = PAYMENT_IS[kind];
    if (!must) return `job ${id} is of no known kind`;
    if (paid_for !== booking_id) return `job ${id} is about booking ${booking_id}, its payment about ${paid_for ?? 'none'}`;
    const due = state === 'DONE' ? must.done : state === 'STOPPED' ? must.stopped : must.due;
    if (money !== due) return `the ${kind} of payment ${subject} is ${state}, and the payment is ${money}`;
    if (told !== tries) return `job ${id} was tried ${tries} times, and ${told} tries are told`;
  }
  return undefined;
}

// An index of each holds what is still due, which is little.
const WITHOUT_JOB = `SELECT reference FROM payments p WHERE p.state = 'REVERSAL_DUE' AND NOT EXISTS
    (SELECT 1 FROM jobs j WHERE j.kind = 'reversal' AND j.subject = p.reference)
  UNION ALL SELECT called FROM refunds r WHERE r.state = 'DUE' AND r.called IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM jobs j WHERE j.kind = 'refund' AND j.subject = r.called) LIMIT 1`;

const TAKEN_FOR_NONE = `SELECT p.reference FROM payments p JOIN bookings b ON b.id = p.booking_id
  WHERE p.state = 'TAKEN' AND (b.state <> 'HOLD' OR b.tender_failed_at IS NULL) LIMIT 1`;

/** Money that is due has a job that gives it back, a charge stands taken only for a live hold whose tender failed, the first job is there, and no try is told of a job that is not there. */
export async function moneyDueProblem(db: ReadDatabase): Promise<string | undefined> {
  const forgotten = await db.query<{ reference: string }>(WITHOUT_JOB).get();
  if (forgotten) return `payment ${forgotten.reference} is due back, and no job gives it back`;
  const taken = await db.query<{ reference: string }>(TAKEN_FOR_NONE).get();
  if (taken) return `payment ${taken.reference} stands taken, and no hold waits for another tender`;
  const ends = await db.query<{ first: number | null; last: number | null }>(ENDS).get();
  if (ends && ends.first !== null && ends.first > 1) return `job ${ends.first - 1} is gone`;
  const stray = await db.query<{ job_id: number }>(TRIES_AFTER).get(ends?.last ?? 0);
  return stray && `job ${stray.job_id} is gone, and its tries are not`;
}
