import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { TextSeal } from '../../../main/views/text-seal.ts';

test.each([
  '',
  'one',
  'a text of more than one block, which has sixty-four bytes, and so goes on',
  'Zoë at the desk \u2212 \u{1F6EB}',
  'x'.repeat(4_000),
])('the seal is an HMAC: %s', (text) => {
  for (const secret of ['5b6c 7', 'Zürich', 'y'.repeat(200)]) {
    const key = createHash('sha256').update(secret).digest('hex');
    expect(new TextSeal(secret).of(text)).toBe(createHmac('sha256', key).update(text).digest('base64url'));
  }
});

test('one seal makes the same of the same text, whatever it sealed in between', () => {
  const seal = new TextSeal('secret');
  const first = seal.of('one');
  expect(seal.of('two')).not.toBe(first);
  expect(seal.of('one')).toBe(first);
  expect(new TextSeal('other').of('one')).not.toBe(first);
});
