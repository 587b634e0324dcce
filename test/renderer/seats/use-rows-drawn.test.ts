import { describe, expect, it } from 'vitest';
import { layoutGrid } from '../../../renderer/seats/grid-geometry.ts';
import { grow, SEATS_A_FRAME } from '../../../renderer/seats/use-rows-drawn.ts';
import { TWIN_AISLE } from './maps.ts';

const { rows } = layoutGrid(TWIN_AISLE);
const seatsIn = ({ from, until }: { from: number; until: number }): number =>
  rows.slice(from, until).reduce((seats, row) => seats + row.seats.length, 0);

describe('rows that come onto the screen frame by frame', () => {
  for (const start of [0, 1, Math.floor(rows.length / 2), rows.length - 1]) {
    it(`are all there in the end, few at a time, and the one with the focus first: from row ${start}`, () => {
      let span = { from: start, until: start };
      const widest = Math.max(...rows.map(({ seats }) => seats.length));
      let before = 0;
      for (let frame = 0; span.from > 0 || span.until < rows.length; frame++) {
        expect(frame).toBeLessThan(20);
        span = grow(rows, span);
        expect(span.from).toBeLessThanOrEqual(start);
        expect(span.until).toBeGreaterThan(start);
        // One row of either end may go over.
        expect(seatsIn(span) - before).toBeLessThan(SEATS_A_FRAME + 2 * widest);
        expect(seatsIn(span)).toBeGreaterThan(before);
        before = seatsIn(span);
      }
      expect(span).toEqual({ from: 0, until: rows.length });
    });
  }
});
