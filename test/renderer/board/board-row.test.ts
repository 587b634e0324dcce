import { describe, expect, test } from 'vitest';
import {
  bestCabin,
  cabinGroups,
  commonCurrency,
  frontCabinsOf,
  rowCabin,
  rowOfFlight,
  withFlights,
} from '../../../renderer/board/board-row.ts';
import { DIRECT, flight, load, VIA } from './board-samples.ts';

const SEATS = load('Y').authorised;
const ONE = { adults: 1, children: 0 };
const THREE = { adults: 2, children: 1 };

describe('a cabin of an itinerary', () => {
  test('costs the sum of its flights and has the seats of the fullest', () => {
    const row = { ...VIA, flights: [flight(1), flight(2, { cabins: [load('Y', { sold: SEATS - 3, price: 50_00 })] })] };
    expect(rowCabin(row, 'Y')).toMatchObject({ free: 3, each: 150_00, flight: 'AA 2' });
  });

  test('is none when one of the flights has it not', () => {
    expect(rowCabin({ ...VIA, flights: [flight(1), flight(2, { cabins: [load('Y')] })] }, 'J')).toBeUndefined();
  });

  test.each([
    [['Y'], '', '', 'Y'],
    [['J', 'Y'], 'J', '', 'Y'],
    [['F', 'W', 'Y'], 'F', 'W', 'Y'],
    [['F', 'J', 'W', 'Y'], 'F', 'JW', 'Y'],
    [['F', 'J'], 'F', 'J', ''],
  ] as const)('%j stand as front %j, middle %j, economy %j', (cabins, front, middle, economy) => {
    const groups = cabinGroups({ ...DIRECT, flights: [flight(1, { cabins: cabins.map((cabin) => load(cabin)) })] });
    const letters = (group: readonly { cabin: string }[]) => group.map(({ cabin }) => cabin).join('');
    expect([letters(groups.front), letters(groups.middle), letters(groups.economy)]).toEqual([front, middle, economy]);
  });
});

describe('the cabin that is sold', () => {
  const row = (free: number) =>
    rowOfFlight(flight(1, { cabins: [load('J', { price: 300_00 }), load('Y', { sold: SEATS - free })] }), ONE, null);

  test.each([
    ['the cheapest that seats the party', 3, THREE, null, { cabin: 'Y', total: 300_00 }],
    ['the next when one seat is missing', 2, THREE, null, { cabin: 'J', total: 900_00 }],
    ['the one asked for, though it is dearer', 3, THREE, 'J' as const, { cabin: 'J', total: 900_00 }],
    ['none when the one asked for is too full', 2, THREE, 'Y' as const, { cabin: null, total: null }],
  ])('is %s', (_, free, party, asked, expected) => {
    expect(bestCabin(row(free), party, asked)).toEqual(expected);
  });
});

test('flights priced in two currencies have no price together, and say so again when they are read afresh', () => {
  const row = { ...VIA, flights: [flight(1), flight(2, { currency: 'JPY' })], currency: null };
  expect(bestCabin(row, ONE, null)).toEqual({ cabin: null, total: null });
  expect(commonCurrency([row])).toBeNull();
  const fresh = new Map([[2, flight(2, { currency: 'USD' })]]);
  expect(withFlights(row, fresh, ONE, null)).toMatchObject({ currency: 'USD', cabin: 'Y' });
  expect(commonCurrency([rowOfFlight(flight(1), ONE, null), rowOfFlight(flight(2), ONE, null)])).toBe('USD');
});

test('fresh flights change a row of theirs and leave the others the same object', () => {
  const [own, other] = [rowOfFlight(flight(1), ONE, null), rowOfFlight(flight(2), ONE, null)];
  const fresh = new Map([[1, flight(1, { cabins: [load('Y', { price: 120_00 })] })]]);
  expect(withFlights(own, fresh, THREE, null)).toMatchObject({ cabin: 'Y', total: 360_00 });
  expect(withFlights(other, fresh, THREE, null)).toBe(other);
});

test.each([
  [[['Y']], 0],
  [[['J', 'Y'], ['Y']], 1],
  [[['Y'], ['F', 'J', 'Y']], 2],
  [[], 0],
] as const)('a column that no row fills stood empty: rows with the cabins %j have %i in front of economy', (rows, count) => {
  const listed = rows.map((cabins) => ({ ...DIRECT, flights: [flight(1, { cabins: cabins.map((cabin) => load(cabin)) })] }));
  expect(frontCabinsOf(listed)).toBe(count);
});
