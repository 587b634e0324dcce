import { call, newRequestId } from '../client/client.ts';
import { infantMisfit } from './infant-misfit.ts';
import { deskToday } from './sale-fields.ts';
import { dispatch, useSale } from './sale-store.ts';
import { say } from './say.ts';

/**
 * Ctrl Enter after the hold: an infant turns 2 on the way. The hold is released, and the seats are picked again with one more from that flight on.
 * Names, contact and the tenders that no terminal took stay.
 */
export async function seatInfantLater(): Promise<void> {
  const { sale } = useSale.getState();
  const misfit = sale ? infantMisfit(sale, deskToday()) : undefined;
  const bookingId = sale?.booking?.bookingId;
  if (!misfit || sale?.busy || sale?.outcome === 'unknown' || bookingId === undefined) return;
  dispatch({ do: 'begin', busy: 'releasing' });
  const reply = await call('holds.release', { requestId: newRequestId(), bookingId }, 'person');
  if (useSale.getState().sale?.booking?.bookingId !== bookingId) return;
  if (!reply.ok) {
    dispatch({ do: 'refused', refusal: reply.refusal });
    return;
  }
  dispatch({ do: 'seatInfant', misfit });
  say(misfit.segment === null ? 'The infant is on the lap again. Enter holds.' : `One seat more on ${misfit.flight}. B picks the best.`);
}
