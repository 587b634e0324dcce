import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidPrice } from '../../../../main/pricing/revenue/bid-price.ts';
import { minor } from '../../../../shared/money.ts';
import { emsrB } from '../../../../shared/pricing/revenue/emsr-b.ts';
import { normal, SIX_CLASSES, someClasses } from './classes.ts';

describe('the bid price of six classes', () => {
  const levels = emsrB(SIX_CLASSES);
  test.each([
    [0, Number.POSITIVE_INFINITY], // nothing is for sale
    [1, 1196], // nearly sure to go at the top fare
    [20, 1010], // the second class is still closed
    [21, 1000], // now it is open
    [55, 600],
    [118, 200],
    [250, 0], // more seats than anybody will ask for
  ])('with %i seats free: %i', (free, price) => {
    expect(Math.round(bidPrice(SIX_CLASSES, levels, free))).toBe(price);
  });
});

test('falls as seats stay free, and a class is open exactly while its fare reaches it', () => {
  fc.assert(
    fc.property(someClasses(30), (classes) => {
      const levels = emsrB(classes);
      let last = Number.POSITIVE_INFINITY;
      for (let free = 1; free <= 150; free++) {
        const price = bidPrice(classes, levels, free);
        expect(price).toBeLessThanOrEqual(last * (1 + 1e-9));
        last = price;
        classes.forEach(({ fare }, index) => {
          // A level that was raised to the one before it keeps a class closed at a price that it would reach.
          if ((index === 0 ? 0 : (levels[index - 1] ?? 0)) < free) expect(fare).toBeGreaterThanOrEqual(price * (1 - 1e-9));
        });
      }
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['unknown', [undefined, undefined]],
  ['zero', [normal(1, 0, 0).demand, normal(1, 0, 0).demand]],
])('with %s demand it is the top fare', (_, [top, low]) => {
  const classes = [
    { fare: minor(300), demand: top },
    { fare: minor(100), demand: low },
  ];
  expect(bidPrice(classes, emsrB(classes), 50)).toBe(300);
});
