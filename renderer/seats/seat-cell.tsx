import { type CSSProperties, memo, useState } from 'react';
import { serverNow } from '../stores/clock-store.ts';
import type { GridSeat } from './grid-geometry.ts';
import { seatId } from './pointer-store.ts';
import { SeatGlyph } from './seat-glyph.tsx';
import type { SeatPicker } from './seat-picker.ts';
import { lookOf, seatLabel } from './seat-words.ts';
import { useSeatSeen } from './use-seat-seen.ts';

export const spotStyle = (spot: { readonly x: number; readonly y: number; readonly aisles: number }): CSSProperties =>
  ({ '--x': spot.x, '--y': spot.y, '--a': spot.aisles }) as CSSProperties;

interface SeatCellProps {
  flightId: number;
  at: GridSeat;
  picker: SeatPicker;
}

/** One seat. It subscribes to its own seat only, so that a change elsewhere in the cabin does not draw it again. */
export const SeatCell = memo(function SeatCell({ flightId, at, picker }: SeatCellProps) {
  const { seat } = at;
  const seen = useSeatSeen(flightId, seat, picker);
  // The time left is told as it is when the seat gets the focus, not every second.
  const [toldAt, setToldAt] = useState(serverNow);
  const { suggested } = seen;
  const look = lookOf(seen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid it belongs to
    <button
      type="button"
      role="gridcell"
      id={seatId(flightId, seat.seat)}
      data-seat={seat.seat}
      tabIndex={seen.current ? 0 : -1}
      aria-label={seatLabel(seen, toldAt, suggested)}
      aria-selected={look === 'chosen'}
      aria-disabled={look !== 'free' && look !== 'chosen' && !seen.soldAllTheSame}
      className={`seat is-${look}${suggested && look === 'free' ? ' is-suggested' : ''}${seen.changed ? ' is-changed' : ''}`}
      style={spotStyle(at)}
      onFocus={() => seen.claim && setToldAt(serverNow())}
    >
      <SeatGlyph look={look} mark={seen.chosenFor} />
    </button>
  );
});
