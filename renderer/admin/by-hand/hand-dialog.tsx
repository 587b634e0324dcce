import { useEffect, useRef } from 'react';
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
  const { close, back } = useHand.getState();
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  // A screen that goes takes its dialog with it.
  useEffect(() => close, [close]);
  const form = useRef<HTMLDivElement>(null);
  // The button that led back from the preview is gone: the keyboard goes on in the first field.
  useEffect(() => {
    if (preview) return () => form.current?.querySelector<HTMLElement>('input:not([type="radio"], [type="checkbox"])')?.focus();
  }, [preview]);
  if (about === null) return null;
  const title =
    about === 'new' ? 'Schedule a flight' : `Change ${about.flight}, ${dateLabel(about.date)}, ${about.origin} – ${about.destination}`;
  return (
    // Esc leads from the preview to the form, so that a hurried hand loses nothing that was typed.
    <Dialog isOpen onClose={preview ? back : close} title={title} width={preview ? 920 : 600}>
      {supervisor ? (
        <>
          {/* What was typed stays, for who goes back. */}
          <div ref={form} hidden={preview !== null}>
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
