import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { CABIN_NAMES, type Cabin, type SeatMap } from '../../shared/seat-map.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { type GridGeometry, type GridRow, type GridSeat, layoutGrid, pitchFor, type Room } from './grid-geometry.ts';
import { isWalkKey, walk } from './grid-walk.ts';
import { focusSeat, pointAt, showTip, usePointer } from './pointer-store.ts';
import { SeatCell, spotStyle } from './seat-cell.tsx';
import type { SeatPicker } from './seat-picker.ts';
import { useSeats } from './seat-store.ts';
import { SeatTip } from './seat-tip.tsx';
import { usePickedCabin } from './use-picked-cabin.ts';
import { useRowsDrawn } from './use-rows-drawn.ts';
import './seat-grid.css';

const FIXTURE_WORDS = { galley: 'galley', lavatory: 'lav', closet: 'closet', stowage: 'stow', stairs: 'stairs', bulkhead: '' } as const;
/** Fuselage beyond the seats, in pixels, at the nose and at the tail, and the air around it. */
const NOSE = 58;
const TAIL = 40;
const AIR = 16;
const TIP_WIDTH = 276;
/** Less than this beyond the edge is air and no seat. */
const EDGE = AIR;
/** Room for the scroll bar of a fuselage that is longer than the screen. */
const SCROLL_BAR = 10;

/** Heights beside the seats: two aisles leave less for each. */
export const trimOf = (aisles: number) => (aisles > 1 ? { aisle: 19, pad: 6, wing: 20 } : { aisle: 26, pad: 9, wing: 24 });

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
  const trim = trimOf(geometry.aisles.length);
  const free = { width: room.width - NOSE - TAIL - 2 * AIR, height: room.height - 2 * (trim.pad + trim.wing) };
  const pitch = pitchFor(geometry, free, trim.aisle);
  const across = geometry.lanes * pitch + geometry.aisles.length * trim.aisle;
  const along = geometry.columns * pitch;
  const length = along + NOSE + TAIL + 2 * AIR;
  // A short fuselage stands in the middle.
  const inset = Math.max(0, Math.floor((room.width - length) / 2));
  const [scrolled, setScrolled] = useState(0);
  useFirstSeat(flightId, geometry, picker);
  const [start] = useState(() => startRow(flightId, geometry, byName, picker.cabinOf(flightId)));
  const { drawn, drawAll } = useRowsDrawn(geometry.rows, start);
  // A window that became narrower must not hide the seat that has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new size counts
  useEffect(() => {
    const focused = document.activeElement;
    if (focused && scroller.current?.contains(focused)) focused.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [room.width, pitch]);
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

  const style = {
    '--pitch': `${pitch}px`,
    '--aisle': `${trim.aisle}px`,
    '--pad': `${trim.pad}px`,
    '--wing': `${trim.wing}px`,
    height: across + 2 * (trim.pad + trim.wing) + 1 + (length > room.width ? SCROLL_BAR : 0),
  } as CSSProperties;
  return (
    <div className="stage" style={style}>
      <section
        className="stage-scroll"
        aria-label="Seats, nose to the left"
        ref={scroller}
        onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
      >
        <div className="fuselage" style={{ width: length, marginLeft: inset }}>
          <Hull geometry={geometry} pitch={pitch} across={across} pad={trim.pad} />
          <div className="cab" style={{ left: AIR + NOSE, width: along, height: across }}>
            <Marks geometry={geometry} rows={drawn} />
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
          </div>
        </div>
      </section>
      {scrolled > EDGE ? (
        <span className="more-rows fore" aria-hidden="true">
          ‹ more rows
        </span>
      ) : null}
      {length - room.width - scrolled > EDGE ? (
        <span className="more-rows aft" aria-hidden="true">
          more rows ›
        </span>
      ) : null}
      <Tip flightId={flightId} byName={byName} picker={picker} left={(at) => tipLeft(at, pitch, scrolled - inset, room.width)} />
    </div>
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

/** What is drawn around the seats: letters, row numbers, exits, fixtures, legroom. A seat's label says what of it matters. */
const Marks = memo(function Marks({ geometry, rows }: { geometry: GridGeometry; rows: readonly GridRow[] }) {
  const { cabins, fixtures, aisles, lanes, wing } = geometry;
  const legroom = rows.flatMap((row) => row.seats.filter(({ seat }) => seat.codes.includes('L')));
  return (
    <div className="marks" aria-hidden="true">
      {legroom.map((at) => (
        <i key={at.seat.seat} className="legroom" style={spotStyle(at)} />
      ))}
      {wing ? (
        <>
          <span className="wing-name up" style={spotStyle({ x: wing.nameAt, y: 0, aisles: 0 })}>
            wing
          </span>
          <span className="wing-name down" style={spotStyle({ x: wing.nameAt, y: lanes, aisles: aisles.length })}>
            wing
          </span>
        </>
      ) : null}
      {cabins.map((cabin, index) => (
        <div key={`${cabin.cabin}${cabin.from}`} className="cabin">
          {index > 0 ? <i className="curtain" style={spotStyle({ x: cabin.from, y: 0, aisles: 0 })} /> : null}
          {cabins.length > 1 ? (
            <span className="cabin-name" style={spotStyle({ x: cabin.nameAt, y: 0, aisles: 0 })}>
              {CABIN_NAMES[cabin.cabin]}
            </span>
          ) : null}
          {cabin.letters.map((letter) => (
            <span key={letter.letter} className="letter" style={spotStyle(letter)}>
              {letter.letter}
            </span>
          ))}
        </div>
      ))}
      {rows.map((row) =>
        aisles.map((lane, index) => (
          <span key={`${row.index}-${lane}`} className="row-number" style={spotStyle({ x: row.x, y: lane, aisles: index })}>
            {row.row}
          </span>
        )),
      )}
      {rows.map((row) =>
        row.exit ? (
          <span key={row.index}>
            <i className="exit up" style={spotStyle({ x: row.x, y: 0, aisles: 0 })}>
              <b>exit</b>
            </i>
            <i className="exit down" style={spotStyle({ x: row.x, y: lanes, aisles: aisles.length })}>
              <b>exit</b>
            </i>
          </span>
        ) : null,
      )}
      {fixtures.map((fixture) => (
        <span
          key={`${fixture.x}-${fixture.y}`}
          className={`fixture is-${fixture.kind}${fixture.height < 1.5 ? ' flat' : ''}`}
          style={{ ...spotStyle(fixture), '--w': fixture.width, '--h': fixture.height } as CSSProperties}
        >
          {FIXTURE_WORDS[fixture.kind]}
        </span>
      ))}
    </div>
  );
});

function Hull({ geometry, pitch, across, pad }: { geometry: GridGeometry; pitch: number; across: number; pad: number }) {
  const { wing, columns } = geometry;
  const wings = wing && { left: AIR + NOSE + (wing.from - 0.4) * pitch, width: (wing.to - wing.from + 0.8) * pitch };
  return (
    <div aria-hidden="true">
      {wings ? (
        <>
          <div className="wing up" style={wings} />
          <div className="wing down" style={wings} />
        </>
      ) : null}
      <div className="hull" style={{ left: AIR, width: columns * pitch + NOSE + TAIL, height: across + 2 * pad }} />
    </div>
  );
}

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
