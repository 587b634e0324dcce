import { expect, test } from 'vitest';
import { betterOf, differenceOf, partyText } from '../../../renderer/board/compare-rows.ts';
import { DIRECT, flight, VIA } from './board-samples.ts';

const PARTY = { adults: 2, children: 1 };

test('the better value of each column is marked, by row', () => {
  const better = betterOf([DIRECT, VIA]);
  expect([...better.arrives]).toEqual([DIRECT.key]);
  expect([...better.stops]).toEqual([DIRECT.key]);
  expect([...better.elapsed]).toEqual([DIRECT.key]);
  expect([...better.total]).toEqual([VIA.key]);
});

test('nothing is better when all are alike, and what has no price is not cheap', () => {
  const better = betterOf([DIRECT, { ...DIRECT, key: 'x', total: null }]);
  expect([better.arrives.size, better.stops.size, [...better.total]]).toEqual([0, 0, [DIRECT.key]]);
  expect(betterOf([{ ...DIRECT, total: null }]).total.size).toBe(0);
});

test('a difference is told in words, money with its share', () => {
  expect(differenceOf(DIRECT, VIA, PARTY)).toEqual({
    departure: '50 min earlier',
    arrives: '1 h 44 later',
    stops: 'one stop more',
    elapsed: '+2 h 34',
    seats: 'as many',
    total: '\u221220.00, or 6.67 per passenger',
    cheaper: true,
  });
  expect(differenceOf(VIA, DIRECT, { adults: 1, children: 0 })).toMatchObject({
    departure: '50 min later',
    stops: 'one stop fewer',
    elapsed: '\u22122 h 34',
    total: '+20.00',
    cheaper: false,
  });
  expect(differenceOf(DIRECT, DIRECT, PARTY)).toMatchObject({
    departure: 'the same',
    stops: 'as many stops',
    elapsed: 'the same',
    total: 'the same',
  });
});

test.each([
  [{ adults: 1, children: 0, infants: 0 }, '1 adult'],
  [{ adults: 2, children: 1, infants: 0 }, '2 adults, 1 child'],
  [{ adults: 2, children: 1, infants: 1 }, '2 adults, 1 child, 1 infant on the lap'],
  [{ adults: 0, children: 2, infants: 0 }, '2 children'],
])('%j is %s', (party, expected) => {
  expect(partyText(party)).toBe(expected);
});

test('prices in different currencies are not compared', () => {
  const yen = { ...DIRECT, key: '4', flights: [flight(4, { currency: 'JPY' })], total: 64_800, currency: 'JPY' };
  expect(betterOf([DIRECT, yen]).total.size).toBe(0);
  expect(differenceOf(DIRECT, yen, PARTY)).toMatchObject({ total: '', cheaper: false });
  expect(differenceOf(yen, { ...yen, total: 60_000 }, PARTY)).toMatchObject({
    total: '\u22124,800, or 1,600 per passenger',
    cheaper: true,
  });
});
