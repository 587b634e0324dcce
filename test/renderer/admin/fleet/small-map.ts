import type { SeatMap } from '../../../../shared/seat-map.ts';

/** Two rows of business and three of economy, with no row 3. */
export const SMALL: SeatMap = {
  id: 'small',
  name: 'Small, two cabins',
  equipment: ['319'],
  deck: 'main',
  rows: [
    { row: 1, cabin: 'J', layout: 'AC DF', seats: { A: ['K'], C: ['K'], D: ['K'], F: ['K'] } },
    { row: 2, cabin: 'J', layout: 'AC DF' },
    { row: 4, cabin: 'Y', layout: 'ABC DEF', seats: { A: ['K'], B: ['K'], C: ['K'], D: ['K'], E: ['K'], F: ['K'] } },
    { row: 5, cabin: 'Y', layout: 'ABC DEF' },
    { row: 6, cabin: 'Y', layout: 'ABC DEF' },
  ],
  fixtures: [
    { kind: 'lavatory', before: 1, block: 0 },
    { kind: 'bulkhead', before: 4, block: 0 },
    { kind: 'galley', before: 0, block: 1 },
  ],
  wing: { from: 4, to: 6 },
  source: 'made for tests',
};
