import { z } from 'zod';
import { instantMs, method, requestId, rowId } from '../method.ts';

/** reversal: a charge for what was not sold is undone. refund: part or all of a charge for a sale goes back to the card. */
export const JOB_KINDS = ['reversal', 'refund'] as const;
export type JobKind = (typeof JOB_KINDS)[number];
/** waits: not tried yet. failed: tried, and will be tried again at `nextAt`. dead: not tried again until a supervisor asks for it. */
export const JOB_STANDINGS = ['dead', 'failed', 'waits'] as const;

export const jobView = z.strictObject({
  jobId: rowId,
  kind: z.enum(JOB_KINDS),
  standing: z.enum(JOB_STANDINGS),
  bookingId: rowId,
  locator: z.string(),
  /** Minor units that are to go back. */
  amount: z.int(),
  currency: z.string(),
  /** Of the card, as the terminal gave it; empty when it never answered. */
  approvalCode: z.string(),
  /** Why the money is due, in words. */
  reason: z.string(),
  since: instantMs,
  /** When it is tried next; null for a dead letter. */
  nextAt: instantMs.nullable(),
  /** What came of each try, oldest first. */
  tries: z.array(z.strictObject({ at: instantMs, answer: z.string() })),
});
export type JobView = z.infer<typeof jobView>;

export const moneyDue = z.strictObject({ kind: z.enum(JOB_KINDS), currency: z.string(), amount: z.int(), count: z.int(), dead: z.int() });
export type MoneyDue = z.infer<typeof moneyDue>;

export const jobMethods = {
  /** Jobs that are not done: dead letters first, then what failed, then what waits; each oldest first. At most 500. */
  'jobs.list': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({
      jobs: z.array(jobView),
      /** How many are not shown. */
      more: z.int(),
      /** What is owed to cards, all jobs counted. */
      due: z.array(moneyDue),
      /** Done within the last 24 hours. */
      doneLastDay: z.int(),
      /** The newest event that this tells of. */
      version: z.int(),
    }),
    refusals: [],
  }),
  /** Tries a job at once, a dead letter too. */
  'jobs.tryAgain': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, jobId: rowId }),
    output: z.strictObject({ jobId: rowId }),
    refusals: ['JOB_UNKNOWN', 'JOB_DONE'],
  }),
};
