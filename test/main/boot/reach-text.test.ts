import { expect, test } from 'vitest';
import { pairText, reachText } from '../../../main/boot/reach-text.ts';

const FINGERPRINT = `7f3a19c0b2e45d81${'0'.repeat(48)}`;

test('a hub that others reach says where, and the fingerprint as consoles show it', () => {
  expect(reachText('https://10.0.0.7:4610', FINGERPRINT)).toBe(
    'Other computers reach this hub at https://10.0.0.7:4610, encrypted. Compare its fingerprint there: 7F3A 19C0 B2E4 5D81',
  );
});

test('a hub that this computer alone reaches says nothing', () => {
  expect(reachText('', FINGERPRINT)).toBeUndefined();
});

test('a hub without a screen says how a desk is paired, with the address at which that begins', () => {
  expect(pairText('http://127.0.0.1:4610')).toContain('signs in at http://127.0.0.1:4610 on this computer');
});
