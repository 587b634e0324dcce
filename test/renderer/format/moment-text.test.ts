import { expect, test } from 'vitest';
import { momentText } from '../../../renderer/format/moment-text.ts';

const at = Date.UTC(2026, 10, 21, 14, 5);

test.each([
  ['the same day', at - 3_600_000, 'America/New_York', 'today 08:05'],
  ['the day before, on the clocks of that place', at - 12 * 3_600_000, 'America/New_York', '20 Nov 21:05'],
  ['the same moment is another day elsewhere', at - 12 * 3_600_000, 'UTC', 'today 02:05'],
  ['weeks before', at - 30 * 86_400_000, 'America/New_York', '22 Oct 10:05'],
])('%s', (_case, then, zone, text) => {
  expect(momentText(then, at, zone)).toBe(text);
});
