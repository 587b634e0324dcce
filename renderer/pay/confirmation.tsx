import type { BookingView } from '../../shared/methods/booking-view.ts';
import { useQuietStart } from '../parts/use-quiet-start.ts';
import { PaidPanel } from './paid-panel.tsx';
import { Receipt } from './receipt.tsx';
import { SoldItinerary } from './sold-itinerary.tsx';
import { WhatNext } from './what-next.tsx';
import './confirmation.css';

/** Sold: the locator to read out, who flies where, what was paid, what to give back, and what comes next. It stays until N is pressed. */
export function Confirmation({ booking, changeGiven }: { booking: BookingView; changeGiven: boolean }) {
  const ready = useQuietStart();
  return (
    <div className="confirmation">
      <SoldItinerary booking={booking} />
      <PaidPanel booking={booking} changeGiven={changeGiven} ready={ready} />
      <WhatNext ready={ready} changeGiven={changeGiven} />
      <Receipt booking={booking} />
    </div>
  );
}
