import type { SeatMap } from '../../../shared/seat-map.ts';

type Row = SeatMap['rows'][number];

const rows = (from: number, to: number, cabin: Row['cabin'], layout: string, more: Partial<Row> = {}): Row[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ row: from + index, cabin, layout, ...more }));

const map = (id: string, all: Row[], more: Partial<SeatMap> = {}): SeatMap => ({
  id,
  name: id,
  equipment: [],
  deck: 'main',
  rows: all,
  fixtures: [],
  wing: { from: 3, to: 4 },
  source: 'made for the tests',
  ...more,
});

/** Six abreast, one aisle: row 1 has no ABC, row 4 is an exit row, row 5 has no row 13 beside it. */
export const SINGLE_AISLE = map(
  'single-aisle',
  [
    ...rows(1, 1, 'Y', ' DEF'),
    ...rows(2, 3, 'Y', 'ABC DEF'),
    ...rows(4, 4, 'Y', 'ABC DEF', { exit: true }),
    ...rows(5, 6, 'Y', 'ABC DEF'),
    ...rows(7, 7, 'Y', 'AB '),
  ],
  {
    fixtures: [
      { kind: 'lavatory', before: 1, block: 0 },
      { kind: 'galley', before: 1, block: 1 },
      { kind: 'closet', before: 2, block: 0 },
      { kind: 'stowage', before: 7, block: 1 },
      { kind: 'galley', before: 0, block: 1 },
    ],
  },
);

/** Two cabins: AC DF over ABC DEF, spread because C is the only aisle letter they share. */
export const TWO_CABINS = map('two-cabins', [...rows(1, 2, 'J', 'AC DF'), ...rows(7, 9, 'Y', 'ABC DEF'), ...rows(10, 10, 'Y', 'AC DF')]);

/** Ten abreast with two aisles, first 1-2-1. */
export const TWIN_AISLE = map('twin-aisle', [
  ...rows(1, 2, 'F', 'A DG K'),
  ...rows(20, 22, 'Y', 'ABC DEFG HJK'),
  ...rows(23, 23, 'Y', 'AC DFG HK'),
]);

/** Four abreast, as small as it gets. */
export const REGIONAL = map('regional', [...rows(1, 12, 'Y', 'AB CD'), ...rows(13, 13, 'Y', 'AB ')]);
