import { expect, test } from 'vitest';
import { ageText } from '../../../renderer/format/age-text.ts';

test.each([
  ['2026-11-28', '2026-11-28', 'under 1 month'], // born today
  ['2026-10-31', '2026-11-30', 'under 1 month'],
  ['2026-10-28', '2026-11-28', '1 month'],
  ['2026-03-12', '2026-11-28', '8 months'],
  ['2025-11-29', '2026-11-28', '11 months'],
  ['2025-11-28', '2026-11-28', '1 y'],
  ['2018-11-29', '2026-11-28', '7 y'], // eight on the next day
])('born on %s is on %s %s old', (birthDate, onDate, text) => {
  expect(ageText(birthDate, onDate)).toBe(text);
});
