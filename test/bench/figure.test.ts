import { expect, test } from 'vitest';
import { isMet, latencyFigure } from './figure.ts';
import { figureJson, figureText } from './print-figures.ts';

test.each([
  [25_000, '>= 25000', true],
  [24_999, '>= 25000', false],
  [2, '<= 2', true],
  [2.01, '<= 2', false],
  [1.4, '<= 1.5', true],
])('%d meets %s: %s', (value, target, met) => {
  expect(isMet({ value, target })).toBe(met);
});

test('a target that cannot be compared with is no target', () => {
  expect(() => isMet({ value: 1, target: 'fast' })).toThrow('fast');
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
