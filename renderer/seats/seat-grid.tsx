import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Cabin, SeatMap } from '../../shared/seat-map.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Fuselage } from './fuselage.tsx';
import { AIR, fuselageSize, NOSE } from './fuselage-size.ts';
import { type GridGeometry, type GridRow, type GridSeat, layoutGrid, type Room } from './grid-geometry.ts';
import { isWalkKey, walk } from './grid-walk.ts';
import { focusSeat, pointAt, showTip, usePointer } from './pointer-store.ts';
import { SeatCell } from './seat-cell.tsx';
import type { SeatPicker } from './seat-picker.ts';
import { useSeats } from './seat-store.ts';
import { SeatTip } from './seat-tip.tsx';
import { usePickedCabin } from './use-picked-cabin.ts';
import { useRowsDrawn } from './use-rows-drawn.ts';

const TIP_WIDTH = 276;

interface SeatGridProps {
  flightId: number;
  map: SeatMap;
  /** What the screen can give: the grid takes what it needs of the height. */
  room: Room;
  picker: SeatPicker;
}

/** The cabin drawn from its seat map, nose to the left. One tab stop; the keys walk it by geometry. */
export function SeatGrid({ flightId, map, room, picker }: SeatGridProps) {
  const geometry = useMemo(() => layoutGrid(map), [map]);
  const byName = useMemo(() => new Map(geometry.rows.flatMap(({ seats }) => seats.map((at) => [at.seat.seat, at]))), [geometry]);
  const scroller = useRef<HTMLElement>(null);
  const size = fuselageSize(geometry, room);
  const { pitch, inset } = size;
  useFirstSeat(flightId, geometry, picker);
  const [start] = useState(() => startRow(flightId, geometry, byName, picker.cabinOf(flightId)));
  const { drawn, drawAll } = useRowsDrawn(geometry.rows, start);
  // When the grid is removed its tip is removed too.
  useEffect(() => () => showTip(null), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = seatUnder(event.target);
    const at = name === undefined ? undefined : byName.get(name);
    if (!at) return;
    if (isWalkKey(event.key)) {
      event.preventDefault();
      drawAll();
      const next = walk(geometry, at.seat.seat, event.key);
      if (next === undefined) return;
      focusSeat(flightId, next);
      if (event.key.startsWith('Page')) scrollToCabin(scroller.current, geometry, byName.get(next), pitch);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (event.repeat) return;
      if (event.key === 'Enter') picker.enter(flightId, at.seat);
      else picker.pick(flightId, at.seat);
    }
  };

  return (
    <Fuselage
      geometry={geometry}
      size={size}
      room={room}
      rows={drawn}
      scroller={scroller}
      over={(scrolled) => (
        <Tip flightId={flightId} byName={byName} picker={picker} left={(at) => tipLeft(at, pitch, scrolled - inset, room.width)} />
      )}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot stand nose left with seats placed by geometry */}
      <div
        role="grid"
        aria-label="Seats"
        {...LETTERS_ACT}
        aria-busy={drawn.length < geometry.rows.length}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const name = seatUnder(event.target);
          const at = name === undefined ? undefined : byName.get(name);
          if (at) picker.pick(flightId, at.seat);
        }}
        onFocus={(event) => {
          const name = seatUnder(event.target);
          if (name === undefined) return;
          pointAt(flightId, name);
          if (event.target.matches(':focus-visible')) showTip(name);
        }}
        onBlur={() => showTip(null)}
        // Only a mouse that moves shows a tip. A grid may appear under a mouse that rests.
        onPointerMove={(event: PointerEvent) => {
          if (event.pointerType !== 'touch') showTip(seatUnder(event.target) ?? null);
        }}
        onPointerLeave={() => showTip(null)}
      >
        <Rows flightId={flightId} rows={drawn} picker={picker} />
      </div>
    </Fuselage>
  );
}

const seatUnder = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-seat]')?.dataset.seat : undefined;

/** The first free seat of a cabin that anybody may sit in, else its first seat. */
function firstSeat(flightId: number, geometry: GridGeometry, cabin: Cabin): GridSeat | undefined {
  const claims = useSeats.getState().flights[flightId]?.claims;
  const seats = geometry.rows.filter((row) => row.cabin === cabin).flatMap((row) => row.seats);
  return seats.find(({ seat }) => seat.sellable && !seat.exit && !claims?.[seat.seat]) ?? seats[0];
}

/** Tab reaches the first free seat of the cabin that is sold, until the agent has been elsewhere. */
function useFirstSeat(flightId: number, geometry: GridGeometry, picker: SeatPicker): void {
  const cabin = usePickedCabin(picker, flightId);
  useEffect(() => {
    if (!cabin || usePointer.getState().current[flightId]) return;
    const first = firstSeat(flightId, geometry, cabin);
    if (first) pointAt(flightId, first.seat.seat);
  }, [flightId, geometry, cabin]);
}

/** The row of the seat that will have the focus: before a cabin is chosen it is the last one, which is sold unless another is asked for. */
function startRow(flightId: number, geometry: GridGeometry, byName: ReadonlyMap<string, GridSeat>, sold: Cabin | null): number {
  const cabin = sold ?? geometry.cabins.at(-1)?.cabin ?? 'Y';
  const at = byName.get(usePointer.getState().current[flightId] ?? '') ?? firstSeat(flightId, geometry, cabin);
  return at?.seat.rowIndex ?? 0;
}

function scrollToCabin(scroller: HTMLElement | null, geometry: GridGeometry, at: GridSeat | undefined, pitch: number): void {
  const cabin = geometry.cabins.find(({ from, to }) => at && at.x >= from && at.x < to);
  if (scroller && cabin) scroller.scrollLeft = cabin.from === 0 ? 0 : AIR + NOSE + cabin.from * pitch - AIR;
}

const Rows = memo(function Rows({ flightId, rows, picker }: { flightId: number; rows: readonly GridRow[]; picker: SeatPicker }) {
  return rows.map((row) => (
    // biome-ignore lint/a11y/useSemanticElements: as the grid it belongs to
    // biome-ignore lint/a11y/useFocusableInteractive: its seats take the focus
    <div role="row" key={row.index} aria-label={`Row ${row.row}`}>
      {row.seats.map((at) => (
        <SeatCell key={at.seat.seat} flightId={flightId} at={at} picker={picker} />
      ))}
    </div>
  ));
});

/** The tip is under the fuselage, below its seat, so that it hides no other seat. */
const tipLeft = (at: GridSeat, pitch: number, scrolled: number, width: number): number =>
  Math.max(8, Math.min(AIR + NOSE + at.x * pitch - scrolled - 12, width - TIP_WIDTH - 8));

interface TipProps {
  flightId: number;
  byName: ReadonlyMap<string, GridSeat>;
  left: (at: GridSeat) => number;
  picker: SeatPicker;
}

function Tip({ flightId, byName, left, picker }: TipProps) {
  const shown = usePointer((pointer) => pointer.shown);
  const at = shown === null ? undefined : byName.get(shown);
  return at ? <SeatTip flightId={flightId} seat={at.seat} left={left(at)} picker={picker} /> : null;
}
