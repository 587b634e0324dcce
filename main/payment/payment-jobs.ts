import type { JobAnswer, JobWork } from '../jobs/job-work.ts';
import type { ReturnAnswer, Terminal } from './terminal.ts';

const NO_TERMINAL: JobAnswer = { done: false, answer: 'no card terminal is connected to this hub', lasting: false };

const answered = (answer: ReturnAnswer): JobAnswer =>
  answer.kind === 'done' ? { done: true, answer: 'done' } : { done: false, answer: answer.reason, lasting: answer.lasting };

/** How the terminal does the jobs that give money back. Both are safe to do twice, as the port promises. */
export const paymentJobs = (terminal: Terminal | undefined): JobWork => ({
  reversal: async ({ subject }, signal) => (terminal ? answered(await terminal.reverse(subject, signal)) : NO_TERMINAL),
  refund: async ({ subject: called, reference, amount }, signal) =>
    terminal ? answered(await terminal.refund({ called, reference, amount }, signal)) : NO_TERMINAL,
});
