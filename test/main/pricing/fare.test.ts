import { describe, expect, test } from 'vitest';
import { fareOf, priceOf } from '../../../main/pricing/fare.ts';
import type { Cabin } from '../../../shared/seat-map.ts';

const FILED = 'from the schedule file';

const load = (taken: number, authorised = 178) => ({ authorised, held: 0, sold: taken });

describe('fixed', () => {
  test.each<[Cabin, number]>([
    ['Y', 100_00],
    ['W', 150_00],
    ['J', 200_00],
    ['F', 300_00],
  ])('cabin %s costs %i at any load', (cabin, fare) => {
    for (const taken of [0, 178])
      expect(fareOf({ base_fare: 31_100, currency: 'USD', strategy: 'fixed' }, cabin, load(taken), FILED).fare).toBe(fare);
  });
});

describe('demand: base x (1 + 0.5 x occupancy), rounded once, half up', () => {
  test.each([
    [100_00, 0, 178, 100_00],
    [100_00, 89, 178, 125_00],
    [100_00, 178, 178, 150_00],
    [100_00, 190, 178, 150_00], // oversold counts as full
    [100_01, 1, 2, 125_01], // 12501.25 goes down
    [100_02, 1, 2, 125_03], // 12502.5 goes up
    [100_00, 0, 0, 100_00], // a cabin that may sell nothing has no occupancy
  ])('base %i with %i of %i taken: %i', (base, taken, authorised, fare) => {
    expect(fareOf({ base_fare: base, currency: 'USD', strategy: 'demand' }, 'Y', load(taken, authorised), FILED).fare).toBe(fare);
  });

  test('held seats count like sold ones', () => {
    const flight = { base_fare: 100_00, currency: 'USD', strategy: 'demand' } as const;
    expect(fareOf(flight, 'Y', { authorised: 178, held: 80, sold: 9 }, FILED).fare).toBe(125_00);
  });

  test('a better cabin begins from more base fares', () => {
    const flight = { base_fare: 100_00, currency: 'USD', strategy: 'demand' } as const;
    expect((['Y', 'W', 'J', 'F'] as const).map((cabin) => fareOf(flight, cabin, load(0), FILED).fare)).toEqual([
      100_00, 150_00, 250_00, 400_00,
    ]);
  });
});

test('the lines of a trace add up to the fare, whatever the load', () => {
  for (const strategy of ['fixed', 'demand'] as const)
    for (const cabin of ['F', 'J', 'W', 'Y'] as const)
      for (let taken = 0; taken <= 37; taken++) {
        const { fare, trace } = fareOf({ base_fare: 123_45, currency: 'USD', strategy }, cabin, load(taken, 37), FILED);
        expect(trace.reduce((sum, line) => sum + line.amount, 0)).toBe(fare);
        expect(priceOf({ base_fare: 123_45, currency: 'USD', strategy }, cabin, load(taken, 37))).toBe(fare);
      }
});

test.each<['demand' | 'fixed', Cabin, string]>([
  ['demand', 'Y', 'from the schedule file'],
  ['demand', 'J', '2.5 x economy, from the schedule file'],
  ['fixed', 'Y', 'the same at any load'],
])('%s in %s says where its first line comes from (a fare that a file brought was said to be by distance)', (strategy, cabin, detail) => {
  expect(fareOf({ base_fare: 45_250, currency: 'KWD', strategy }, cabin, load(0, 10), FILED).trace[0]?.detail).toBe(detail);
});
