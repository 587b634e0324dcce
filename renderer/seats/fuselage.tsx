import { type CSSProperties, type ReactNode, type RefObject, useEffect, useState } from 'react';
import { CabinMarks } from './cabin-marks.tsx';
import { AIR, type FuselageSize, NOSE, TAIL } from './fuselage-size.ts';
import type { GridGeometry, GridRow, Room } from './grid-geometry.ts';
import './seat-grid.css';

/** Less than this beyond the edge is air and no seat. */
const EDGE = AIR;
/** Room for the scroll bar of a fuselage that is longer than the screen. */
const SCROLL_BAR = 10;

interface FuselageProps {
  geometry: GridGeometry;
  size: FuselageSize;
  room: Room;
  /** The rows whose marks are drawn. */
  rows: readonly GridRow[];
  scroller: RefObject<HTMLElement | null>;
  /** The grid of seats, placed by the geometry. */
  children: ReactNode;
  /** What stands over the fuselage; `scrolled`: how far its left edge has been moved out of sight. */
  over?: (scrolled: number) => ReactNode;
}

/** Hull, wings and what is drawn around the seats, nose to the left. A fuselage that is longer than its room scrolls and says so at its edges. */
export function Fuselage({ geometry, size, room, rows, scroller, children, over }: FuselageProps) {
  const { pitch, across, along, length, inset } = size;
  const [scrolled, setScrolled] = useState(0);
  // A window that became narrower must not hide the seat that has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new size counts
  useEffect(() => {
    const focused = document.activeElement;
    if (focused && scroller.current?.contains(focused)) focused.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [room.width, pitch]);
  const style = {
    '--pitch': `${pitch}px`,
    '--aisle': `${size.aisle}px`,
    '--pad': `${size.pad}px`,
    '--wing': `${size.wing}px`,
    height: across + 2 * (size.pad + size.wing) + 1 + (length > room.width ? SCROLL_BAR : 0),
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
          <Hull geometry={geometry} pitch={pitch} across={across} pad={size.pad} />
          <div className="cab" style={{ left: AIR + NOSE, width: along, height: across }}>
            <CabinMarks geometry={geometry} rows={rows} />
            {children}
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
      {over?.(scrolled)}
    </div>
  );
}

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
