import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { SeatGlyph } from './seat-glyph.tsx';
import type { SeatLook } from './seat-words.ts';

const ENTRIES: readonly (readonly [SeatLook, string])[] = [
  ['free', 'free'],
  ['chosen', 'chosen'],
  ['here', 'held here'],
  ['elsewhere', 'held elsewhere'],
  ['sold', 'sold'],
  ['blocked', 'blocked'],
  ['restricted', 'restricted for this party'],
];

/** What the shapes mean, and the keys of the grid. */
export function SeatLegend({
  cabins,
  listed,
  picking,
  onBlocks,
}: {
  cabins: number;
  listed: boolean;
  picking: boolean;
  /** Shows which seats are blocked, and blocks and frees them. */
  onBlocks: () => void;
}) {
  return (
    <div className="seat-legend">
      <ul aria-label="Legend">
        {ENTRIES.map(([look, words]) => (
          <li key={look}>
            <span className={`seat is-${look}`} aria-hidden="true">
              <SeatGlyph look={look} mark="1" />
            </span>
            {look === 'blocked' ? (
              <button type="button" className="word-button legend-blocks" onClick={onBlocks}>
                {words}
                {picking ? <kbd>X</kbd> : null}
              </button>
            ) : (
              words
            )}
          </li>
        ))}
        <li>
          <span className="seat is-free is-suggested" aria-hidden="true" />
          next best
        </li>
        <li>
          <i className="legroom-key" aria-hidden="true" />
          extra legroom
        </li>
      </ul>
      {picking ? (
        <KeyHints>
          {listed ? (
            <KeyHint keys={['Tab']}>next seat</KeyHint>
          ) : cabins > 1 ? (
            <KeyHint keys={['PgDn']}>cabin</KeyHint>
          ) : (
            <KeyHint keys={['Arrows']}>move</KeyHint>
          )}
          <KeyHint keys={['Space']}>pick</KeyHint>
          <KeyHint keys={['B']}>best</KeyHint>
          <KeyHint keys={['Esc']}>clear</KeyHint>
        </KeyHints>
      ) : null}
    </div>
  );
}
