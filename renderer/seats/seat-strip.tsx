import { useMemo } from 'react';
import { isSeat, seatsSaid } from '../../shared/open-seat.ts';
import type { SeatMap } from '../../shared/seat-map.ts';
import { Button } from '../parts/button.tsx';
import { type GridGeometry, layoutGrid } from './grid-geometry.ts';
import { useSeats } from './seat-store.ts';
import './seat-strip.css';

interface SeatStripProps {
  flightId: number;
  map: SeatMap;
  /** The seats of this sale on this flight. */
  seats: readonly string[];
  onOpen: () => void;
}

/** Units of the drawing: a seat with its gap, an aisle, the fuselage beyond the seats. */
const PITCH = 6;
const SEAT = 4.4;
const AISLE = 4;
const NOSE = 14;
const PAD = 4;
const POINTER = 5;

/** A narrow screen shows the cabin folded once the seats are held: which seats they are, and where they lie. */
export function SeatStrip({ flightId, map, seats, onOpen }: SeatStripProps) {
  const geometry = useMemo(() => layoutGrid(map), [map]);
  const all = geometry.rows.flatMap((row) => row.seats).length;
  const taken = useSeats(({ flights }) => Object.keys(flights[flightId]?.claims ?? {}).length);
  return (
    <section className="seat-strip" aria-label="Cabin, folded">
      <Cabin flightId={flightId} geometry={geometry} seats={seats} />
      <div className="seat-strip-words">
        <p className="str">{seatsSaid(seats)}</p>
        <p className="s12 t2">
          {taken} of {all} seats taken{seats.some(isSeat) ? '; the arrow shows these' : ''}
        </p>
      </div>
      <Button className="push" onPress={onOpen}>
        Open cabin
      </Button>
    </section>
  );
}

function Cabin({ flightId, geometry, seats }: { flightId: number; geometry: GridGeometry; seats: readonly string[] }) {
  const claims = useSeats(({ flights }) => flights[flightId]?.claims);
  const width = geometry.columns * PITCH + 2 * NOSE;
  const across = geometry.lanes * PITCH + geometry.aisles.length * AISLE;
  const own = geometry.rows.filter((row) => row.seats.some(({ seat }) => seats.includes(seat.seat)));
  return (
    <svg viewBox={`0 0 ${width} ${across + 2 * PAD + POINTER}`} aria-hidden="true">
      <rect className="mini-hull" x={1} y={POINTER} width={width - 2} height={across + 2 * PAD} rx={12} />
      {own.map((row) => (
        <path key={row.index} className="mini-pointer" d={`M${NOSE + row.x * PITCH - 1} 0h${SEAT + 2}l-${SEAT / 2 + 1} ${POINTER - 1}z`} />
      ))}
      {geometry.rows.flatMap((row) =>
        row.seats.map(({ seat, x, y, aisles }) => {
          const look = seats.includes(seat.seat) ? 'own' : claims?.[seat.seat] || !seat.sellable ? 'taken' : 'free';
          return (
            <rect
              key={seat.seat}
              className={`mini-${look}`}
              x={NOSE + x * PITCH}
              y={POINTER + PAD + y * PITCH + aisles * AISLE}
              width={SEAT}
              height={SEAT}
              rx={1}
            />
          );
        }),
      )}
    </svg>
  );
}
