import type { JobView } from '../../shared/methods/jobs.ts';
import { localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Icon } from '../parts/icon.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { ageText, cardText, JOB_KIND_WORDS, STANDING_WORDS, sumText } from './job-words.ts';

interface JobRowProps {
  job: JobView;
  zone: string;
  now: number;
  chosen: boolean;
  onChoose: () => void;
}

function JobRow({ job, zone, now, chosen, onChoose }: JobRowProps) {
  const { text, icon, tone } = STANDING_WORDS[job.standing];
  const next = job.nextAt === null ? 'none' : job.nextAt <= now ? 'now' : localTime(job.nextAt, zone);
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr className={chosen ? 'is-chosen' : undefined} onClick={onChoose}>
      <td>
        <button
          type="button"
          className="jb-choose code"
          tabIndex={chosen ? 0 : -1}
          aria-pressed={chosen}
          data-job={job.jobId}
          onFocus={onChoose}
        >
          {job.locator}
        </button>
      </td>
      <td>
        <span className={`ad-state ${tone}`}>
          <Icon name={icon} size={13} />
          {text}
        </span>
      </td>
      <td className="t2">{JOB_KIND_WORDS[job.kind]}</td>
      <td className="num str">{sumText(job)}</td>
      <td className="t2">{cardText(job)}</td>
      <td className="num t2">{ageText(now - job.since)}</td>
      <td className={job.tries.length > 0 ? 'num' : 'num t3'}>{job.tries.length}</td>
      <td className="jb-cut t2" title={job.tries.at(-1)?.answer}>
        {job.tries.at(-1)?.answer ?? <span className="t3">not tried yet</span>}
      </td>
      <td className={job.nextAt === null ? 'num t3' : 'num'}>{next}</td>
    </tr>
  );
}

interface JobListProps {
  jobs: readonly JobView[];
  more: number;
  zone: string;
  now: number;
  chosen: JobView;
  onChoose: (jobId: number) => void;
}

/** Jobs that are not done: dead letters first. The arrow keys move the focus, and the job with the focus is chosen. */
export function JobList({ jobs, more, zone, now, chosen, onChoose }: JobListProps) {
  const at = jobs.indexOf(chosen);
  return (
    <div className="jb-rows" {...LETTERS_ACT}>
      <table className="grid-table" aria-labelledby="jb-jobs">
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">State</th>
            <th scope="col">Kind</th>
            <th scope="col" className="num">
              Due
            </th>
            <th scope="col">Card</th>
            <th scope="col" className="num">
              Since
            </th>
            <th scope="col" className="num">
              Tries
            </th>
            <th scope="col">Last answer</th>
            <th scope="col" className="num">
              Next try
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={(event) => walkRows(event, at)}>
          {jobs.map((job) => (
            <JobRow
              key={job.jobId}
              {...{ job, zone, now }}
              chosen={job.jobId === chosen.jobId}
              onChoose={() => job.jobId !== chosen.jobId && onChoose(job.jobId)}
            />
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="jb-more t2 s12">{more} more are not shown. They are tried all the same.</p> : null}
    </div>
  );
}
