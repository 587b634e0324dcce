import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviseAuthorised } from '../../../../main/pricing/revenue/advise-authorised.ts';
import { type OversaleCase, oversaleAt } from '../../../../main/pricing/revenue/oversale.ts';
import { minor } from '../../../../shared/money.ts';

const CABIN: OversaleCase = {
  ...{ seats: 100, showRate: 0.9, fare: minor(200_00), refundShare: 0 },
  ...{ volunteers: 2, volunteerCost: minor(400_00), deniedCost: minor(1000_00) },
};

describe('published: the most seats with a stated risk', () => {
  test.each([
    [100, 0.9, 0.001, 102],
    [150, 0.92, 0.01, 155],
    [100, 1, 0.01, 100], // everybody turns up
    [100, 0.9, 0, 100], // no risk, no oversale
    [100, 0.9, 1, 130], // any risk: the most that is allowed
  ])('%i seats, show rate %d, risk %d: %i', (seats, showRate, risk, authorised) => {
    expect(adviseAuthorised({ ...CABIN, seats, showRate }, { by: 'risk', risk }, seats === 100 ? 130 : 300).authorised).toBe(authorised);
  });
});

describe('the number that maximises net revenue', () => {
  const advised = (change: Partial<OversaleCase>) => adviseAuthorised({ ...CABIN, ...change }, { by: 'revenue' }, 130).authorised;

  test('is the best of all numbers, tried one by one', () => {
    const cabins = fc.record({
      seats: fc.integer({ min: 1, max: 60 }),
      showRate: fc.double({ min: 0.5, max: 1, noNaN: true }),
      fare: fc.integer({ min: 1, max: 2000_00 }).map(minor),
      refundShare: fc.double({ min: 0, max: 1, noNaN: true }),
      volunteers: fc.integer({ min: 0, max: 5 }),
      volunteerCost: fc.integer({ min: 0, max: 1000_00 }).map(minor),
      deniedCost: fc.integer({ min: 1000_00, max: 3000_00 }).map(minor),
    });
    fc.assert(
      fc.property(cabins, (cabin) => {
        const advice = adviseAuthorised(cabin, { by: 'revenue' }, 100);
        for (let authorised = cabin.seats; authorised <= 100; authorised++)
          expect(oversaleAt(cabin, authorised).net).toBeLessThanOrEqual(advice.net * (1 + 1e-9));
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, Partial<OversaleCase>, (authorised: number) => boolean]>([
    ['everybody turns up: sell the seats', { showRate: 1 }, (authorised) => authorised === 100],
    ['denied boarding that costs more: sell fewer', { deniedCost: minor(5000_00) }, (authorised) => authorised < advised({})],
    ['more volunteers: sell more', { volunteers: 8 }, (authorised) => authorised > advised({})],
    ['a fare that goes back: sell no more', { refundShare: 1 }, (authorised) => authorised <= advised({})],
    ['a fare of nothing: sell the seats', { fare: minor(0) }, (authorised) => authorised === 100],
  ])('%s', (_, change, holds) => {
    expect(holds(advised(change))).toBe(true);
  });
});

test('what is expected adds up: those who turn up sit, gave up their seat, or were left behind', () => {
  const { authorised, volunteers, denied, empty, risk, cost, net } = oversaleAt(CABIN, 112);
  expect(CABIN.seats - empty + volunteers + denied).toBeCloseTo(112 * 0.9, 9);
  expect(cost).toBeCloseTo(volunteers * 400_00 + denied * 1000_00, 6);
  expect(net).toBeCloseTo(112 * 200_00 - cost, 6);
  expect([authorised, risk > 0.4 && risk < 0.6]).toEqual([112, true]);
});

test.each([{ showRate: 0 }, { showRate: 1.01 }, { deniedCost: minor(1) }])('%o is a broken invariant', (change) => {
  expect(() => adviseAuthorised({ ...CABIN, ...change }, { by: 'revenue' }, 130)).toThrow();
});
