import { expect, test } from 'vitest';
import { isMet, latencyFigure } from './figure.ts';
import { figureJson, figureText } from './print-figures.ts';

test.each([
  [100_000, 1, '>= 100000', true],
  [99_999, 1, '>= 100000', false],
  [2, 9, '<= 2', true],
  [2.01, 9, '<= 2', false],
  [1.4, 9, '<= 1.5', true],
  [20_000, 0.65, 'ratio >= 0.65', true],
  [90_000, 0.64, 'ratio >= 0.65', false],
])('%d, %d of the raw limit, meets %s: %s', (value, ratio, target, met) => {
  expect(isMet({ value, ratio, target })).toBe(met);
});

test('a target that cannot be compared with is no target', () => {
  expect(() => isMet({ value: 1, ratio: 1, target: 'fast' })).toThrow('fast');
});

test('a figure of single calls tells one percentile, its ratio to the same of the raw calls, and all three', () => {
  const figure = latencyFigure('hold.latency', 'p99', 2, [1, 2, 3], [1, 1, 2], { note: 'in turn', storeBytes: 2 ** 20 });
  expect(JSON.parse(figureJson(figure))).toEqual({
    metric: 'hold.latency',
    value: 3,
    unit: 'ms p99',
    target: '<= 2',
    ratio: 1.5,
    p50: 2,
    p99: 3,
    p999: 3,
    storeBytes: 1_048_576,
    note: 'in turn',
    met: false,
  });
  expect(figureText(figure)).toMatch(/^hold\.latency +3 ms p99 +<= 2 +NO +1\.5 raw +2 \/ 3 \/ 3 +1 MiB +in turn$/);
});
