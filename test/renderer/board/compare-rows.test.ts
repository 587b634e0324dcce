import { expect, test } from 'vitest';
import { betterOf, differenceOf, partyText } from '../../../renderer/board/compare-rows.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { NOON } from '../support/samples.ts';
import { flight, itinerary, load } from './board-samples.ts';

const direct = itinerary([flight(1)], { total: 1_090_68 });
const viaAtlanta = itinerary(
  [
    flight(2, { destination: 'ATL', departsAt: NOON + 130 * MINUTE_MS, arrivesAt: NOON + 270 * MINUTE_MS }),
    flight(3, { origin: 'ATL', departsAt: NOON + 334 * MINUTE_MS, arrivesAt: NOON + 669 * MINUTE_MS, cabins: [load('Y', { sold: 13 })] }),
  ],
  { total: 849_30 },
);
const PARTY = { adults: 2, children: 1 };

test('the better value of each column is marked, by row', () => {
  const better = betterOf([direct, viaAtlanta]);
  expect([...better.arrives]).toEqual(['1']);
  expect([...better.stops]).toEqual(['1']);
  expect([...better.elapsed]).toEqual(['1']);
  expect([...better.total]).toEqual(['2-3']);
});

test('nothing is better when all are alike, and what has no price is not cheap', () => {
  const better = betterOf([direct, { ...direct, key: 'x', total: null }]);
  expect([better.arrives.size, better.stops.size, [...better.total]]).toEqual([0, 0, ['1']]);
  expect(betterOf([{ ...direct, total: null }]).total.size).toBe(0);
});

test('a difference is told in words, money with its share', () => {
  expect(differenceOf(direct, viaAtlanta, PARTY)).toEqual({
    departure: '50 min earlier',
    arrives: '1 h 44 later',
    stops: 'one stop more',
    elapsed: '+2 h 34',
    seats: 'as many',
    total: '\u2212241.38, or 80.46 each',
    cheaper: true,
  });
  expect(differenceOf(viaAtlanta, direct, { adults: 1, children: 0 })).toMatchObject({
    departure: '50 min later',
    stops: 'one stop fewer',
    elapsed: '\u22122 h 34',
    total: '+241.38',
    cheaper: false,
  });
  expect(differenceOf(direct, direct, PARTY)).toMatchObject({
    departure: 'the same',
    stops: 'as many stops',
    elapsed: 'the same',
    total: 'the same',
  });
});

test.each([
  [{ adults: 1, children: 0 }, '1 adult'],
  [{ adults: 2, children: 1 }, '2 adults, 1 child'],
  [{ adults: 0, children: 2 }, '2 children'],
])('%j is %s', (party, expected) => {
  expect(partyText(party)).toBe(expected);
});

test('prices in different currencies are not compared', () => {
  const yen = itinerary([flight(4, { currency: 'JPY' })], { total: 64_800, currency: 'JPY' });
  expect(betterOf([direct, yen]).total.size).toBe(0);
  expect(differenceOf(direct, yen, PARTY)).toMatchObject({ total: '', cheaper: false });
  expect(differenceOf(yen, { ...yen, total: 60_000 }, PARTY)).toMatchObject({ total: '\u22124,800, or 1,600 each', cheaper: true });
});
