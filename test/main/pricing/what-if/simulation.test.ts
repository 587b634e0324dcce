import { describe, expect, test } from 'vitest';
import { policyOffer } from '../../../../main/pricing/what-if/policy-offer.ts';
import { type SampledFlight, Simulation, type SimulationOptions } from '../../../../main/pricing/what-if/simulation.ts';
import { SpreadSample } from '../../../../main/pricing/what-if/spread-sample.ts';
import type { PolicyRule } from '../../../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../../../shared/pricing/policy-templates.ts';
import { priceQuestion } from '../../../shared/pricing/price-question.ts';

const { demand, tiers } = POLICY_TEMPLATES as Record<string, readonly PolicyRule[]> as { demand: PolicyRule[]; tiers: PolicyRule[] };
const economy = priceQuestion({ ofCabin: { authorised: 180, held: 3, sold: 40 }, ofFlight: { authorised: 200, held: 3, sold: 44 } });
const business = { ...economy, cabin: 'J' as const, ofCabin: { authorised: 20, held: 0, sold: 4 } };
const flight = (before: readonly PolicyRule[], after: readonly PolicyRule[], cabins = [economy]): SampledFlight => ({
  cabins,
  before,
  after,
});
const OPTIONS: SimulationOptions = { seed: 41, runs: 200, demandPercent: 140, order: 'mixed' };

function figures(flights: readonly SampledFlight[], more: Partial<SimulationOptions> = {}, portion = 200) {
  const simulation = new Simulation(flights, { ...OPTIONS, ...more });
  while (!simulation.done) simulation.fly(portion);
  const found = simulation.figures;
  if (!found) throw new Error('two runs give figures');
  return found;
}

describe('a simulated flight', () => {
  test('sells the same by the same rules', () => {
    const { change } = figures([flight(demand, demand)]);
    expect(Object.values(change)).toEqual(Array(5).fill({ mean: 0, low: 0, high: 0 }));
  });

  test('starts empty, whatever is sold today', () => {
    const empty = { ...economy, ofCabin: { authorised: 180, held: 0, sold: 0 } };
    expect(figures([flight(demand, tiers)])).toEqual(figures([flight(demand, tiers, [empty])]));
  });

  test('gives the same figures in portions as at once, and other ones for another seed', () => {
    const { points: _, ...once } = figures([flight(demand, tiers)]);
    const { points, ...portions } = figures([flight(demand, tiers)], {}, 7);
    expect(portions).toEqual(once);
    expect(points.at(-1)?.runs).toBe(200);
    expect(figures([flight(demand, tiers)], { seed: 42 }).published.revenue.mean).not.toBe(once.published.revenue.mean);
  });

  test('fills more, spills more and earns less a seat by tiers that begin at 70 %', () => {
    const { change, published } = figures([flight(demand, tiers)]);
    expect(change.loadFactor.low).toBeGreaterThan(0);
    expect(change.spilled.low).toBeGreaterThan(0);
    expect(change.averagePrice.high).toBeLessThan(0);
    expect(published.loadFactor.mean).toBeGreaterThan(0.6);
    expect(published.loadFactor.mean).toBeLessThan(0.85);
  });

  test('carries nobody more than it has seats, with low fares first and demand of three times the seats', () => {
    const { published, draft } = figures([flight(demand, tiers)], { order: 'low-fare-first', demandPercent: 300, runs: 50 });
    expect(published.loadFactor.high).toBeLessThanOrEqual(1);
    expect(draft.loadFactor.high).toBeLessThanOrEqual(1);
  });

  test('sells its cabins apart, each with its own demand', () => {
    const [one, both] = [figures([flight(demand, tiers)]), figures([flight(demand, tiers, [economy, business])])];
    expect(both.published.revenue.mean).toBeGreaterThan(one.published.revenue.mean);
  });

  test('takes turns with the other flights of the sample', () => {
    const dear = { ...economy, baseFare: 500_00 };
    const { flights, published } = figures([flight(demand, tiers), flight(demand, tiers, [dear])]);
    expect(flights).toBe(2);
    expect(published.revenue.mean).toBeGreaterThan(2 * figures([flight(demand, tiers)]).published.revenue.mean);
  });

  test('has no figures before its second run', () => {
    const simulation = new Simulation([flight(demand, tiers)], OPTIONS);
    expect(simulation.figures).toBeUndefined();
    simulation.fly(1);
    expect(simulation.figures).toBeUndefined();
  });
});

describe('the offer of a policy', () => {
  const byFlight: PolicyRule[] = [
    { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
    { rule: 'loadTiers', over: 'flight', tiers: [{ below: 50, percent: 100 }], above: 150 },
    { rule: 'rounding', to: 1, less: 0 },
  ];
  test.each<[string, number, number]>([
    ['half of the cabin less one seat is below half of the flight', 89, 100_00],
    ['half of the cabin is half of the flight', 90, 150_00],
  ])('by the load of the flight: %s', (_, taken, fare) => {
    expect(policyOffer(byFlight, economy)(taken, 10, 1)).toBe(fare);
  });

  test('asks by the days that are left in the simulation, not by those of today', () => {
    const lastMinute: PolicyRule[] = [
      { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
      {
        rule: 'daysAhead',
        knots: [
          { days: 0, change: 100 },
          { days: 1, change: 0 },
        ],
      },
      { rule: 'rounding', to: 1, less: 0 },
    ];
    const offer = policyOffer(lastMinute, economy);
    expect([offer(0, 0, 1), offer(0, 1, 1)]).toEqual([200_00, 100_00]);
  });
});

describe('a sample spread over a stream', () => {
  const sample = (length: number) => {
    const kept = new SpreadSample<number>(30);
    for (let item = 0; item < length; item++) kept.add(() => item);
    return kept;
  };
  test.each([0, 1, 30, 31, 59, 60, 61, 119, 120, 121, 1_000, 1_000_000])('of %i items', (length) => {
    const { items, seen } = sample(length);
    expect(seen).toBe(length);
    expect(items).toHaveLength(Math.min(30, length));
    expect(new Set(items).size).toBe(items.length);
    items.forEach((item, place) => {
      // No further from its even place than a tenth of the stream.
      expect(Math.abs(item - (place * length) / items.length)).toBeLessThanOrEqual(length / 10 + 1);
    });
  });
});
