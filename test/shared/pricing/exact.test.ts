import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as plain from '../../../shared/pricing/exact.ts';
import { leastByPolicy, priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { randomPolicy, randomQuestion } from './random-policies.ts';
import * as unbounded from './unbounded-prices.ts';

const SEED = 20261127;
const SAFE = Number.MAX_SAFE_INTEGER;

/** Whole numbers of all sizes, with the edges at which a product stops to fit. */
const whole = (most: number) => fc.oneof(fc.nat(1_000), fc.integer({ min: 0, max: most }), fc.constantFrom(0, 1, 2, most - 1, most));
const factor = fc.oneof(whole(1_000), whole(2 ** 31), whole(SAFE));
const divisor = factor.map((number) => number || 1);
const amount = fc.tuple(fc.oneof(whole(5_000_000), whole(2 ** 40), whole(SAFE)), fc.boolean()).map(([size, less]) => (less ? -size : size));

type Arithmetic<Price> = {
  exact(amount: number): Price;
  times(price: Price, over: number, under: number): Price;
  plus(price: Price, amount: number): Price;
  isLess(one: Price, other: Price): boolean;
  roundedTo(price: Price, unit: number): number;
};
type Step = readonly ['times', number, number] | readonly ['plus', number];
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('times' as const), factor, divisor),
  fc.tuple(fc.constant('times' as const), fc.integer({ min: 1, max: 900 }), fc.constantFrom(100, 97 * 100, 2_100)),
  fc.tuple(fc.constant('plus' as const), amount),
);

function after<Price>(arithmetic: Arithmetic<Price>, first: number, steps: readonly Step[]): Price {
  let price = arithmetic.exact(first);
  for (const one of steps) price = one[0] === 'plus' ? arithmetic.plus(price, one[1]) : arithmetic.times(price, one[1], one[2]);
  return price;
}

/** All that can be asked of two prices: their rounded amounts and which is less. */
function asked<Price>(
  arithmetic: Arithmetic<Price>,
  [one, other]: readonly [readonly [number, readonly Step[]], readonly [number, readonly Step[]]],
  unit: number,
) {
  const [left, right] = [after(arithmetic, ...one), after(arithmetic, ...other)];
  const near = arithmetic.exact(arithmetic.roundedTo(left, 1));
  return {
    rounded: [left, right].flatMap((price) => [1, unit].map((to) => arithmetic.roundedTo(price, to))),
    less: [arithmetic.isLess(left, right), arithmetic.isLess(right, left), arithmetic.isLess(left, near), arithmetic.isLess(near, left)],
    itself: arithmetic.isLess(left, after(arithmetic, ...one)),
  };
}

test(`plain numbers say what numbers without an end say, seed ${SEED}`, () => {
  const price = fc.tuple(amount, fc.array(step, { maxLength: 9 }));
  const unit = fc.constantFrom(1, 5, 100, 1_000, 99_999, 100_000);
  fc.assert(
    fc.property(fc.tuple(price, price), unit, (prices, to) => {
      // An amount beyond 2^53 has no place in a store, and rounding to it would not be exact in any form.
      const reference = asked(unbounded, prices, to);
      fc.pre(reference.rounded.every(Number.isSafeInteger));
      expect(asked(plain, prices, to)).toEqual(reference);
    }),
    { seed: SEED, numRuns: 20_000 },
  );
});

test(`so policies give the same prices in both, in dollars, yen and dinars, seed ${SEED}`, async () => {
  vi.resetModules();
  vi.doMock('../../../shared/pricing/exact.ts', () => unbounded);
  const onPaper = await import('../../../shared/pricing/price-by-policy.ts');
  vi.doUnmock('../../../shared/pricing/exact.ts');
  // Other files do not find what was loaded with them.
  vi.resetModules();
  expect(onPaper.exactByPolicy([], {} as never)).toEqual({ over: 0n, under: 1n });
  // An import from a file gives yen and dinars of nine digits, which leave the plain numbers after a few rules.
  const times = fc.constantFrom(1, 1, 1_000, 999_983);
  fc.assert(
    fc.property(randomPolicy, randomQuestion, times, (rules, question, more) => {
      const asked = { ...question, baseFare: Math.min(question.baseFare * more, 2_000_000_000) };
      const { fare, trace } = onPaper.priceByPolicy(rules, asked);
      expect(priceByPolicy(rules, asked)).toMatchObject({ fare, trace });
      expect(leastByPolicy(rules, asked)).toBe(onPaper.leastByPolicy(rules, asked));
    }),
    { seed: SEED, numRuns: 5_000 },
  );
});

test.each([
  ['the half goes up', 25, 1, 10, 1, 3],
  ['and away from zero', -25, 1, 10, 1, -3],
  ['the half of the largest numbers goes up', 2 ** 52 - 1, 1, 2 ** 53 - 2, 1, 1],
  ['just below the half goes down', 2 ** 52 - 1, 1, 2 ** 53 - 1, 1, 0],
  ['just below the half of ten goes down', 2 ** 50 - 1, 10, 2 ** 51, 10, 0],
  ['a quotient that the processor rounds up to a whole number', SAFE, 1, 3, 1, 3_002_399_751_580_330],
  ['a product that just does not fit', 2 ** 27, 2 ** 26, 2 ** 26, 1, 2 ** 27],
  ['nothing', 0, 900, 100, 100, 0],
  ['a factor of nothing', 12_345, 0, 100, 1, 0],
])('%s', (_case, first, over, under, unit, rounded) => {
  expect(plain.roundedTo(plain.times(plain.exact(first), over, under), unit)).toBe(rounded);
});
