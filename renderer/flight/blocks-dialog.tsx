import { create } from 'zustand';
import { Dialog } from '../parts/dialog.tsx';
import { SALE_PICKER } from '../sale/sale-picker.ts';
import { BlocksPanel } from '../seats/blocks/blocks-panel.tsx';
import { usePointer } from '../seats/pointer-store.ts';
import { useSeats } from '../seats/seat-store.ts';

const useDialog = create<{ readonly flightId: number | null }>(() => ({ flightId: null }));

/** X on the flight: its blocked seats, and the form that blocks more. */
export const openBlocks = (flightId: number): void => useDialog.setState({ flightId });

export function BlocksDialog({ flightId }: { flightId: number }) {
  const open = useDialog((now) => now.flightId === flightId);
  const flight = useSeats(({ flights }) => flights[flightId]?.answer.flight.flight);
  const current = usePointer(({ current: of }) => of[flightId]);
  if (!open || !flight) return null;
  return (
    <Dialog isOpen onClose={() => useDialog.setState({ flightId: null })} title={`Blocked seats of ${flight}`} width={600}>
      <BlocksPanel flightId={flightId} seat={current ?? ''} cabin={SALE_PICKER.cabinOf(flightId)} autoFocus />
    </Dialog>
  );
}
