import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { CABIN_NAMES, type SeatMap } from '../../../shared/seat-map.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { Fuselage } from '../../seats/fuselage.tsx';
import { fuselageSize } from '../../seats/fuselage-size.ts';
import { type GridSeat, layoutGrid, type Room } from '../../seats/grid-geometry.ts';
import { isWalkKey, walk } from '../../seats/grid-walk.ts';
import { spotStyle } from '../../seats/seat-cell.tsx';
import { featuresOf } from '../../seats/seat-words.ts';
import { codesAt, hasSeat, type Place } from './map-rows.ts';
import { placeRows } from './place-rows.ts';
import { placesOf, type Selection } from './selection.ts';
import './map-tools.css';

/** Codes in the order in which one stands on a seat; a middle seat has no sign. */
const SIGNS = ['H', 'B', '1', 'CH', 'E', 'K', 'L', 'W', 'A'];
const signOf = (codes: readonly string[]): string => SIGNS.find((code) => codes.includes(code))?.slice(0, 1) ?? '';

type Look = 'plain' | 'gap' | 'out' | 'new';

/** How a place stands to the map before it. */
function lookOf(map: SeatMap, before: SeatMap, { row, letter }: Place): Look {
  const own = map.rows[row];
  const old = before.rows.find((each) => each.row === own?.row);
  const [is, was] = [hasSeat(own, letter), hasSeat(old, letter)];
  if (!own || !is) return was ? 'out' : 'gap';
  if (!old || !was || old.cabin !== own.cabin) return 'new';
  const same = [...codesAt(own, letter)].sort().join() === [...codesAt(old, letter)].sort().join() && old.exit === own.exit;
  return same ? 'plain' : 'new';
}

const LOOK_WORDS: Readonly<Record<Look, string>> = { plain: '', gap: 'no seat', out: 'no seat any more', new: 'changed' };

interface CellProps {
  at: GridSeat;
  look: Look;
  isCurrent: boolean;
  isSelected: boolean;
}

const Cell = memo(function Cell({ at, look, isCurrent, isSelected }: CellProps) {
  const { seat } = at;
  const isGap = look === 'gap' || look === 'out';
  const words = [`${seat.row} ${seat.letter}`, CABIN_NAMES[seat.cabin], ...(isGap ? [] : featuresOf(seat))];
  if (seat.codes.includes('1')) words.push('restricted');
  if (LOOK_WORDS[look]) words.push(LOOK_WORDS[look]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid it belongs to
    <button
      type="button"
      role="gridcell"
      data-place={`${seat.rowIndex} ${seat.letter}`}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={words.join(', ')}
      aria-selected={isSelected}
      title={words.join(', ')}
      className={`seat mp-seat is-${look}${isSelected ? ' is-selected' : ''}`}
      style={spotStyle(at)}
    >
      {look === 'out' ? 'out' : isGap ? '' : signOf(seat.codes)}
    </button>
  );
});

const placeUnder = (target: EventTarget | null): Place | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  const [row, letter] = cell?.dataset.place?.split(' ') ?? [];
  return row === undefined || letter === undefined ? undefined : { row: Number(row), letter };
};

interface MapGridProps {
  map: SeatMap;
  /** The map that this one is drawn against. */
  before: SeatMap;
  room: Room;
  selection: Selection;
  /** To a place; `extend` keeps the other corner of the selection. */
  onSelect: (at: Place, extend: boolean) => void;
  onKey?: (event: KeyboardEvent) => void;
  /** The drawing got the focus, or lost it. */
  onFocused?: (isHere: boolean) => void;
}

/** A map drawn as a cabin, with every place where a seat could be. One tab stop; the arrow keys walk it, with Shift they select. */
export function MapGrid({ map, before, room, selection, onSelect, onKey, onFocused }: MapGridProps) {
  const geometry = useMemo(() => layoutGrid(map), [map]);
  const rows = useMemo(() => placeRows(map, geometry), [map, geometry]);
  const selected = useMemo(() => new Set(placesOf(map, selection).map(({ row, letter }) => `${row} ${letter}`)), [map, selection]);
  const scroller = useRef<HTMLElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const drags = useRef(false);
  const { at } = selection;
  // The keyboard is where the selection is, also after an undo moved it.
  useEffect(() => {
    if (!grid.current?.contains(document.activeElement)) return;
    grid.current.querySelector<HTMLElement>(`[data-place="${at.row} ${at.letter}"]`)?.focus();
  }, [at]);
  const press = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && isWalkKey(event.key)) {
      event.preventDefault();
      const here = rows[at.row]?.seats.find(({ seat }) => seat.letter === at.letter);
      const next = here && walk({ rows }, here.seat.seat, event.key);
      const seat = rows.flatMap((row) => row.seats).find((each) => each.seat.seat === next)?.seat;
      if (seat) onSelect({ row: seat.rowIndex, letter: seat.letter }, event.shiftKey);
      return;
    }
    onKey?.(event);
  };
  const point = (event: PointerEvent, extend: boolean) => {
    const place = placeUnder(event.target);
    if (place) onSelect(place, extend);
  };
  return (
    <Fuselage geometry={geometry} size={fuselageSize(geometry, room)} room={room} rows={geometry.rows} scroller={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot stand nose left with seats placed by geometry */}
      <div
        ref={grid}
        role="grid"
        aria-label="Seats of the map"
        aria-multiselectable
        {...LETTERS_ACT}
        onKeyDown={press}
        onFocus={() => onFocused?.(true)}
        onBlur={() => onFocused?.(false)}
        onPointerDown={(event) => {
          drags.current = event.button === 0;
          if (drags.current) point(event, event.shiftKey);
        }}
        onPointerOver={(event) => drags.current && event.buttons === 1 && point(event, true)}
        onPointerUp={() => {
          drags.current = false;
        }}
      >
        {rows.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: as the grid it belongs to
          // biome-ignore lint/a11y/useFocusableInteractive: its seats take the focus
          <div role="row" key={row.index} aria-label={`Row ${row.row}`}>
            {row.seats.map((seat) => (
              <Cell
                key={seat.seat.letter}
                at={seat}
                look={lookOf(map, before, { row: row.index, letter: seat.seat.letter })}
                isCurrent={at.row === row.index && at.letter === seat.seat.letter}
                isSelected={selected.has(`${row.index} ${seat.seat.letter}`)}
              />
            ))}
          </div>
        ))}
      </div>
    </Fuselage>
  );
}
