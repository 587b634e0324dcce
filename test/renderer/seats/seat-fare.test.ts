import { expect, test } from 'vitest';
import type { Quote } from '../../../renderer/seats/quote-store.ts';
import { seatFare, seatsFare } from '../../../renderer/seats/seat-fare.ts';
import { type SeatMap, seatsOf } from '../../../shared/seat-map.ts';

const row = (number: number, more: object = {}) => ({ row: number, cabin: 'Y' as const, layout: 'AC DF', ...more });
/** Nine rows: legroom in the first, an exit in the sixth. */
const MAP: SeatMap = {
  ...{ id: 'nine', name: 'Nine rows', equipment: [], deck: 'main', fixtures: [], wing: { from: 3, to: 5 }, source: '' },
  rows: [
    row(1, { seats: { A: ['L'] } }),
    ...[2, 3, 4, 5].map((one) => row(one)),
    row(6, { exit: true }),
    ...[7, 8, 9].map((one) => row(one)),
  ],
};
const FACTORS = { standard: 100, preferred: 130, extraLegroom: 150, exit: 160 };
const CHILD = { standard: 75, preferred: 105, extraLegroom: 125, exit: 135 };
const each = { ADT: FACTORS, CHD: CHILD, INS: CHILD };
const quote = (more: Partial<Quote> = {}): Quote => ({
  ...{ fare: 100, currency: 'USD', policy: { version: 1, scope: 'network', author: '' }, trace: [], offer: '', until: 0 },
  ...more,
});
const seat = (name: string) => seatsOf(MAP).find((one) => one.seat === name);

test.each([
  ['1A', 150],
  ['1C', 130],
  ['3F', 130],
  ['4A', 100],
  ['6A', 160],
  ['9F', 100],
])('seat %s costs an adult %i', (name, fare) => {
  expect(seatFare(quote({ each }), MAP, seat(name), 'ADT')).toBe(fare);
});

test('the seats of a party cost what the hold will cost, and one that is not picked counts as a standard seat', () => {
  const [adult, child] = [{ type: 'ADT', infant: false } as const, { type: 'CHD', infant: false } as const];
  const party = [adult, adult, child];
  expect(seatsFare(quote({ each }), MAP, ['1A', null, '6A'], party)).toBe(150 + 100 + 135);
  expect(seatsFare(quote(), MAP, ['1A', null, '6A'], party)).toBe(300);
  const infants = { ...each, INF: { standard: 10, preferred: 10, extraLegroom: 10, exit: 10 } };
  expect(seatsFare(quote({ each: infants }), MAP, ['4A', '4C'], [{ ...adult, infant: true }, child])).toBe(100 + 10 + 75);
});

test('where no rule names passengers, a child pays as an adult and an infant on the lap pays nothing', () => {
  const [adult, child] = [{ type: 'ADT', infant: true } as const, { type: 'CHD', infant: false } as const];
  expect(seatsFare(quote({ each: { ADT: FACTORS } }), MAP, ['1A', '6A'], [adult, child])).toBe(150 + 160);
});

test('a cabin of few rows has no preferred seats', () => {
  const small = { ...MAP, rows: MAP.rows.slice(1, 5) };
  const front = seatsOf(small)[0];
  expect(seatFare(quote({ each }), small, front, 'ADT')).toBe(100);
});
