import { expect, test } from 'vitest';
import { rowOfFlight } from '../../../renderer/board/board-row.ts';
import { filterRows } from '../../../renderer/board/filter-rows.ts';
import { sortRows } from '../../../renderer/board/sort-rows.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { NOON } from '../support/samples.ts';
import { flight, load } from './board-samples.ts';

const at = (id: number, minutes: number, price: number, flying: number, sold = 0) =>
  rowOfFlight(
    flight(id, {
      departsAt: NOON + minutes * MINUTE_MS,
      arrivesAt: NOON + (minutes + flying) * MINUTE_MS,
      cabins: [load('Y', { price, sold })],
    }),
    { adults: 1, children: 0 },
    null,
  );
// 1 has left; 5 is full and has no price.
const ROWS = [
  at(3, 60, 200_00, 90),
  at(1, -30, 50_00, 30),
  at(2, 10, 200_00, 120),
  at(4, 90, 90_00, 240),
  at(5, 20, 10_00, 60, load('Y').authorised),
];
const ids = (rows: readonly { key: string }[]) => rows.map(({ key }) => key).join('');

test.each([
  ['departure', '12534'],
  // What is equal stays by time; what is full comes after what has a price; what has left comes last.
  ['price', '42351'],
  ['duration', '53241'],
] as const)('by %s: %s', (sort, expected) => {
  expect(ids(sortRows(ROWS, sort, NOON))).toBe(expected);
});

test.each([
  ['carrier', '4213'],
  ['aircraft', '3421'],
] as const)('by %s in the order of its codes, equal ones by time: %s', (sort, expected) => {
  const rows = [
    ['AA', '738', 40],
    ['AA', '32S', 30],
    ['DL', '319', 20],
    ['9C', '320', 10],
  ] as const;
  const of = rows.map(([carrier, equipment, minutes], place) =>
    rowOfFlight(flight(place + 1, { carrier, equipment, departsAt: NOON + minutes * MINUTE_MS }), { adults: 1, children: 0 }, null),
  );
  expect(ids(sortRows(of, sort, NOON))).toBe(expected);
});

test.each([
  ['', '12'],
  ['aa', '1'],
  ['AA 1', '1'],
  ['aa1', '1'],
  ['2', '2'],
  ['sfo', '2'],
  ['JFK', '12'],
  ['zz', ''],
])('the filter %j leaves %j', (typed, expected) => {
  const rows = [flight(1), flight(2, { flight: 'B6 2', carrier: 'B6', destination: 'SFO' })].map((each) =>
    rowOfFlight(each, { adults: 1, children: 0 }, null),
  );
  expect(ids(filterRows(rows, typed))).toBe(expected);
});

test('the hours are those of the airport, both ends within', () => {
  const departing = (from: number, to: number) => ids(filterRows([at(1, 180, 1, 60)], '', { from, to }));
  // 15:00 UTC is 10:00 in New York.
  expect([departing(600, 660), departing(540, 600), departing(601, 660), departing(540, 599)]).toEqual(['1', '1', '', '']);
});
