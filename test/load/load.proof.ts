import { expect, test } from 'vitest';
import { everydayLoad } from './everyday-load.ts';
import { readArguments } from './read-arguments.ts';

test('twenty consoles at work over TLS for some seconds lose no event, and the books balance', async () => {
  const asked = readArguments(['--consoles', '20', '--minutes', '0.08', '--rate', '60', '--stops', '0', '--seed', '20261128', '--secure']);
  const figures = await everydayLoad(asked, () => {});
  expect(figures.problems).toEqual([]);
  // A load that sold nothing, or heard nothing, would prove nothing.
  expect(figures.sold).toBeGreaterThan(0);
  expect(figures.eventLag?.count).toBeGreaterThan(0);
});
