import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialMass } from '../../../../main/pricing/revenue/binomial-mass.ts';
import { chanceOfAtLeast, type Demand, joinDemand, massOf, seatsExceededWith } from '../../../../shared/pricing/revenue/demand.ts';

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);
const standard: Demand = { kind: 'normal', mean: 0, deviation: 1 };

describe('the normal distribution, to the digits of printed tables', () => {
  test.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.6448536269514722, 0.05],
    [1.959963984540054, 0.025],
    [3.090232306167813, 0.001],
    [6, 9.865876450376981e-10], // a far end keeps its digits
  ])('P(demand >= %d) = %d, and back', (deviations, chance) => {
    expect(Math.abs(chanceOfAtLeast(standard, deviations) / chance - 1)).toBeLessThan(1e-12);
    expect(seatsExceededWith({ kind: 'normal', mean: 100, deviation: 1 }, chance)).toBeCloseTo(100 + deviations, 10);
  });
});

describe('the Poisson distribution', () => {
  test('equals its formula where that can be computed', () => {
    const mean = 3.7;
    let formula = Math.exp(-mean);
    massOf({ kind: 'poisson', mean }, 30)
      .slice(0, 30)
      .forEach((chance, seats) => {
        expect(chance).toBeCloseTo(formula, 14);
        formula *= mean / (seats + 1);
      });
  });

  test('a mean of 2,000 does not vanish, though e^-2000 is no double', () => {
    expect(seatsExceededWith({ kind: 'poisson', mean: 2000 }, 0.5)).toBe(2000);
    expect(chanceOfAtLeast({ kind: 'poisson', mean: 2000 }, 2000)).toBeCloseTo(0.5 + 1 / (3 * Math.sqrt(2 * Math.PI * 2000)), 5);
  });

  test('the number exceeded with a chance is the least one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (mean, chance) => {
        const demand: Demand = { kind: 'poisson', mean };
        const seats = seatsExceededWith(demand, chance);
        expect(chanceOfAtLeast(demand, seats + 1)).toBeLessThanOrEqual(chance + 1e-12);
        if (seats > 0) expect(chanceOfAtLeast(demand, seats)).toBeGreaterThan(chance - 1e-12);
      }),
    );
  });
});

test('chances of every number of seats add up to 1, and none is below 0', () => {
  const demand = fc.oneof(
    fc.record({ kind: fc.constant('poisson' as const), mean: fc.double({ min: 0, max: 400, noNaN: true }) }),
    fc.record({
      kind: fc.constant('normal' as const),
      mean: fc.double({ min: 0, max: 400, noNaN: true }),
      deviation: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(demand, fc.integer({ min: 0, max: 300 }), (one, most) => {
      const mass = massOf(one, most);
      expect(mass).toHaveLength(most + 1);
      expect(sumOf(mass)).toBeCloseTo(1, 10);
      expect(Math.min(...mass)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  [0, 0.9, [1]],
  [3, 0, [1, 0, 0, 0]],
  [3, 1, [0, 0, 0, 1]],
  [3, 0.9, [0.001, 0.027, 0.243, 0.729]],
])('of %i, each with chance %d', (trials, chance, mass) => {
  binomialMass(trials, chance).forEach((one, wins) => {
    expect(one).toBeCloseTo(mass[wins] ?? Number.NaN, 14);
  });
});

test('joined demands add means and variances; Poisson stays Poisson', () => {
  expect(
    joinDemand([
      { kind: 'poisson', mean: 3 },
      { kind: 'poisson', mean: 4.5 },
    ]),
  ).toEqual({ kind: 'poisson', mean: 7.5 });
  expect(
    joinDemand([
      { kind: 'poisson', mean: 16 },
      { kind: 'normal', mean: 10, deviation: 3 },
    ]),
  ).toEqual({
    kind: 'normal',
    mean: 26,
    deviation: 5,
  });
});
