import type { Mutant } from './mutant.ts';

/** Bugs planted in payments, and in the jobs that give money back. */
export const PAYMENT_MUTANTS: readonly Mutant[] = [
  {
    name: 'a payment under way does not protect its hold',
    file: 'main/commands/begin-payment.ts',
    find: 'Math.max(row.expires_at, now + PAYMENT_GRACE_MS)',
    replace: 'row.expires_at',
  },
  {
    name: 'a hold that nobody paid keeps its seats',
    file: 'main/commands/fail-hold.ts',
    find: "await moveSeats(context, row, 'release')",
    replace: '[]',
  },
  {
    name: 'a payment that came too late is sold on seats of others',
    file: 'main/commands/confirm-booking.ts',
    find: 'if (!(await claimSeat(db, seatClaimOf(row.id, leg, party, place))))',
    replace: 'if (!(await claimSeat(db, seatClaimOf(row.id, leg, party, place))) && false)',
    seed: 5,
  },
  {
    name: 'more is refunded than the rule says',
    file: 'main/commands/quote-refund.ts',
    find: 'percentOf(paid, percent)',
    replace: 'paid',
  },
  {
    name: 'an older quote is as good as the newest',
    file: 'main/commands/cancel-booking.ts',
    find: 'newest.id !== offerId',
    replace: 'false',
  },
  {
    name: 'a payment is given up while its answer is awaited',
    file: 'main/payment/give-up-payments.ts',
    find: '!asked.has(reference)',
    replace: 'true',
    seed: 155,
  },
  {
    name: 'a charge that may have been made is reversed by no job',
    file: 'main/commands/reverse-taken.ts',
    find: "await enqueueJob(db, { kind: 'reversal', subject: reference, bookingId: row.id, now });",
    replace: '',
  },
  {
    name: 'a hold gets its minutes for another tender at each decline',
    file: 'main/commands/fail-payment.ts',
    find: 'row.tender_failed_at === null ? now + minutes * MINUTE_MS : own',
    replace: 'now + minutes * MINUTE_MS',
  },
  {
    name: 'a charge that stands taken is forgotten when its hold ends',
    file: 'main/commands/fail-hold.ts',
    find: "await reverseTaken(context, after, 'the sale was not made');",
    replace: '',
  },
  {
    name: 'a charge that stands taken is forgotten when its hold is released',
    file: 'main/commands/release-hold.ts',
    find: "await reverseTaken(context, after, 'the hold was released');",
    replace: '',
  },
  {
    name: 'a charge that stands taken is kept, though the sale was paid in another way',
    file: 'main/commands/confirm-booking.ts',
    find: "await reverseTaken(context, row, 'the sale was paid in another way');",
    replace: '',
  },
  {
    name: 'the refund of a cancelled sale is no job',
    file: 'main/commands/cancel-booking.ts',
    find: "await enqueueJob(db, { kind: 'refund', subject: tender.reference, bookingId, now });",
    replace: '',
  },
  {
    name: 'a dead letter is tried for ever',
    file: 'main/commands/record-job.ts',
    find: 'input.lasting || tries >= JOB_TRIES_MAX',
    replace: 'false',
  },
  {
    name: 'a job that is being tried is tried beside that once more',
    file: 'main/jobs/job-runner.ts',
    find: 'if (this.#underWay.has(job.id)) continue;',
    replace: '',
  },
  {
    name: 'a job waits on when a crash takes the time back',
    file: 'main/queries/jobs.ts',
    find: '{ ...job, not_before: now }',
    replace: 'job',
    seed: 41,
    kind: 'money forgotten',
  },
  {
    name: 'a job that failed is never looked for again',
    file: 'main/jobs/job-runner.ts',
    find: 'this.#options.timer.after(nextLookMs, () => this.wake())',
    replace: '() => {}',
  },
  {
    name: 'a hold is not protected while its second card is asked',
    file: 'main/commands/renew-grace.ts',
    find: 'Math.max(row.expires_at, now + PAYMENT_GRACE_MS)',
    replace: 'row.expires_at',
  },
  {
    name: 'a quit does not wait for the card that is being asked',
    file: 'main/payment/take-payment.ts',
    find: 'await Promise.allSettled([...this.#underWay.values()]',
    replace: 'void Promise.allSettled([...this.#underWay.values()]',
    seed: 8,
    kind: 'quit',
  },
];
