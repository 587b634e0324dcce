import { type CSSProperties, memo, useState } from 'react';
import { serverNow } from '../stores/clock-store.ts';
import { useSession } from '../stores/session-store.ts';
import type { GridSeat } from './grid-geometry.ts';
import { seatId, usePointer } from './pointer-store.ts';
import { exitRowRestriction, isSuggested, markOf, useSale } from './sale-store.ts';
import { SeatGlyph } from './seat-glyph.tsx';
import { seatKey, useSeats } from './seat-store.ts';
import { lookOf, seatLabel } from './seat-words.ts';

export const spotStyle = (spot: { readonly x: number; readonly y: number; readonly aisles: number }): CSSProperties =>
  ({ '--x': spot.x, '--y': spot.y, '--a': spot.aisles }) as CSSProperties;

/** One seat. It listens to its own seat only, so that a change elsewhere in the cabin draws nothing here. */
export const SeatCell = memo(function SeatCell({ flightId, at }: { flightId: number; at: GridSeat }) {
  const { seat } = at;
  const claim = useSeats(({ flights }) => flights[flightId]?.claims[seat.seat]);
  const changed = useSeats(({ marks }) => marks[seatKey(flightId, seat.seat)] !== undefined);
  const chosenFor = useSale(({ sale }) => markOf(sale, flightId, seat.seat));
  const restriction = useSale(({ sale }) => (seat.exit ? exitRowRestriction(sale, flightId) : undefined));
  const suggested = useSale(({ sale }) => isSuggested(sale, flightId, seat.seat));
  const ownDesk = useSession(({ session }) => session?.desk ?? '');
  const current = usePointer((pointer) => pointer.current[flightId] === seat.seat);
  // The time left is told as it is when the seat gets the focus, not every second.
  const [toldAt, setToldAt] = useState(serverNow);
  const sight = { seat, claim, ownDesk, chosenFor, restriction };
  const look = lookOf(sight);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid it belongs to
    <button
      type="button"
      role="gridcell"
      id={seatId(flightId, seat.seat)}
      data-seat={seat.seat}
      tabIndex={current ? 0 : -1}
      aria-label={seatLabel(sight, toldAt, suggested)}
      aria-selected={look === 'chosen'}
      aria-disabled={look !== 'free' && look !== 'chosen'}
      className={`seat is-${look}${suggested && look === 'free' ? ' is-suggested' : ''}${changed ? ' is-changed' : ''}`}
      style={spotStyle(at)}
      onFocus={() => claim && setToldAt(serverNow())}
    >
      <SeatGlyph look={look} mark={chosenFor} />
    </button>
  );
});
