import { announce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { EditAuthorised } from '../pricing/edit-authorised.tsx';
import type { ToAuthorise } from '../pricing/read-authorised.ts';
import { useOverbooking } from '../pricing/use-overbooking.ts';
import { type OversaleRoom, useOversale } from './oversale-store.ts';

/** Changes how many seats of the cabin may be sold, as the room of prices does. */
export function AuthoriseDialog({ room, onClose }: { room: OversaleRoom; onClose: () => void }) {
  const { advice, refusal, saving, authorise } = useOverbooking(room.flightId, room.cabin, '');
  const set = async (next: ToAuthorise, reason: string): Promise<void> => {
    const reply = await authorise(next, advice?.authorised ?? 0, reason);
    if (!reply?.ok) return;
    await useOversale.getState().load();
    announce(`${next.seats} seats are authorised.`);
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`Authorised seats of ${room.flight}`}>
      {advice ? (
        <>
          <p className="t2 ov-told">
            The pricing room advises {advice.byRevenue.authorised} for the most revenue, {advice.byRisk.authorised} at its stated risk.
          </p>
          <EditAuthorised advice={advice} saving={saving} onSet={set} onBack={onClose} />
        </>
      ) : (
        <p>Reading the advice.</p>
      )}
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
