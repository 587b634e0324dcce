import { expect, test } from 'vitest';
import { readAsked } from '../../../renderer/format/read-asked.ts';

const TODAY = '2026-11-21';

test.each<[string, ReturnType<typeof readAsked>]>([
  ['SMITH/J', { anyOf: [{ by: 'name', name: 'SMITH/J' }] }],
  ['SMITH/J  flown', { anyOf: [{ by: 'name', name: 'SMITH/J' }], only: 'FLOWN' }],
  ['flown', { anyOf: [], only: 'FLOWN' }],
  ['FLOWN/', { anyOf: [{ by: 'name', name: 'FLOWN/' }] }], // a surname
  ['FLOWN/JOHN', { anyOf: [{ by: 'name', name: 'FLOWN/JOHN' }] }],
  ['AA 185 24nov partly refunded', { anyOf: [{ by: 'flight', carrier: 'AA', number: 185, date: '2026-11-24' }], only: 'REFUNDED_PART' }],
  ['part refunded', { anyOf: [], only: 'REFUNDED_PART' }],
  ['full refund', { anyOf: [], only: 'REFUNDED_WHOLE' }],
  ['SZE TO part refund', { anyOf: [{ by: 'name', name: 'SZE TO' }], only: 'REFUNDED_PART' }],
  ['fully refunded', { anyOf: [], only: 'REFUNDED_WHOLE' }],
  ['Refunded', { anyOf: [], only: 'REFUNDED_WHOLE' }],
  ['elena@ refund due', { anyOf: [{ by: 'email', email: 'elena@' }], only: 'REFUND_DUE' }],
  ['1 flown', undefined],
  ['', undefined],
])('%j', (text, asked) => {
  expect(readAsked(text, TODAY)).toEqual(asked);
});
