import { expect, test } from 'vitest';
import { percentiles, underLoad } from './measure.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, n) => count - n);

test.each([
  { what: 'a thousand', samples: upTo(1_000), p50: 500, p99: 990, p999: 999, worst: 1_000 },
  { what: 'a hundred: the slowest alone is beyond p99', samples: upTo(100), p50: 50, p99: 99, p999: 100, worst: 100 },
  { what: 'three', samples: [7, 1, 3], p50: 3, p99: 7, p999: 7, worst: 7 },
  { what: 'one', samples: [4], p50: 4, p99: 4, p999: 4, worst: 4 },
  { what: 'numbers, not texts, are compared', samples: [10, 9, 100], p50: 10, p99: 100, p999: 100, worst: 100 },
  { what: 'none', samples: [], p50: 0, p99: 0, p999: 0, worst: 0 },
])('percentiles of $what', ({ samples, what: _, ...expected }) => {
  expect(percentiles(samples)).toEqual(expected);
});

test('under load every turn is done once, in order, and no more than asked are under way', async () => {
  const turns: number[] = [];
  let [underWay, most] = [0, 0];
  const { samples, perSecond } = await underLoad(10, 60, 8, async (turn) => {
    turns.push(turn);
    most = Math.max(most, ++underWay);
    await new Promise((next) => setImmediate(next));
    underWay--;
  });
  expect(turns).toEqual(Array.from({ length: 50 }, (_, n) => 10 + n));
  expect(most).toBe(8);
  expect(samples).toHaveLength(50);
  expect(perSecond).toBeGreaterThan(0);
});
