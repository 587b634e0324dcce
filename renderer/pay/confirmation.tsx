import type { BookingView } from '../../shared/methods/booking-view.ts';
import { useQuietStart } from '../parts/use-quiet-start.ts';
import type { Outcome } from '../sale/sale.ts';
import { PaidPanel } from './paid-panel.tsx';
import { Receipt } from './receipt.tsx';
import { SoldItinerary } from './sold-itinerary.tsx';
import { WhatNext } from './what-next.tsx';
import './confirmation.css';

/** Sold: the locator to read out, who flies where, what was paid, what to give back, and what comes next. It stays until N is pressed. */
interface ConfirmationProps {
  booking: BookingView;
  changeGiven: boolean;
  outcome: Outcome;
}

export function Confirmation({ booking, changeGiven, outcome }: ConfirmationProps) {
  const ready = useQuietStart();
  return (
    <div className="confirmation">
      <SoldItinerary booking={booking} outcome={outcome} />
      <PaidPanel booking={booking} changeGiven={changeGiven} ready={ready} />
      <WhatNext bookingId={booking.bookingId} ready={ready} changeGiven={changeGiven} />
      <Receipt booking={booking} />
    </div>
  );
}
