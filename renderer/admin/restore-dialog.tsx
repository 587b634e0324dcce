import { useEffect, useRef, useState } from 'react';
import type { BackupView } from '../../shared/methods/backups.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { BackupBar } from './backup-state.tsx';
import { bookingsText } from './backup-words.ts';
import { useBackups } from './backups-store.ts';

/** asking: nothing has happened yet. checking: the restore can still be stopped. closing: the hub finishes it. */
type Stage = 'asking' | 'checking' | 'closing';

/** What a restore does, in full, before it is done: sales are lost by it. */
export function RestoreDialog({ backup, zone, onClose }: { backup: BackupView; zone: string; onClose: () => void }) {
  const [stage, setStage] = useState<Stage>('asking');
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const running = useBackups(({ status }) => status?.running);
  const mode = useSession(({ state }) => state?.mode ?? 'live');
  const when = dayAndTime(backup.at, zone);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const restore = async () => {
    setRefusal(undefined);
    setStage('checking');
    const refused = await useBackups.getState().restore(backup.file);
    setRefusal(refused);
    setStage(refused ? 'asking' : 'closing');
  };
  const keepStore = () => {
    if (stage === 'asking') onClose();
    else if (stage === 'checking') void useBackups.getState().stop();
  };
  useEffect(() => {
    if (stage === 'closing') announce('The store is being replaced. The hub closes and opens again.');
  }, [stage]);
  return (
    <Dialog
      isOpen
      onClose={keepStore}
      role="alertdialog"
      width={520}
      title={`Restore the backup of ${when}?`}
      foot={
        stage === 'closing' ? undefined : (
          <>
            <Button variant="quiet" kbd="Esc" ref={keep} onPress={keepStore}>
              {stage === 'checking' ? 'Stop, keep the store' : 'Keep the store as it is'}
            </Button>
            <Button variant="danger" isPending={stage === 'checking'} onPress={() => void restore()}>
              Restore this backup
            </Button>
          </>
        )
      }
    >
      {stage === 'closing' ? (
        <p role="status">The backup is good and takes the store's place now. The hub closes and opens again; then sign in.</p>
      ) : (
        <div className="ad-restore prop">
          <p>
            The backup holds {bookingsText(backup.bookings)}. Its newest entry is of{' '}
            <span className="nb">{dayAndTime(backup.newestAt, zone)}</span>.
          </p>
          <ul>
            <li>
              <b className="str">Everything since then is gone from the store</b>: sales, holds, cancellations, imports and settings. Cards
              that were charged since then stay charged.
            </li>
            <li>
              The store as it is now is kept whole in Aisle's data folder, as <span className="nb">{mode}-replaced-…sqlite</span> with date
              and time. Backups lists its name afterwards.
            </li>
            <li>Every console loses the hub for a moment and finds it again by itself.</li>
            <li>Everybody signs in again.</li>
          </ul>
          <p className="t2">The backup is checked first. Until that has ended well, nothing is changed and people go on selling.</p>
          {stage === 'checking' && running?.kind === 'restore' ? <BackupBar running={running} zone={zone} /> : null}
          {refusal ? <RefusalLine refusal={refusal} /> : null}
        </div>
      )}
    </Dialog>
  );
}
