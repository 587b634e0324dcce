import { BOOKING_FLIGHTS_MAX } from '../../../shared/bounds.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import { isReturn, wayOf } from '../../../shared/ways.ts';
import { Segments } from '../../parts/segments.tsx';
import { chooseSegments, stillFlown } from './begin-change.ts';
import { useChange } from './change-store.ts';

/** Which flights of a booking the change is about, or that a flight is added. `all`: whether it may be about all of them. */
export function WhichFlights({ booking, all }: { booking: BookingView; all: boolean }) {
  const segments = useChange((state) => state.segments);
  const hold = useChange((state) => state.hold);
  const legs = stillFlown(booking);
  const more = useChange(({ kind }) => kind === 'flight') && booking.legs.length < BOOKING_FLIGHTS_MAX;
  if (legs.length < 2 && !more) return null;
  const numbers = (some: readonly BookedLeg[]): string => some.map(({ segment }) => segment).join(' ');
  // A return goes back to where it began, so each way is searched by itself.
  const ways = (['out', 'back'] as const)
    .map((way) => ({ legs: wayOf(legs, way), text: `way ${way}` }))
    .filter((way) => way.legs.length > 1)
    .map((way) => ({ value: numbers(way.legs), text: way.text }));
  const choices = [
    ...legs.map(({ segment, flight }) => ({ value: String(segment), text: flight })),
    ...(all && legs.length > 1 && !isReturn(legs) ? [{ value: numbers(legs), text: legs.length === 2 ? 'both' : 'all' }] : []),
    ...(all && isReturn(legs) ? ways : []),
    ...(more ? [{ value: '', text: 'one more' }] : []),
  ];
  return (
    <div className="ch-which">
      <Segments
        label="Flights that change"
        labelHidden
        value={segments.join(' ')}
        choices={choices}
        isDisabled={hold !== null}
        onChange={(value) => chooseSegments(booking, value === '' ? [] : value.split(' ').map(Number))}
      />
    </div>
  );
}
