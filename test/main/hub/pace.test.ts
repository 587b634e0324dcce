import { expect, test } from 'vitest';
import { COME_AGAIN_MS_MAX, COME_AGAIN_MS_MIN, Pace } from '../../../main/hub/pace.ts';

test('who stands at 1,000 in a line that does 100 each 50 ms comes again in half a second', () => {
  const pace = new Pace();
  for (let n = 1; n <= 60; n++) pace.done(100, (n - 1) * 50, n * 50);
  expect(pace.comeAgainMs(1_000)).toBeGreaterThan(490);
  expect(pace.comeAgainMs(1_000)).toBeLessThan(510);
});

test.each([
  ['a pause between two batches is no slowness', 1_000_000],
  ['nor is a batch that waited behind another', 2],
])('%s', (_, begunAt) => {
  const pace = new Pace();
  pace.done(1, 0, 1);
  for (let n = 0; n < 60; n++) pace.done(10, begunAt + n * 10, begunAt + n * 10 + 10);
  expect(pace.comeAgainMs(1_000)).toBeGreaterThan(900);
  expect(pace.comeAgainMs(1_000)).toBeLessThan(1_100);
});

test('nobody is told to come at once, or in an hour', () => {
  const pace = new Pace();
  expect(pace.comeAgainMs(1)).toBe(COME_AGAIN_MS_MIN);
  pace.done(1, 0, 100_000_000);
  for (let n = 1; n < 50; n++) pace.done(1, n * 100_000_000, (n + 1) * 100_000_000);
  expect(pace.comeAgainMs(20_000)).toBe(COME_AGAIN_MS_MAX);
});
