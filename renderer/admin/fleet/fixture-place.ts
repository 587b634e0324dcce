import type { SeatMap } from '../../../shared/seat-map.ts';
import { blocksOf } from './map-rows.ts';

type Fixture = SeatMap['fixtures'][number];

/** Letters of a block: those of the row, or of the row nearest to it that has seats there. */
function lettersNear(map: SeatMap, index: number, block: number): string {
  const away = map.rows.map((row, at) => ({ letters: blocksOf(row)[block] ?? '', distance: Math.abs(at - index) }));
  return away.filter(({ letters }) => letters !== '').sort((a, b) => a.distance - b.distance)[0]?.letters ?? '';
}

/** `at 33 D to F` in a block of the row that is empty; `before 7 A to C`; `aft A to C`. */
export function fixturePlace(map: SeatMap, { before, block }: Fixture): string {
  const index = before === 0 ? map.rows.length : map.rows.findIndex((row) => row.row === before);
  const letters = lettersNear(map, index, block);
  const span = letters.length > 1 ? `${letters[0]} to ${letters.at(-1)}` : letters;
  if (before === 0) return `aft, ${span}`;
  const row = map.rows[index];
  return row && blocksOf(row)[block] === '' ? `at ${before} ${span}` : `before ${before}, ${span}`;
}
