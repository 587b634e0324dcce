import { type CSSProperties, memo } from 'react';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import type { GridGeometry, GridRow } from './grid-geometry.ts';
import { spotStyle } from './seat-cell.tsx';

const FIXTURE_WORDS = { galley: 'galley', lavatory: 'lav', closet: 'closet', stowage: 'stow', stairs: 'stairs', bulkhead: '' } as const;

/** What is drawn around the seats: letters, row numbers, exits, fixtures, legroom. A seat's label says what of it matters. */
export const CabinMarks = memo(function CabinMarks({ geometry, rows }: { geometry: GridGeometry; rows: readonly GridRow[] }) {
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
