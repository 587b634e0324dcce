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
  /** Hears how many milliseconds after it was due a job was done. */
  readonly done?: (ms: number) => void;
}

/** As the oldest one that waits is told (work-waiting.ts): a job that was tried is due since it was written down, however long it waited between. */
const dueSince = ({ tries, created_at, not_before }: DueJob): number => (tries > 0 ? created_at : Math.max(created_at, not_before));

/** The lane of the jobs that give money back. */
export class JobRunner extends JobLane<DueJob> {
  constructor({ hub, work, timer, random, tried, done }: JobRunnerOptions) {
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
      async record(job, result) {
        const reply = await hub.change('jobs.record', { jobId: job.id, ...result }, SYSTEM, null);
        if (reply.ok) tried();
        if (reply.ok && reply.value.recorded && result.done) done?.(Math.max(0, hub.now() - dueSince(job)));
        return reply.ok;
      },
      mayBeDue: (type) => effectOnBooking(type)?.moneyMayBeDue ?? false,
    });
  }
}
