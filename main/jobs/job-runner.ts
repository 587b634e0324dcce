import { RETURN_ANSWER_MS_MAX } from '../../shared/bounds.ts';
import { effectOnBooking } from '../../shared/event-effects.ts';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import type { DueJob } from '../queries/jobs.ts';
import { JobLane } from './job-lane.ts';
import type { JobWork } from './job-work.ts';

export interface JobRunnerOptions {
  readonly hub: Pick<InnerHub, 'look' | 'change' | 'on' | 'now'>;
  readonly work: JobWork;
  readonly timer: Timer;
  readonly random: () => number;
  /** Called when the result of a try was stored, so that consoles that show jobs ask again. */
  readonly tried: () => void;
}

/** The lane of the jobs that give money back. */
export class JobRunner extends JobLane<DueJob> {
  constructor({ hub, work, timer, random, tried }: JobRunnerOptions) {
    super({
      ...{ hub, timer, random, answerMs: RETURN_ANSWER_MS_MAX, brokeOff: 'the terminal broke off', lastLook: true },
      async due() {
        const found = await hub.look('jobs.due', {});
        return found.ok ? found.value : undefined;
      },
      async work(job, signal) {
        if (job.kind === 'refund') {
          const begun = await hub.change('jobs.beginRefund', { jobId: job.id }, SYSTEM, null);
          if (!begun.ok || !begun.value.stands) return { done: false, answer: 'it was taken back', lasting: false };
        }
        return work[job.kind](job, signal);
      },
      async record({ id: jobId }, result) {
        const reply = await hub.change('jobs.record', { jobId, ...result }, SYSTEM, null);
        if (reply.ok) tried();
        return reply.ok;
      },
      mayBeDue: (type) => effectOnBooking(type)?.moneyMayBeDue ?? false,
    });
  }
}
