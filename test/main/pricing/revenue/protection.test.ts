import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestProtection } from '../../../../main/pricing/revenue/best-protection.ts';
import { emsrA } from '../../../../main/pricing/revenue/emsr-a.ts';
import { nestedRevenue } from '../../../../main/pricing/revenue/nested-revenue.ts';
import { minor } from '../../../../shared/money.ts';
import { bookingLimits } from '../../../../shared/pricing/revenue/booking-limits.ts';
import { emsrB } from '../../../../shared/pricing/revenue/emsr-b.ts';
import type { FareClass } from '../../../../shared/pricing/revenue/fare-class.ts';
import { littlewood } from '../../../../shared/pricing/revenue/littlewood.ts';
import { normal, poisson, SIX_CLASSES, someClasses } from './classes.ts';

const printed = (levels: readonly number[], decimals: number) => levels.map((level) => level.toFixed(decimals));
const keeping = (levels: readonly number[], seats: number) =>
  bookingLimits(seats, levels)
    .slice(1)
    .map((limit) => seats - limit);

describe('published values, to the printed digit', () => {
  test('Littlewood: fares 225 and 159, Poisson 27.3, capacity 118: protect 24, limit 94', () => {
    const kept = littlewood(225, 159, { kind: 'poisson', mean: 27.3 });
    expect([kept, ...bookingLimits(118, [kept])]).toEqual([24, 118, 94]);
  });

  test('EMSR-b, six classes: 20, 35, 54, 80, 117', () => {
    expect(printed(emsrB(SIX_CLASSES), 0)).toEqual(['20', '35', '54', '80', '117']);
  });

  test('four classes with fares close together: EMSR-a keeps too few here, EMSR-b too many', () => {
    const four = [normal(1050, 17.3, 5.8), normal(567, 45.1, 15), normal(534, 39.6, 13.2), normal(520, 34, 11.3)];
    expect(printed(emsrA(four), 1)).toEqual(['16.7', '38.7', '55.7']);
    expect(printed(emsrB(four), 1)).toEqual(['16.7', '50.9', '83.2']);
    const best = bestProtection(four, 120).protections;
    expect(best.every((kept, index) => kept >= Math.round(emsrA(four)[index] ?? 0) && kept <= Math.round(emsrB(four)[index] ?? 0))).toBe(
      true,
    );
  });
});

describe('edges of Littlewood', () => {
  test.each<[string, number, number, number]>([
    ['equal fares keep nothing', 100, 100, 0],
    ['a cheaper fare of 0 never takes a seat', 100, 0, Number.POSITIVE_INFINITY],
    ['half the fare keeps the mean', 100, 50, 30],
    ['a fare that is nearly as high keeps none rather than fewer than none', 100_000, 99_999, 0],
  ])('%s', (_, dearer, cheaper, kept) => {
    expect(littlewood(dearer, cheaper, { kind: 'normal', mean: 30, deviation: 10 })).toBe(kept);
  });
});

describe('zero or missing demand: everything to the top class', () => {
  const unknown = (fare: number): FareClass => ({ fare: minor(fare), demand: undefined });
  const cases: [string, readonly FareClass[], number[]][] = [
    ['nothing is known', [unknown(300), unknown(200), unknown(100)], [90, 0, 0]],
    ['nobody is expected', [normal(300, 0, 0), poisson(200, 0), normal(100, 0, 0)], [90, 0, 0]],
    ['the top class is not known', [unknown(300), poisson(200, 20), poisson(100, 60)], [90, 0, 0]],
    ['a class in the middle is not known: those below it are closed', [normal(300, 20, 0), unknown(200), poisson(100, 60)], [90, 70, 0]],
    [
      'nobody is expected in the top class alone: it keeps nothing',
      [normal(300, 0, 0), normal(200, 30, 0), normal(100, 60, 0)],
      [90, 90, 60],
    ],
  ];
  test.each(cases)('%s', (_, classes, limits) => {
    expect(bookingLimits(90, emsrA(classes))).toEqual(limits);
    expect(bookingLimits(90, emsrB(classes))).toEqual(limits);
  });

  test.each(cases.slice(0, 3))('the exact programme too: %s', (_, classes, limits) => {
    expect(bookingLimits(90, bestProtection(classes, 90).protections)).toEqual(limits);
  });
});

