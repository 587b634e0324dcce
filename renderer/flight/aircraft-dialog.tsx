import { create } from 'zustand';
import { useSession } from '../client/session-store.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSeats } from '../seats/seat-store.ts';
import { AircraftForm } from './aircraft-form.tsx';

const useDialog = create<{ readonly flightId: number | null }>(() => ({ flightId: null }));

const close = (): void => useDialog.setState({ flightId: null });

/** Shift E on the flight: its aircraft, gate and weight limit. */
export const openAircraft = (flightId: number): void => useDialog.setState({ flightId });

export function AircraftDialog({ flightId }: { flightId: number }) {
  const open = useDialog((now) => now.flightId === flightId);
  const answer = useSeats(({ flights }) => flights[flightId]?.answer);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  if (!open || !answer) return null;
  return (
    <Dialog isOpen onClose={close} title={`Aircraft of ${answer.flight.flight}`} width={520}>
      {supervisor ? (
        <AircraftForm answer={answer} onDone={close} />
      ) : (
        <p>A supervisor gives a flight its aircraft, gate and weight limit.</p>
      )}
    </Dialog>
  );
}
