import { describe, expect, test } from 'vitest';
import { fareByPolicy, priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion, SeatsTaken } from '../../../shared/pricing/rules/price-rule.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { rulesOf, type Template } from '../support/publish-policy.ts';

const load = (taken: number, authorised = 178): SeatsTaken => ({ authorised, held: 0, sold: taken });

const question = (baseFare: number, cabin: Cabin, taken: SeatsTaken, currency = 'USD'): PriceQuestion => ({
  ...{ baseFare, currency, cabin, ofCabin: taken, ofFlight: taken, origin: 'from the schedule file' },
  ...{
    date: '2026-11-23',
    daysAhead: 2,
    seat: 'standard',
    passenger: 'ADT',
    miles: undefined,
    competitor: undefined,
    promotion: undefined,
  },
});
const fareOf = (template: Template, ...asked: Parameters<typeof question>): number => fareByPolicy(rulesOf(template), question(...asked));

describe('fixed', () => {
  test.each<[Cabin, number]>([
    ['Y', 100_00],
    ['W', 150_00],
    ['J', 200_00],
    ['F', 300_00],
  ])('cabin %s costs %i at any load', (cabin, fare) => {
    for (const taken of [0, 178]) expect(fareOf('fixed', 31_100, cabin, load(taken))).toBe(fare);
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
    expect(fareOf('demand', base, 'Y', load(taken, authorised))).toBe(fare);
  });

  test('held seats count like sold ones', () => {
    expect(fareOf('demand', 100_00, 'Y', { authorised: 178, held: 80, sold: 9 })).toBe(125_00);
  });

  test('a better cabin begins from more base fares', () => {
    const cabins = ['Y', 'W', 'J', 'F'] as const;
    expect(cabins.map((cabin) => fareOf('demand', 100_00, cabin, load(0)))).toEqual([100_00, 150_00, 250_00, 400_00]);
  });
});

test('the lines of a trace add up to the fare, whatever the load', () => {
  for (const template of ['fixed', 'demand'] as const)
    for (const cabin of ['F', 'J', 'W', 'Y'] as const)
      for (let taken = 0; taken <= 37; taken++) {
        const asked = question(123_45, cabin, load(taken, 37));
        const { fare, trace } = priceByPolicy(rulesOf(template), asked);
        expect(trace.reduce((sum, line) => sum + line.amount, 0)).toBe(fare);
        expect(fareByPolicy(rulesOf(template), asked)).toBe(fare);
      }
});

test.each<[Template, Cabin, string]>([
  ['demand', 'Y', 'from the schedule file'],
  ['demand', 'J', '2.5 x economy, from the schedule file'],
  ['fixed', 'Y', 'from the schedule file'],
])('%s in %s says where its first line comes from (a fare that a file brought was said to be by distance)', (template, cabin, detail) => {
  expect(priceByPolicy(rulesOf(template), question(45_250, cabin, load(0, 10), 'KWD')).trace[0]?.detail).toBe(detail);
});
