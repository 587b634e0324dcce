import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { Segments } from '../../parts/segments.tsx';
import { chooseSegments, stillFlown } from './begin-change.ts';
import { useChange } from './change-store.ts';

/** Which flights of a booking with several the change is about. `all`: whether it may be about all of them. */
export function WhichFlights({ booking, all }: { booking: BookingView; all: boolean }) {
  const segments = useChange((state) => state.segments);
  const hold = useChange((state) => state.hold);
  const legs = stillFlown(booking);
  if (legs.length < 2) return null;
  const every = legs.map(({ segment }) => segment).join(' ');
  const choices = [
    ...legs.map(({ segment, flight }) => ({ value: String(segment), text: flight })),
    ...(all ? [{ value: every, text: legs.length === 2 ? 'both' : 'all' }] : []),
  ];
  return (
    <div className="ch-which">
      <Segments
        label="Flights that change"
        labelHidden
        value={segments.join(' ')}
        choices={choices}
        isDisabled={hold !== null}
        onChange={(value) => chooseSegments(booking, value.split(' ').map(Number))}
      />
    </div>
  );
}
