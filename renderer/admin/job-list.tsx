import type { JobView } from '../../shared/methods/jobs.ts';
import { STANDING_WORDS } from '../parts/standing-words.ts';
import { cardText, JOB_KIND_WORDS, sumText } from './job-words.ts';
import { TriedList } from './tried-list.tsx';

interface JobListProps {
  jobs: readonly JobView[];
  more: number;
  zone: string;
  now: number;
  chosen: JobView;
  onChoose: (jobId: number) => void;
}

/** Jobs that are not done: dead letters first. */
export function JobList({ jobs, more, zone, now, chosen, onChoose }: JobListProps) {
  return (
    <TriedList
      {...{ chosen, zone, now }}
      items={jobs}
      onChoose={({ jobId }) => onChoose(jobId)}
      idOf={({ jobId }) => jobId}
      standingOf={({ standing }) => STANDING_WORDS[standing]}
      columns={[
        { head: 'Kind', className: 't2', cell: ({ kind }) => JOB_KIND_WORDS[kind] },
        { head: 'Due', className: 'num str', cell: sumText },
        { head: 'Card', className: 't2', cell: cardText },
      ]}
      untimed={() => 'none'}
      labelledBy="jb-jobs"
      more={more > 0 ? <p className="jb-more t2 s12">{more} more are not shown. They are tried all the same.</p> : null}
    />
  );
}
