import { expect, test } from 'vitest';
import { reachText } from '../../../main/boot/reach-text.ts';

test.each<[host: string, said: boolean]>([
  ['127.0.0.1', false],
  ['::1', false],
  ['localhost', false],
  ['0.0.0.0', true],
  ['::', true],
  ['10.1.2.3', true],
  ['hub.local', true],
])('a hub that listens on %s says that PINs and names go in clear: %s', (host, said) => {
  const text = reachText(host);
  expect(text === undefined).toBe(!said);
  if (said) expect(text).toContain("PINs and passengers' names are not encrypted");
});
