import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMOUNT_MINOR_MAX } from '../../shared/bounds.ts';
import { decimalsOf, isCurrency } from '../../shared/currencies.ts';
import { minor, moneyText, percentOf, readMoney, roundHalfUp, sum } from '../../shared/money.ts';

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
    [0, 'USD', '0.00'],
    [5, 'USD', '0.05'],
    [123456, 'USD', '1,234.56'],
    [100_000_000_00, 'USD', '100,000,000.00'],
    [-75_00, 'USD', '\u221275.00'],
    [0, 'JPY', '0'],
    [5, 'JPY', '5'],
    [1_234_567, 'JPY', '1,234,567'],
    [-500, 'JPY', '\u2212500'],
    [0, 'KWD', '0.000'],
    [5, 'KWD', '0.005'],
    [1_234_567, 'KWD', '1,234.567'],
  ])('%i %s -> %s', (amount, currency, text) => expect(moneyText(minor(amount), currency)).toBe(text));

  test('reads back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: AMOUNT_MINOR_MAX }),
        fc.constantFrom('JPY', 'USD', 'KWD'),
        (amount, currency) => readMoney(moneyText(minor(amount), currency), currency) === amount,
      ),
    );
  });
});

describe('reading an amount', () => {
  test.each([
    ['60', 'USD', 6_000],
    ['60.5', 'USD', 6_050],
    ['60.05', 'USD', 6_005],
    ['1,234.50', 'USD', 123_450],
    [' 7 ', 'USD', 700],
    ['6.005', 'USD', undefined],
    ['1,23', 'USD', undefined],
    ['-5', 'USD', undefined],
    ['', 'USD', undefined],
    ['abc', 'USD', undefined],
    ['400000000000', 'USD', AMOUNT_MINOR_MAX],
    ['400000000000.01', 'USD', undefined],
    ['9'.repeat(400), 'USD', undefined],
    ['15000', 'JPY', 15_000],
    ['15,000', 'JPY', 15_000],
    ['150.0', 'JPY', undefined],
    ['60', 'KWD', 60_000],
    ['60.005', 'KWD', 60_005],
    ['60.0005', 'KWD', undefined],
  ])('%j %s -> %s', (text, currency, amount) => expect(readMoney(text, currency)).toBe(amount));
});

test.each([
  ['JPY', 0],
  ['XOF', 0],
  ['USD', 2],
  ['HUF', 2],
  ['KWD', 3],
  ['IQD', 3],
])('%s has %i decimals', (currency, decimals) => {
  expect(isCurrency(currency)).toBe(true);
  expect(decimalsOf(currency)).toBe(decimals);
});

test.each(['', 'usd', 'US', 'XXX', 'XAU', 'XTS', 'DEM', 'USDEUR'])('%j is no currency', (code) => expect(isCurrency(code)).toBe(false));

test('a percentage and its rest never make more than the whole, and a sum is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const part = percentOf(minor(amount), percent);
      expect(part).toBeLessThanOrEqual(amount);
      expect(sum([part, minor(amount - part)])).toBe(amount);
    }),
  );
});
