import { expect, it } from 'vitest';
import { figureText, limitText } from '../../../shared/health/figure-text.ts';
import { FIGURE_NAMES, figureRule } from '../../../shared/health/figures.ts';

it.each([
  ['ms', 0, '0'],
  ['ms', 0.3, 'under 1 ms'],
  ['ms', 41.4, '41 ms'],
  ['ms', 500, '500 ms'],
  ['ms', 999.6, '1 s'],
  ['ms', 1_000, '1 s'],
  ['ms', 1_240, '1.2 s'],
  ['ms', 59_400, '59 s'],
  ['ms', 59_600, '1 min'],
  ['ms', 220_000, '3 min 40'],
  ['ms', 300_000, '5 min'],
  ['ms', 3_600_000, '1 h'],
  ['ms', 86_400_000, '24 h'],
  ['ms', 94_200_000, '26 h 10'],
  ['ms', 30 * 86_400_000, '30 d'],
  ['share', 100, '100 %'],
  ['share', 99.99, '99.9 %'],
  ['share', 91.2, '91.2 %'],
  ['share', 0, '0 %'],
  ['bytes', 4_096, '4.1 kB'],
  ['bytes', 412_000_000, '412 MB'],
  ['bytes', 48_000_000_000, '48 GB'],
  ['count', 3, '3'],
  ['count', 0.25, '0.25'],
] as const)('%s of %d reads %s', (unit, value, text) => {
  expect(figureText(unit, value)).toBe(text);
});

it('a share says that it must not be less', () => {
  expect(limitText('share', 95)).toBe('at least 95 %');
  expect(limitText('ms', 500)).toBe('500 ms');
});

it.each(FIGURE_NAMES)('%s comes with a limit that may be set', (figure) => {
  const { limit, least, most } = figureRule(figure);
  expect(limit).toBeGreaterThanOrEqual(least);
  expect(limit).toBeLessThanOrEqual(most);
});
