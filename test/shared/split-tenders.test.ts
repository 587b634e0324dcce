import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitTenders } from '../../shared/split-tenders.ts';

test.each([
  ['one tender', 100, [[300, 0]], [100]],
  [
    'in proportion',
    100,
    [
      [100, 0],
      [300, 0],
    ],
    [25, 75],
  ],
  [
    'odd units go to the largest rest',
    100,
    [
      [100, 0],
      [100, 0],
      [100, 0],
    ],
    [34, 33, 33],
  ],
  [
    'what went back before does not count',
    50,
    [
      [100, 100],
      [100, 0],
    ],
    [0, 50],
  ],
  [
    'all of it',
    200,
    [
      [100, 0],
      [100, 0],
    ],
    [100, 100],
  ],
  ['nothing', 0, [[100, 0]], [0]],
  ['nothing of nothing', 0, [[100, 100]], [0]],
] as [string, number, [number, number][], number[]][])('%s', (_, price, tenders, parts) => {
  expect(
    splitTenders(
      price,
      tenders.map(([amount, refunded]) => ({ amount, refunded })),
    ),
  ).toEqual(parts);
});

test('the parts add up to the price, and no tender gives more than it has', () => {
  const tender = fc
    .tuple(fc.nat(9_000_000_000), fc.nat(100))
    .map(([amount, percent]) => ({ amount, refunded: Math.floor((amount * percent) / 100) }));
  fc.assert(
    fc.property(fc.array(tender, { minLength: 1, maxLength: 8 }), fc.nat(1000), (tenders, share) => {
      const all = tenders.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
      const price = Math.floor((all * share) / 1000);
      const parts = splitTenders(price, tenders);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(price);
      for (const [at, { amount, refunded }] of tenders.entries()) {
        expect(parts[at]).toBeGreaterThanOrEqual(0);
        expect(parts[at]).toBeLessThanOrEqual(amount - refunded);
      }
    }),
  );
});
