import { describe, expect, test } from 'vitest';
import { seatsLeft } from '../../../../main/pricing/revenue/seats-left.ts';
import { compareOffers, flyPair } from '../../../../main/pricing/what-if/compare-offers.ts';
import { typicalDemand } from '../../../../main/pricing/what-if/demand-model.ts';
import { meanInterval } from '../../../../main/pricing/what-if/mean-interval.ts';
import type { Offer } from '../../../../main/pricing/what-if/replay-arrivals.ts';
import { seededRandom } from '../../../../main/seeded-random.ts';
import { bookingLimits } from '../../../../shared/pricing/revenue/booking-limits.ts';
import { emsrB } from '../../../../shared/pricing/revenue/emsr-b.ts';
import { normal } from '../revenue/classes.ts';

const CABIN = { authorised: 100, referenceFare: 100_00, refundShare: 0.5 };
const chanceOf = (run: number) => seededRandom(run + 1).next;
const flat =
  (fare: number): Offer =>
  () =>
    fare;
const model = { ...typicalDemand(140), order: 'low-fare-first' } as const;
const fly = (published: Offer, draft: Offer, from = 0, to = 200) =>
  Array.from({ length: to - from }, (_, index) => flyPair([{ ...CABIN, model, published, draft }], chanceOf(from + index)));

test('the same offer twice changes nothing, flight by flight', () => {
  const { change } = compareOffers(fly(flat(100_00), flat(100_00)));
  expect(Object.values(change)).toEqual(new Array(5).fill({ mean: 0, low: 0, high: 0 }));
});

test('runs made in portions are the runs made at once', () => {
  const [one, other] = [flat(100_00), flat(120_00)];
  expect([...fly(one, other, 0, 7), ...fly(one, other, 7, 20)]).toEqual(fly(one, other, 0, 20));
});

test('the change is known more exactly than the two figures, because both had the same arrivals', () => {
  const { published, draft, change } = compareOffers(fly(flat(100_00), flat(105_00)));
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(width(change.revenue)).toBeLessThan(Math.min(width(published.revenue), width(draft.revenue)));
  expect(change.revenue.mean).toBeCloseTo(draft.revenue.mean - published.revenue.mean, 4);
});

test('a flight of two cabins earns and carries what its cabins do together, and a cabin without demand adds its seats alone', () => {
  const cabin = { ...CABIN, model, published: flat(100_00), draft: flat(120_00) };
  const empty = { ...cabin, authorised: 20, model: typicalDemand(0) };
  const [one, both] = [flyPair([cabin], chanceOf(3)), flyPair([cabin, empty], chanceOf(3))];
  expect(both).toEqual({ ...one, seats: 120 });
  const twice = flyPair([cabin, cabin], chanceOf(3));
  expect(twice.seats).toBe(200);
  expect(twice.published.passengers).toBeGreaterThan(one.published.passengers);
});

test('flights that nobody can pay for have no average price', () => {
  const { published, draft, change } = compareOffers(fly(flat(10_000_00), flat(100_00)));
  expect(published.revenue.mean).toBe(0);
  for (const { averagePrice } of [published, draft, change]) expect(averagePrice).toEqual({ mean: 0, low: 0, high: 0 });
});

describe('seats protected by EMSR-b, where low fares ask first', () => {
  const classes = [normal(250_00, 30, 9), normal(150_00, 45, 12), normal(80_00, 60, 15)];
  const limits = bookingLimits(100, emsrB(classes));
  const nested: Offer = (taken, _days, seats) => classes.filter((_, index) => (seatsLeft(limits, taken)[index] ?? 0) >= seats).at(-1)?.fare;

  test('earn more than the lowest fare for all, with an interval that leaves no doubt', () => {
    expect(compareOffers(fly(flat(80_00), nested)).change.revenue.low).toBeGreaterThan(0);
  });

  test('never oversell', () => {
    expect(fly(flat(80_00), nested).every(({ published, draft }) => Math.max(published.passengers, draft.passengers) <= 100)).toBe(true);
  });
});

describe('the interval of a mean', () => {
  test('of ten figures with a known deviation', () => {
    const { mean, low, high } = meanInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([mean, low.toFixed(4), high.toFixed(4)]).toEqual([5.5, '3.6235', '7.3765']);
  });

  test('holds the true mean in about 95 of 100 simulations, seeds 1 to 1,000', () => {
    let held = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const random = seededRandom(seed);
      const { low, high } = meanInterval(Array.from({ length: 60 }, () => random.next()));
      if (low <= 0.5 && high >= 0.5) held += 1;
    }
    expect(held).toBeGreaterThan(930);
    expect(held).toBeLessThan(970);
  });
});
