import { useMemo, useState } from 'react';
import { CABIN_NAMES, CABINS, type Cabin, type Seat, type SeatMap } from '../../shared/seat-map.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { SelectField } from '../parts/select-field.tsx';
import { serverNow } from '../stores/clock-store.ts';
import { drawnSeats } from './drawn-seats.ts';
import { SeatGlyph } from './seat-glyph.tsx';
import type { SeatPicker } from './seat-picker.ts';
import { useSeats } from './seat-store.ts';
import { lookOf, seatLabel } from './seat-words.ts';
import { usePickedCabin } from './use-picked-cabin.ts';
import { useSeatSeen } from './use-seat-seen.ts';
import './seat-list.css';

/** The cabin as a list: sections, rows, and seats in words. For people who cannot use the grid. */
export function SeatList({ flightId, map, picker }: { flightId: number; map: SeatMap; picker: SeatPicker }) {
  const seats = useMemo(() => drawnSeats(map), [map]);
  const cabins = CABINS.filter((cabin) => seats.some((seat) => seat.cabin === cabin));
  const sold = usePickedCabin(picker, flightId);
  const [section, setSection] = useState<Cabin | null>(null);
  const cabin = section ?? sold ?? cabins[0] ?? 'Y';
  const rows = [
    ...Map.groupBy(
      seats.filter((seat) => seat.cabin === cabin),
      (seat) => seat.row,
    ),
  ];
  const claims = useSeats(({ flights }) => flights[flightId]?.claims);
  const [wanted, setWanted] = useState(0);
  const free = (row: readonly Seat[]) => row.filter((seat) => seat.sellable && !claims?.[seat.seat]).length;
  const row = rows.find(([number]) => number === wanted) ?? rows.find(([, each]) => free(each) > 0) ?? rows[0];
  return (
    <section className="seat-list" aria-label="Seats as a list" {...LETTERS_ACT}>
      <SelectField
        label="Section"
        value={cabin}
        choices={cabins.map((each) => ({ value: each, text: CABIN_NAMES[each].replace(/^./, (first) => first.toUpperCase()) }))}
        onChange={(each) => {
          setSection(each);
          setWanted(0);
        }}
      />
      <SelectField
        label="Row"
        value={String(row?.[0] ?? '')}
        choices={rows.map(([number, each]) => ({
          value: String(number),
          text: `Row ${number}`,
          more: `${free(each)} free${each.some((seat) => seat.exit) ? ', exit row' : ''}`,
        }))}
        onChange={(number) => setWanted(Number(number))}
      />
      <ul aria-label={`Seats of row ${row?.[0] ?? ''}`}>
        {row?.[1].map((seat) => (
          <ListedSeat key={seat.seat} flightId={flightId} seat={seat} picker={picker} />
        ))}
      </ul>
    </section>
  );
}

function ListedSeat({ flightId, seat, picker }: { flightId: number; seat: Seat; picker: SeatPicker }) {
  const seen = useSeatSeen(flightId, seat, picker);
  const look = lookOf(seen);
  return (
    <li>
      <button
        type="button"
        aria-pressed={look === 'chosen'}
        aria-disabled={look !== 'free' && look !== 'chosen' && !seen.soldAllTheSame}
        className="listed-seat"
        onClick={() => picker.pick(flightId, seat)}
      >
        <span className={`seat is-${look}`} aria-hidden="true">
          <SeatGlyph look={look} mark={seen.chosenFor} />
        </span>
        {seatLabel(seen, serverNow(), seen.suggested)}
      </button>
    </li>
  );
}
