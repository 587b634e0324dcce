import { useEffect } from 'react';
import { useSession } from '../../client/session-store.ts';
import { dateLabel } from '../../format/times.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ChangeForm } from './change-form.tsx';
import { HandPreview } from './hand-preview.tsx';
import { useHand } from './hand-store.ts';
import { MadeChanges } from './made-changes.tsx';
import { NewFlightForm } from './new-flight-form.tsx';
import './by-hand.css';

/** A change of one flight by a supervisor: what, why, what it would do, and the deed. */
export function HandDialog() {
  const { about, preview } = useHand();
  const { close } = useHand.getState();
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  // A screen that goes takes its dialog with it.
  useEffect(() => close, [close]);
  if (about === null) return null;
  const title =
    about === 'new' ? 'Schedule a flight' : `Change ${about.flight}, ${dateLabel(about.date)}, ${about.origin} – ${about.destination}`;
  return (
    <Dialog isOpen onClose={close} title={title} width={preview ? 920 : 600}>
      {supervisor ? (
        <>
          {/* What was typed stays, for who goes back. */}
          <div hidden={preview !== null}>
            {about === 'new' ? (
              <NewFlightForm />
            ) : (
              <>
                <ChangeForm flight={about} />
                <MadeChanges flightId={about.flightId} zone={about.originZone} />
              </>
            )}
          </div>
          {preview ? <HandPreview key={preview.importId} preview={preview} /> : null}
        </>
      ) : (
        <p>A supervisor changes the schedule by hand.</p>
      )}
    </Dialog>
  );
}
