import { expect, test } from 'vitest';
import { FUZZ_PARTS } from './parts.ts';
import { proveParts } from './prove-parts.ts';
import { SCHEDULE_PARTS } from './schedule-files.ts';

proveParts(SCHEDULE_PARTS);

test('the shares of all parts are a whole', () => {
  expect(FUZZ_PARTS.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});