test('classes that do not stand from the dearest to the cheapest are a broken invariant', () => {
  expect(() => emsrB([poisson(100, 5), poisson(200, 5)])).toThrow('from the dearest');
  expect(() => bestProtection(SIX_CLASSES, 401)).toThrow('at most 400');
});

describe('whatever the classes', () => {
  test('levels never fall and limits never rise from class to class; limits are whole seats of the cabin', () => {
    fc.assert(
      fc.property(someClasses(60), fc.integer({ min: 0, max: 300 }), (classes, seats) => {
        for (const levels of [emsrA(classes), emsrB(classes)]) {
          expect(levels).toHaveLength(classes.length - 1);
          expect(levels.every((level, index) => level >= (levels[index - 1] ?? 0))).toBe(true);
          const limits = bookingLimits(seats, levels);
          expect(limits[0]).toBe(seats);
          expect(limits.every((limit, index) => Number.isInteger(limit) && limit >= 0 && limit <= (limits[index - 1] ?? seats))).toBe(true);
        }
      }),
    );
  });

  test('a dearer next fare keeps no more seats from it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1000 }),
        fc.integer({ min: 1, max: 999 }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (dearer, cheaper, mean) => {
          const demand = { kind: 'poisson', mean } as const;
          expect(littlewood(dearer, cheaper + 1, demand)).toBeLessThanOrEqual(littlewood(dearer, cheaper, demand));
        },
      ),
    );
  });

  test('no heuristic earns more than the exact programme', () => {
    fc.assert(
      fc.property(someClasses(12), fc.integer({ min: 1, max: 30 }), (classes, seats) => {
        const best = bestProtection(classes, seats);
        const most = best.values[seats] ?? 0;
        for (const levels of [emsrA(classes), emsrB(classes), classes.slice(1).map(() => 0)])
          expect(nestedRevenue(classes, keeping(levels, seats), seats)).toBeLessThanOrEqual(most * (1 + 1e-12) + 1e-9);
        if (classes.some(({ demand }) => demand.mean > 0)) expect(nestedRevenue(classes, best.protections, seats)).toBeCloseTo(most, 5);
      }),
    );
  });

  test('the exact programme for two classes is Littlewood', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 999 }),
        fc.integer({ min: 1, max: 998 }),
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        (one, other, mean) => {
          const [dearer, cheaper] = [Math.max(one, other), Math.min(one, other)];
          const kept = littlewood(dearer, cheaper, { kind: 'poisson', mean });
          expect(bestProtection([poisson(dearer, mean), poisson(cheaper, 10)], 80).protections).toEqual([Math.min(80, kept)]);
        },
      ),
    );
  });
});

test('the exact programme finds what trying every level finds, and its value is what serving every demand one by one earns', () => {
  const classes = [poisson(500, 1.5), poisson(300, 2.2), poisson(100, 3)] as const;
  const seats = 5;
  const chances = classes.map(({ demand }) => {
    const mean = demand.mean;
    const all = [Math.exp(-mean)];
    for (let n = 1; n < 40; n++) all.push(((all[n - 1] ?? 0) * mean) / n);
    return all;
  });
  const earns = (first: number, second: number): number => {
    let sum = 0;
    for (let cheap = 0; cheap < 25; cheap++)
      for (let middle = 0; middle < 25; middle++)
        for (let top = 0; top < 25; top++) {
          const chance = (chances[2]?.[cheap] ?? 0) * (chances[1]?.[middle] ?? 0) * (chances[0]?.[top] ?? 0);
          const soldCheap = Math.min(cheap, Math.max(0, seats - second));
          const soldMiddle = Math.min(middle, Math.max(0, seats - soldCheap - first));
          sum += chance * (soldCheap * 100 + soldMiddle * 300 + Math.min(top, seats - soldCheap - soldMiddle) * 500);
        }
    return sum;
  };
  let most = 0;
  for (let first = 0; first <= seats; first++)
    for (let second = first; second <= seats; second++) most = Math.max(most, earns(first, second));
  const { protections, values } = bestProtection(classes, seats);
  expect(values[seats]).toBeCloseTo(most, 6);
  expect(earns(protections[0] ?? 0, protections[1] ?? 0)).toBeCloseTo(most, 6);
});
