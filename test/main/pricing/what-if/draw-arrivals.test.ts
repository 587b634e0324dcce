import { describe, expect, test } from 'vitest';
import { cleanCurves } from '../../../../main/pricing/revenue/clean-curves.ts';
import { type DemandModel, typicalDemand } from '../../../../main/pricing/what-if/demand-model.ts';
import { type Arrival, drawArrivals } from '../../../../main/pricing/what-if/draw-arrivals.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';
import { readCurves } from '../revenue/read-curves.ts';

const draw = (model: DemandModel, seed: number) => drawArrivals(model, seededRandom(seed).next);

/** Seats on the books so many days before departure, with every class open. */
const onBooks = (arrivals: readonly Arrival[], days: number): number =>
  arrivals.reduce(
    (sum, { daysBefore, seats, goesBack }) =>
      sum + (daysBefore >= days ? seats : 0) - (goesBack.seats > 0 && goesBack.daysBefore >= days ? goesBack.seats : 0),
    0,
  );

const mean = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
const deviation = (figures: readonly number[]) => Math.sqrt(mean(figures.map((figure) => (figure - mean(figures)) ** 2)));

describe('typical demand, 400 flights of seeds 1 to 400, against 182 real departures', () => {
  const real = cleanCurves(readCurves()).curves.filter(({ onBooks }) => onBooks[90] !== undefined);
  const flights = Array.from({ length: 400 }, (_, seed) => draw(typicalDemand(469), seed + 1));

  test('the final load has their mean and deviation: 467 and 42', () => {
    const finals = flights.map((flight) => onBooks(flight, 0));
    const found = real.map((curve) => curve.onBooks[0] ?? 0);
    expect(Math.abs(mean(finals) / mean(found) - 1)).toBeLessThan(0.03);
    expect(Math.abs(deviation(finals) - deviation(found))).toBeLessThan(6);
  });

  test.each([90, 60, 45, 30, 21, 14, 7, 3])(
    '%i days before, the share on the books has their mean within 0.02 and deviation within 0.02',
    (days) => {
      const drawn = flights.map((flight) => onBooks(flight, days) / onBooks(flight, 0));
      const found = real.map((curve) => (curve.onBooks[days] ?? 0) / (curve.onBooks[0] ?? 1));
      expect(Math.abs(mean(drawn) - mean(found))).toBeLessThan(0.02);
      expect(Math.abs(deviation(drawn) - deviation(found))).toBeLessThan(0.02);
    },
  );
});

describe('any flight, seeds 1 to 50', () => {
  const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

  test.each(['mixed', 'low-fare-first'] as const)(
    '%s: who asks first stands first, seats are whole, and no more goes back than was asked for',
    (order) => {
      for (const seed of seeds) {
        const arrivals = draw({ ...typicalDemand(180), order }, seed);
        arrivals.forEach(({ daysBefore, seats, worth, goesBack }, index) => {
          expect(daysBefore).toBeLessThanOrEqual(arrivals[index - 1]?.daysBefore ?? Number.POSITIVE_INFINITY);
          expect(daysBefore).toBeGreaterThanOrEqual(0);
          expect([seats, goesBack.seats].every(Number.isInteger) && seats >= 1 && goesBack.seats <= seats).toBe(true);
          expect(goesBack.daysBefore).toBeLessThanOrEqual(daysBefore);
          expect(worth).toBeGreaterThan(0);
        });
      }
    },
  );

  test('low fare first asks in the order of what is paid, for as many seats as mixed', () => {
    for (const seed of seeds) {
      const low = draw({ ...typicalDemand(180), order: 'low-fare-first' }, seed);
      expect(low.every(({ worth }, index) => worth >= (low[index - 1]?.worth ?? 0))).toBe(true);
      expect(onBooks(low, 0)).toBe(onBooks(draw(typicalDemand(180), seed), 0));
    }
  });

  test('the same seed gives the same flight, another seed another', () => {
    expect(draw(typicalDemand(180), 3)).toEqual(draw(typicalDemand(180), 3));
    expect(draw(typicalDemand(180), 3)).not.toEqual(draw(typicalDemand(180), 4));
  });

  test('no demand gives no arrivals', () => {
    expect(draw(typicalDemand(0), 1)).toEqual([]);
  });
});
