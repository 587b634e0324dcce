import { expect, it } from 'vitest';
import { standingOf } from '../../../shared/health/standing.ts';

it.each([
  ['nothing is known', 'ms', null, 500, 0, 'unknown'],
  ['far below', 'ms', 41, 500, 0, 'good'],
  ['at seven tenths', 'ms', 350, 500, 0, 'good'],
  ['above seven tenths', 'ms', 351, 500, 0, 'near'],
  ['at the limit', 'ms', 500, 500, 0, 'near'],
  ['one or two above it, where few say nothing', 'ms', 501, 500, 2, 'near'],
  ['three above it', 'ms', 501, 500, 3, 'over'],
  ['above it, where one value is enough', 'ms', 501, 500, undefined, 'over'],
  ['none, where none may be', 'count', 0, 0, undefined, 'good'],
  ['one, where none may be', 'count', 1, 0, undefined, 'over'],
  ['all', 'share', 100, 95, 0, 'good'],
  ['one miss of two is chance', 'share', 50, 95, 1, 'near'],
  ['three misses below the limit', 'share', 91.2, 95, 3, 'over'],
  ['three misses at the limit', 'share', 95, 95, 3, 'near'],
  ['three misses, not far above', 'share', 96, 95, 3, 'near'],
  ['three misses, well above', 'share', 97, 95, 3, 'good'],
  ['all must be, and three were missed', 'share', 99.9, 100, 3, 'over'],
] as const)('%s', (_, unit, now, limit, missed, standing) => {
  expect(standingOf(unit, now, limit, missed)).toBe(standing);
});
