import type { JobView } from '../../shared/methods/jobs.ts';
import { dateLabel, localDay, localTime } from '../format/times.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { STANDING_WORDS } from '../parts/standing-words.ts';
import { go } from '../stores/navigation-store.ts';
import { cardText, JOB_KIND_WORDS, sumText } from './job-words.ts';
import { useJobs } from './jobs-store.ts';

/** The times of one day need no date but the first. */
function Tries({ job, zone }: { job: JobView; zone: string }) {
  if (job.tries.length === 0) return <p className="t2">It was not tried yet.</p>;
  const newestFirst = job.tries.map((tried, place) => ({ ...tried, number: place + 1 })).reverse();
  return (
    <ol className="jb-tries" aria-label="Tries, newest first">
      {newestFirst.map(({ at, answer, number }, place) => {
        const last = place === 0;
        const dead = last && job.standing === 'dead';
        const day = localDay(at, zone);
        const before = newestFirst[place - 1];
        return (
          <li key={number}>
            <span className={dead ? 'bad' : 'warn'}>
              <Icon name={dead ? 'cross' : 'again'} size={13} />
            </span>
            <span className="t3 num">
              {before && localDay(before.at, zone) === day ? '' : `${dateLabel(day)} `}
              {localTime(at, zone)}
            </span>
            <span className={last ? 'med' : ''}>{answer}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** What became of one job, and what a supervisor can do about it. */
export function ChosenJob({ job, zone }: { job: JobView; zone: string }) {
  const { trying, notTried } = useJobs();
  const { text, icon, tone } = STANDING_WORDS[job.standing];
  return (
    <aside className="jb-chosen" aria-labelledby="jb-chosen">
      <div className="panel-h">
        <h2 id="jb-chosen">
          <span className="code">{job.locator}</span> {JOB_KIND_WORDS[job.kind]}
        </h2>
        <span className={`ad-state push ${tone}`}>
          <Icon name={icon} size={13} />
          {text}
        </span>
      </div>
      <p className="str">
        {sumText(job)} {job.kind === 'refund' ? 'to the card' : 'of the card'}, {cardText(job)}
      </p>
      <p className="t2">{job.reason || 'No reason was kept.'}</p>
      <div className="jb-do" {...ACTION_ROW}>
        <Button variant="go" kbd="R" isPending={trying.has(job.jobId)} onPress={() => void useJobs.getState().tryAgain(job.jobId)}>
          Try again
        </Button>
        <Button kbd="O" onPress={() => go({ name: 'reservations', bookingId: job.bookingId })}>
          Open booking
        </Button>
      </div>
      <RefusalLine refusal={notTried} />
      <Tries job={job} zone={zone} />
    </aside>
  );
}
