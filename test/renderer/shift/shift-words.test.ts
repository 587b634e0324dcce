import { expect, test } from 'vitest';
import { overridesText } from '../../../renderer/shift/shift-words.ts';

test.each([
  [{ overrides: 0, overridden: {} }, 'overrides 0'],
  [{ overrides: 3, overridden: { authorised: 2, downgrade: 1 } }, 'overrides 3 (downgrades 1, cabins authorised 2)'],
  // A Z of an earlier version tells their sum alone.
  [{ overrides: 2 }, 'overrides 2'],
] as const)('overrides %j are told as “%s”', (totals, text) => {
  expect(overridesText(totals)).toBe(text);
});
