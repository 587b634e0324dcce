import { expect, test } from 'vitest';
import { howLong } from '../../../renderer/format/how-long.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';

test.each([
  [0, '0 min'],
  [48 * MINUTE_MS, '48 min'],
  [5 * HOUR_MS + 12 * MINUTE_MS, '5 h 12'],
  [52 * HOUR_MS, '2 d 4 h'],
])('%i ms are %s', (ms, text) => expect(howLong(ms)).toBe(text));
