import { BOOKING_FLIGHTS_MAX } from '../../../shared/bounds.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import { isReturn, wayOf } from '../../../shared/ways.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Segments } from '../../parts/segments.tsx';
import { chooseSegments, stillFlown } from './begin-change.ts';
import { KIND_WORDS } from './change-kinds.ts';
import { useChange } from './change-store.ts';

/**
 * Which flights of a booking the change is about, or that a flight is added. `all`: whether it may be about all of them. The key that opened the
 * change goes to the next of them when it is pressed again.
 */
export function WhichFlights({ booking, all }: { booking: BookingView; all: boolean }) {
  const segments = useChange((state) => state.segments);
  const hold = useChange((state) => state.hold);
  const kind = useChange((state) => state.kind);
  const legs = stillFlown(booking);
  const more = kind === 'flight' && booking.legs.length < BOOKING_FLIGHTS_MAX;
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
  const choose = (value = '') => chooseSegments(booking, value === '' ? [] : value.split(' ').map(Number));
  const next = () => {
    // The rows of the flight before go, and the focus waits for those of the next one.
    if (kind !== 'seats') document.querySelector<HTMLElement>('.ch-kinds .on')?.focus();
    choose(choices[(choices.findIndex(({ value }) => value === segments.join(' ')) + 1) % choices.length]?.value);
  };
  useDeeds('booking', kind && choices.length > 1 && !hold ? { [KIND_WORDS[kind].key]: next } : {});
  if (choices.length < 2) return null;
  return (
    <div className="ch-which" {...LETTERS_ACT}>
      <Segments
        label="Flights that change"
        labelHidden
        value={segments.join(' ')}
        choices={choices}
        isDisabled={hold !== null}
        onChange={choose}
      />
    </div>
  );
}
