import { assert } from '../../../shared/assert.ts';
import { JOB_ANSWER_LENGTH_MAX } from '../../../shared/bounds.ts';
import type { Instant } from '../../../shared/instants.ts';
import type { JobKind } from '../../../shared/methods/jobs.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** WAITING: to be tried when `not_before` has come. DEAD: tried no more until a supervisor says so. STOPPED: what asked for it was taken back. */
export type JobState = 'WAITING' | 'DEAD' | 'DONE' | 'STOPPED';

export interface JobRow {
  readonly id: number;
  readonly kind: JobKind;
  /** Of a reversal or refund: the reference of the payment. */
  readonly subject: string;
  readonly booking_id: number;
  readonly state: JobState;
  readonly tries: number;
  readonly not_before: number;
  readonly created_at: number;
}

interface NewJob {
  readonly kind: JobKind;
  readonly subject: string;
  readonly bookingId: number;
  readonly now: Instant;
  readonly notBefore?: Instant;
}

const COLUMNS = 'id, kind, subject, booking_id, state, tries, not_before, created_at';

export const jobById = (db: ReadDatabase, id: number) => db.query<JobRow>(`SELECT ${COLUMNS} FROM jobs WHERE id = ?`).get(id);

export const jobOf = (db: ReadDatabase, kind: JobKind, subject: string) =>
  db.query<JobRow>(`SELECT ${COLUMNS} FROM jobs WHERE kind = ? AND subject = ?`).get(kind, subject);

/** Writes down work that must follow this commit. To be called in the command whose change asks for the work; due at once unless told. */
export async function enqueueJob(db: WriteDatabase, { kind, subject, bookingId, now, notBefore = now }: NewJob): Promise<void> {
  const last = await db.query<{ id: number | null }>('SELECT max(id) AS id FROM jobs').get();
  const sql = "INSERT INTO jobs (id, kind, subject, booking_id, state, not_before, created_at) VALUES (?, ?, ?, ?, 'WAITING', ?, ?)";
  const made = await db.change(sql).run((last?.id ?? 0) + 1, kind, subject, bookingId, notBefore, now);
  assert(made === 1, `${kind} of ${subject} was not written down`);
}

const WAITING = `SELECT ${COLUMNS} FROM jobs WHERE state = 'WAITING' AND not_before > ? AND not_before <= ? ORDER BY not_before, id LIMIT 0 + ?`;

/** Waiting jobs that are due in (after, upTo], in the order in which they are due. At most so many. */
export const waitingJobs = (db: ReadDatabase, after: number, upTo: number, most: number) =>
  db.query<JobRow>(WAITING).all(after, upTo, most);

/** Refunds that nobody tried are due now. */
export const hastenRefundJobs = (db: WriteDatabase, now: Instant) =>
  db.change("UPDATE jobs SET not_before = ? WHERE kind = 'refund' AND state = 'WAITING' AND tries = 0 AND not_before > ?").run(now, now);

/** A refund is tried from now on, whatever the clock says later. Whether it still waits. */
export const beginRefundJob = async (db: WriteDatabase, jobId: number): Promise<boolean> =>
  (await db.change("UPDATE jobs SET not_before = 1 WHERE id = ? AND kind = 'refund' AND state = 'WAITING'").run(jobId)) === 1;

/** Moves a job that waits, or is dead, and counts its tries. */
export async function moveJob(
  db: WriteDatabase,
  job: JobRow,
  to: { state: JobState; tries?: number; notBefore?: number; endedAt?: number },
): Promise<void> {
  const sql = 'UPDATE jobs SET state = ?, tries = ?, not_before = ?, ended_at = ? WHERE id = ? AND state = ? AND tries = ?';
  const { state, tries = job.tries, notBefore = job.not_before, endedAt = null } = to;
  const moved = await db.change(sql).run(state, tries, notBefore, endedAt, job.id, job.state, job.tries);
  assert(moved === 1, `job ${job.id} was not moved to ${state}`);
}

export interface JobTry {
  readonly job_id: number;
  readonly at: number;
  readonly answer: string;
}

export async function insertTry(db: WriteDatabase, jobId: number, place: number, at: number, answer: string): Promise<void> {
  const sql = 'INSERT INTO job_tries (job_id, place, at, answer) VALUES (?, ?, ?, ?)';
  assert((await db.change(sql).run(jobId, place, at, answer.slice(0, JOB_ANSWER_LENGTH_MAX))) === 1, 'a try was not stored');
}

export const triesOf = (db: ReadDatabase, jobId: number) =>
  db.query<JobTry>('SELECT job_id, at, answer FROM job_tries WHERE job_id IN (?) ORDER BY place').all(jobId);
