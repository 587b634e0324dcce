import { assert } from '../../shared/assert.ts';
import { JOB_TRIES_MAX } from '../../shared/bounds.ts';
import { later } from '../../shared/instants.ts';
import type { JobKind } from '../../shared/methods/jobs.ts';
import { accept } from '../../shared/refusals.ts';
import { bookingById } from '../store/tables/bookings-table.ts';
import { insertTry, type JobRow, jobById, moveJob } from '../store/tables/jobs-table.ts';
import { paymentByReference, settlePayment } from '../store/tables/payments-table.ts';
import { endRefund, refundCalled } from '../store/tables/refunds-table.ts';
import type { Command, CommandContext } from './command.ts';
import { bookingMoved } from './move-seats.ts';

export interface RecordJob {
  readonly jobId: number;
  /** How often the job had been tried before. A result that is recorded twice counts once. */
  readonly triesBefore: number;
  readonly done: boolean;
  /** The result in words. No passenger data. */
  readonly answer: string;
  /** Trying again would not help, so the job is not tried again by itself. */
  readonly lasting: boolean;
  /** After a failure, the milliseconds to wait before the next try. The runner chooses them at random, because the core uses no random source. */
  readonly retryAfterMs: number;
}

/** Records the result of one try of a job: done, to be tried again, or a dead letter. An event tells each of them. */
export const recordJob: Command<RecordJob, { recorded: boolean }> = async (context, input) => {
  const { db, now } = context;
  const job = await jobById(db, input.jobId);
  if (job?.state !== 'WAITING' || job.tries !== input.triesBefore) return accept({ recorded: false });
  const tries = job.tries + 1;
  await insertTry(db, job.id, tries, now, input.answer);
  if (input.done) {
    await moveJob(db, job, { state: 'DONE', tries, endedAt: now });
    await FINISH[job.kind](context, job);
  } else if (input.lasting || tries >= JOB_TRIES_MAX) {
    await moveJob(db, job, { state: 'DEAD', tries });
    await tellOfJob(context, job, 'payment.stuck');
  } else await moveJob(db, job, { state: 'WAITING', tries, notBefore: later(now, input.retryAfterMs) });
  return accept({ recorded: true });
};

/** What is true once the work of each kind is done. */
const FINISH: Readonly<Record<JobKind, (context: CommandContext, job: JobRow) => Promise<void>>> = {
  async reversal(context, job) {
    const payment = await paymentByReference(context.db, job.subject);
    assert(payment?.state === 'REVERSAL_DUE', `payment ${job.subject} was reversed while ${payment?.state}`);
    await settlePayment(context.db, job.subject, { state: 'REVERSED', reason: payment.reason });
    await tellOfJob(context, job, 'payment.reversed');
  },
  async refund(context, job) {
    await endRefund(context.db, job.subject);
    await tellOfJob(context, job, 'payment.refunded');
  },
};

/** Minor units that a job gives back. */
async function amountOf({ db }: CommandContext, { subject, kind }: JobRow): Promise<number> {
  const moved = kind === 'refund' ? await refundCalled(db, subject) : await paymentByReference(db, subject);
  assert(moved, `${kind} of ${subject} is about no payment`);
  return moved.amount;
}

/** Adds to the journal how a job stands that moves money. */
export async function tellOfJob(
  context: CommandContext,
  job: JobRow,
  type: 'payment.reversed' | 'payment.refunded' | 'payment.stuck' | 'payment.triedAgain',
): Promise<void> {
  const amount = await amountOf(context, job);
  const row = await bookingById(context.db, job.booking_id);
  assert(row, `job ${job.id} belongs to no booking`);
  const note = type === 'payment.stuck' || type === 'payment.triedAgain' ? job.kind : 'card';
  context.emit(type, bookingMoved(context, row, [], { amount, note }));
}
