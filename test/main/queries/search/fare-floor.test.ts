import { expect, it } from 'vitest';
import { FareFloor } from '../../../../main/queries/search/fare-floor.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';

const SEEN = [
  { miles: 1_000, low: 150 },
  { miles: 200, low: 70 },
  // Above the line from 200 to 2,000 miles.
  { miles: 600, low: 111 },
  { miles: 2_000, low: 250 },
  // Two of one length: the cheaper tells.
  { miles: 200, low: 90 },
];

it.each([
  [0, 0, 'nothing is said of a length that nobody knows'],
  [100, 35, 'shorter than all seen: in proportion'],
  [200, 70, 'as seen'],
  [600, 110, 'on the line between two'],
  [1_000, 150, 'a corner of it'],
  [1_500, 200, ''],
  [2_000, 250, ''],
  [9_000, 250, 'longer than all seen: as the longest'],
])('%i miles: %d %s', (miles, low) => {
  expect(new FareFloor(SEEN).at(miles)).toBe(low);
});

it('knows nothing from nothing, and one fare from one', () => {
  expect(new FareFloor([]).at(500)).toBe(0);
  expect([0, 300, 700].map((miles) => new FareFloor([{ miles: 300, low: 60 }]).at(miles))).toEqual([0, 60, 60]);
  // A flight of a length that nobody knows.
  expect([0, 300].map((miles) => new FareFloor([{ miles: 0, low: 60 }]).at(miles))).toEqual([60, 60]);
});

it.each([1, 2, 3, 4])('is never above a fare that was seen, seed %i', (seed) => {
  const random = seededRandom(seed);
  const seen = Array.from({ length: 200 }, () => ({ miles: random.below(60) * 50, low: 1_000 + random.below(90_000) }));
  const floor = new FareFloor(seen);
  for (const { miles, low } of seen) expect(floor.at(miles)).toBeLessThanOrEqual(low + 1e-6);
  // It touches at least the cheapest of all.
  const cheapest = seen.reduce((best, fare) => (fare.low < best.low ? fare : best));
  expect(floor.at(cheapest.miles)).toBeCloseTo(cheapest.low, 6);
});
