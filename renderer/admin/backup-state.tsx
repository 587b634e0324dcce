import { useEffect, useRef } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { Output } from '../../shared/contract.ts';
import type { BackupRunning } from '../../shared/methods/backups.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { localTime } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { KIND_WORDS, lastText, percentOf, stepText } from './backup-words.ts';
import { useBackups } from './backups-store.ts';

type Status = Output<'backups.status'>;

export function BackupBar({ running, zone }: { running: BackupRunning; zone: string }) {
  const percent = percentOf(running);
  const why = running.kind === 'restore' ? 'for a restore' : KIND_WORDS[running.kind];
  return (
    <ProgressBar
      {...(percent === undefined ? { isIndeterminate: true } : { value: percent })}
      aria-label={stepText(running)}
      className="ad-bar"
    >
      <span className="str">{stepText(running)}</span>
      <span className="t2">
        {why}, since {localTime(running.since, zone)}; selling goes on
      </span>
      <span className="num str">{percent === undefined ? '' : `${percent} %`}</span>
      <i className="ad-track">
        <b style={{ width: `${percent ?? 0}%` }} />
      </i>
    </ProgressBar>
  );
}

/** Announces each step of a backup or restore, and its end, to screen readers, once. */
function useSaid({ running, last }: Status, zone: string): void {
  const step = running && stepText(running);
  const ran = useRef(step);
  useEffect(() => {
    if (step) announce(`${step}.`);
    else if (ran.current && last) announce(`${lastText(last, zone)} ${last.refusal ? last.refusal.message : ''}`.trim());
    ran.current = step;
  }, [step, last, zone]);
}

function Last({ last, zone }: { last: NonNullable<Status['last']>; zone: string }) {
  const { refusal } = last;
  const failed = refusal !== null && refusal.code !== 'BACKUP_STOPPED';
  return (
    <div className="ad-last prop">
      <p className={failed ? 'bad' : refusal ? 't2' : 'ok'}>
        <Icon name={failed ? 'alert' : refusal ? 'note' : 'check'} size={15} />
        {lastText(last, zone)}
      </p>
      {failed ? (
        <p>
          {refusal.message} <span className="t2">{refusal.next}</span>
        </p>
      ) : null}
    </div>
  );
}

/** What runs, how the newest one ended, when the next one is due, and the button for one now. */
export function BackupState({ status, zone }: { status: Status; zone: string }) {
  const refusal = useBackups((state) => state.refusal);
  const { start, stop } = useBackups.getState();
  const { running, last, nextAt, restored } = status;
  useSaid(status, zone);
  return (
    <div className="ad-backing">
      <div className="ad-backing-now">
        {running ? (
          <BackupBar running={running} zone={zone} />
        ) : (
          <p className="t2">
            A backup is a whole copy of the store, opened and checked before it is listed.{' '}
            {nextAt === null
              ? 'None is made every hour; that can be switched on beside this list.'
              : `The next one is due ${dayAndTime(nextAt, zone)}.`}
          </p>
        )}
        {running ? (
          running.kind === 'restore' ? null : (
            <Button onPress={() => void stop()}>Stop the backup</Button>
          )
        ) : (
          <Button variant="go" onPress={() => void start()}>
            Back up now
          </Button>
        )}
      </div>
      {refusal ? <RefusalLine refusal={refusal} /> : null}
      {last && !running ? <Last last={last} zone={zone} /> : null}
      {restored ? (
        <p className="t2 prop">
          This store was put back {dayAndTime(restored.at, zone)} from {restored.file}.
          {restored.replaced ? ` The store it replaced is kept beside it as ${restored.replaced}.` : ''}
        </p>
      ) : null}
    </div>
  );
}
