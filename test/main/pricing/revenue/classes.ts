import fc from 'fast-check';
import { minor } from '../../../../shared/money.ts';
import type { Demand } from '../../../../shared/pricing/revenue/demand.ts';
import type { ForecastClass } from '../../../../shared/pricing/revenue/fare-class.ts';

export const normal = (fare: number, mean: number, deviation: number): ForecastClass => ({
  fare: minor(fare),
  demand: { kind: 'normal', mean, deviation },
});
export const poisson = (fare: number, mean: number): ForecastClass => ({ fare: minor(fare), demand: { kind: 'poisson', mean } });

/** Six classes whose EMSR-b levels are published: 20, 35, 54, 80, 117. */
export const SIX_CLASSES = [
  normal(1200, 31.2, 11.2),
  normal(1000, 10.9, 6.6),
  normal(800, 14.8, 7.7),
  normal(600, 19.9, 8.9),
  normal(400, 26.9, 10.4),
  normal(200, 36.3, 12),
];

const demands = (meanMost: number): fc.Arbitrary<Demand> =>
  fc.oneof(
    fc.record({ kind: fc.constant('poisson' as const), mean: fc.double({ min: 0, max: meanMost, noNaN: true }) }),
    fc.record({
      kind: fc.constant('normal' as const),
      mean: fc.double({ min: 0, max: meanMost, noNaN: true }),
      deviation: fc.double({ min: 0, max: meanMost / 2, noNaN: true }),
    }),
  );

/** One to six classes, the dearest first, some of equal fare. */
export const someClasses = (meanMost: number): fc.Arbitrary<ForecastClass[]> =>
  fc
    .array(fc.record({ fare: fc.integer({ min: 1, max: 2000_00 }), demand: demands(meanMost) }), { minLength: 1, maxLength: 6 })
    .map((classes) =>
      classes.sort((one, other) => other.fare - one.fare).map(({ fare, demand }): ForecastClass => ({ fare: minor(fare), demand })),
    );
