import { expect, it } from 'vitest';
import { seededRandom } from '../../../main/seeded-random.ts';
import { shareSold } from '../../../main/training/booking-curve.ts';
import { flightDemand } from '../../../main/training/flight-demand.ts';
import { statedUsual } from '../../../main/training/stated-usual.ts';

const SEED = 20_260_101;
const FLIGHTS = 20_000;

it.each([
  ['a peak', 7],
  ['noon', 12],
])(`what is usual at %s is what the demand model draws (seed ${SEED})`, (_name, hour) => {
  const random = seededRandom(SEED);
  const loads = Array.from({ length: FLIGHTS }, () => flightDemand(random, hour))
    .filter(({ cancelled }) => !cancelled)
    .map((demand) => demand.load())
    .sort((a, b) => a - b);
  const at = (share: number) => loads[Math.floor(share * loads.length)] ?? 0;
  const usual = statedUsual(hour).usual(0);
  expect(usual.low).toBeCloseTo(at(0.1), 1.8);
  expect(usual.middle).toBeCloseTo(at(0.5), 1.8);
  expect(usual.high).toBeCloseTo(at(0.9), 1.8);
});

it('the share on the books rises to all of it, and in a peak more of it comes late', () => {
  const [peak, noon] = [statedUsual(7), statedUsual(12)];
  let before = 0;
  for (let day = 340; day >= 0; day--) {
    expect(peak.sold(day)).toBeGreaterThanOrEqual(before);
    expect(peak.sold(day)).toBeLessThanOrEqual(noon.sold(day));
    expect(noon.sold(day)).toBeLessThanOrEqual(shareSold(day) + 1e-9);
    before = peak.sold(day);
  }
  expect(before).toBe(1);
});
