import { useSession } from '../../client/session-store.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useSeats } from '../../seats/seat-store.ts';
import { CloseFlash } from './close-flash.tsx';
import { useFlash } from './flash-store.ts';
import { closeFlashDialog, useFlashDialog } from './open-flash-dialog.ts';
import { OpenFlashForm } from './open-flash-form.tsx';

/** Shift Q on the flight: a supervisor has its holds wait in line, or ends that. */
export function FlashDialog({ flightId }: { flightId: number }) {
  const open = useFlashDialog((now) => now.flightId === flightId);
  const flight = useSeats(({ flights }) => flights[flightId]?.answer.flight.flight);
  const sale = useFlash(({ sales }) => sales[flightId]);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  if (!open || !flight) return null;
  return (
    <Dialog isOpen onClose={closeFlashDialog} title={`Flash sale of ${flight}`} width={460}>
      {!supervisor ? (
        <p>A supervisor opens and closes a flash sale. While it is open, holds of the flight wait in line.</p>
      ) : sale ? (
        <CloseFlash sale={sale} flight={flight} />
      ) : (
        <OpenFlashForm flightId={flightId} flight={flight} />
      )}
    </Dialog>
  );
}
