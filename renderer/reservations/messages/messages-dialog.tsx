import { useEffect } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { onHeard, onResync } from '../../client/client.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { useBookingMessages } from './booking-messages-store.ts';
import { MessageTable } from './message-table.tsx';
import { WishesForm } from './wishes-form.tsx';
import './messages.css';

/** What the passengers of a booking were told, and what they wish. It follows the hub while it is open. */
export function MessagesDialog({ booking }: { booking: BookingView }) {
  const isOpen = useBookingMessages(({ bookingId }) => bookingId === booking.bookingId);
  const { told, refusal, close } = useBookingMessages();
  useEffect(() => {
    if (!isOpen) return;
    const { hear, reload } = useBookingMessages.getState();
    const stops = [onHeard(hear), onResync(() => void reload())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [isOpen]);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={`Messages of ${booking.locator}`}
      width={720}
      foot={<Button onPress={close}>Close</Button>}
    >
      <RefusalLine refusal={refusal} />
      {told ? (
        <>
          <WishesForm locator={booking.locator} told={told} />
          <MessageTable messages={told.messages} />
        </>
      ) : null}
      {told || refusal ? null : <p className="t2">Reading the messages</p>}
    </Dialog>
  );
}
