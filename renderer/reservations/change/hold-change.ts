import type { JournalEvent } from '../../../shared/events.ts';
import { call, newRequestId } from '../../client/client.ts';
import { announce } from '../../parts/announcer.tsx';
import { applyToBooking } from '../apply-to-booking.ts';
import { useChange } from './change-store.ts';

/** The new seats are not wanted any more. The hold is given up here at once; should the hub not hear of it, it ends by itself. */
export function letHoldGo(): void {
  const { hold } = useChange.getState();
  if (!hold) return;
  useChange.setState({ hold: null, offer: null, tenders: [] });
  if (hold.state === 'HOLD') void call('holds.release', { requestId: newRequestId(), bookingId: hold.bookingId }, 'person');
}

/** Follows the hold of the new seats. When it ends without the change, the offer ends with it. */
export function hearOfHold(event: JournalEvent): void {
  const { hold, busy, done } = useChange.getState();
  if (!hold || done) return;
  const after = applyToBooking(hold, event);
  if (after === hold) return;
  if (after.state === 'HOLD' || busy === 'taking') {
    useChange.setState({ hold: after });
    return;
  }
  const note = `The hold ${hold.locator} has ended, and its seats went back to sale. The booking is as it was. Hold again to go on.`;
  useChange.setState({ hold: null, offer: null, tenders: [], note });
  announce(note);
}
