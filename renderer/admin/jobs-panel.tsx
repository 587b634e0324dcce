import './jobs.css';
import { useEffect } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { useKeys } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Empty } from '../parts/empty.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useNow } from '../stores/clock-store.ts';
import { go } from '../stores/navigation-store.ts';
import { ChosenJob } from './chosen-job.tsx';
import { JobList } from './job-list.tsx';
import { useJobs } from './jobs-store.ts';
import { MoneyDue } from './money-due.tsx';
import { focusTried } from './tried-list.tsx';
import { WalletRefunds } from './wallet-refunds.tsx';
import { useWalletRefunds } from './wallet-refunds-store.ts';

const REFRESH_MS = MINUTE_MS / 12;

/** The job that is shown: the one that was chosen, or the first while that is not there. */
function chosenJob() {
  const { list, chosen } = useJobs.getState();
  return list?.jobs.find(({ jobId }) => jobId === chosen) ?? list?.jobs[0];
}

function nextDead(): void {
  const { list } = useJobs.getState();
  const dead = list?.jobs.filter(({ standing }) => standing === 'dead') ?? [];
  const at = dead.findIndex(({ jobId }) => jobId === chosenJob()?.jobId);
  const next = dead[(at + 1) % dead.length];
  if (!next) {
    announce('There is no dead letter.');
    return;
  }
  useJobs.getState().choose(next.jobId);
  focusTried(next.jobId);
}

async function tryAgain(): Promise<void> {
  const job = chosenJob();
  if (job && (await useJobs.getState().tryAgain(job.jobId))) announce(`The ${job.kind} of ${job.locator} is tried again.`);
}

function openBooking(): void {
  const job = chosenJob();
  if (job) go({ name: 'reservations', bookingId: job.bookingId });
}

/** What waits to be done after a sale, above all money that must go back. */
export function JobsPanel() {
  const { list, refusal, chosen } = useJobs();
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const now = useNow(REFRESH_MS);
  const toWallets = useWalletRefunds(({ refunds }) => refunds.length > 0);
  const there = (list?.jobs.length ?? 0) > 0;
  useKeys('jobs', {
    N: there ? nextDead : undefined,
    R: there ? () => void tryAgain() : undefined,
    O: there ? openBooking : undefined,
  });
  useEffect(() => {
    const { load, hear } = useJobs.getState();
    void load();
    const stops = [onHeard(hear), onResync(() => void load())];
    return () => {
      for (const stop of stops) stop();
      // A refusal is for the moment; it does not wait for the next visit.
      useJobs.setState({ notTried: null });
    };
  }, []);
  if (!list) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null;
  const job = list.jobs.find(({ jobId }) => jobId === chosen) ?? list.jobs[0];
  return (
    <>
      <MoneyDue jobs={list.due} doneLastDay={list.doneLastDay} />
      <WalletRefunds />
      {refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null}
      {job ? (
        <div className="ad-cols jb-cols">
          <section className="jb-list" aria-labelledby="jb-jobs">
            <div className="panel-h">
              <h2 id="jb-jobs">Jobs</h2>
              <span className="s12 t3">{list.jobs.length + list.more} to be done, dead letters first</span>
              <KeyHints>
                <KeyHint keys={['N']}>next dead</KeyHint>
                <KeyHint keys={['↑', '↓']}>walk</KeyHint>
              </KeyHints>
            </div>
            <JobList {...{ zone, now }} jobs={list.jobs} more={list.more} chosen={job} onChoose={useJobs.getState().choose} />
          </section>
          <ChosenJob job={job} zone={zone} />
        </div>
      ) : toWallets ? null : (
        <Empty icon="check" title="Nothing waits to be done">
          Refunds and reversals that do not get through at once are listed here until they do.
        </Empty>
      )}
    </>
  );
}
