import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { GridRow } from './grid-geometry.ts';

/** Seats that come onto the screen in one frame: more, and a wide body would keep the keys waiting. */
export const SEATS_A_FRAME = 60;
/** Seats in the first frame: fewer, because the fuselage and everything around the seats is drawn in it too. */
const SEATS_FIRST = 10;

interface Span {
  readonly from: number;
  readonly until: number;
}

/** The span, longer by so many seats, taken from both ends as evenly as possible. */
export function grow(rows: readonly GridRow[], { from, until }: Span, most = SEATS_A_FRAME): Span {
  let [first, end, seats] = [from, until, 0];
  while (seats < most && (first > 0 || end < rows.length)) {
    if (end < rows.length) seats += rows[end++]?.seats.length ?? 0;
    if (first > 0) seats += rows[--first]?.seats.length ?? 0;
  }
  return { from: first, until: end };
}

/**
 * The rows that are in the page. The rows around `start` come first, the others with the next frames, so that opening a wide body keeps no key
 * waiting. A single aisle comes at once or nearly so. `drawAll` draws the rest now, because a key may lead anywhere.
 */
export function useRowsDrawn(rows: readonly GridRow[], start: number): { readonly drawn: readonly GridRow[]; drawAll(): void } {
  const [span, setSpan] = useState<Span>(() => grow(rows, { from: start, until: start }, SEATS_FIRST));
  const whole = span.from === 0 && span.until === rows.length;
  useEffect(() => {
    if (whole) return;
    const frame = requestAnimationFrame(() => setSpan(grow(rows, span)));
    return () => cancelAnimationFrame(frame);
  }, [whole, rows, span]);
  const drawAll = useCallback(() => {
    if (!whole) flushSync(() => setSpan({ from: 0, until: rows.length }));
  }, [whole, rows]);
  return { drawn: whole ? rows : rows.slice(span.from, span.until), drawAll };
}
