import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor, moneyText, percentOf, roundHalfUp, sum } from '../../shared/money.ts';

describe('rounding half up, away from zero', () => {
  test.each([
    [0.49, 0],
    [0.5, 1],
    [1.005 * 100, 101], // a binary fraction a hair below the half it means
    [2.5, 3],
    [-0.5, -1],
    [-2.4, -2],
  ])('%f -> %i', (exact, rounded) => expect(roundHalfUp(exact)).toBe(rounded));

  test('is never further than half from the exact amount', () => {
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (exact) => Math.abs(roundHalfUp(exact) - exact) <= 0.5 + 1e-5));
  });
});

describe('writing an amount', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [123456, '1,234.56'],
    [100_000_000_00, '100,000,000.00'],
    [-75_00, '\u221275.00'],
  ])('%i -> %s', (amount, text) => expect(moneyText(minor(amount))).toBe(text));

  test('reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        const read = Number(moneyText(minor(amount)).replaceAll(',', '').replace('\u2212', '-'));
        return Math.round(read * 100) === amount;
      }),
    );
  });
});

test('a percentage and its rest never make more than the whole, and a sum is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const part = percentOf(minor(amount), percent);
      expect(part).toBeLessThanOrEqual(amount);
      expect(sum([part, minor(amount - part)])).toBe(amount);
    }),
  );
});
