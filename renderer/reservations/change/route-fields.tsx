import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { PlaceField } from '../../parts/place-field.tsx';
import { chooseRoute } from './begin-change.ts';
import { useChange } from './change-store.ts';

/** From where to where the flight goes that is added to a booking. */
export function RouteFields({ booking }: { booking: BookingView }) {
  const { from, to } = useChange((state) => state.route);
  return (
    <div className="ch-route">
      <PlaceField label="From" value={from} onChange={(code) => chooseRoute(booking, { from: code, to })} />
      <PlaceField label="To" value={to} onChange={(code) => chooseRoute(booking, { from, to: code })} />
    </div>
  );
}
