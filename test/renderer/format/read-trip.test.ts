import { expect, test } from 'vitest';
import { readTrip } from '../../../renderer/format/read-trip.ts';

const TODAY = '2026-11-21';

test.each([
  ['24NOV', { date: '2026-11-24', back: '' }],
  ['24nov 1dec', { date: '2026-11-24', back: '2026-12-01' }],
  ['24 NOV 1 DEC', { date: '2026-11-24', back: '2026-12-01' }],
  ['24NOV-1DEC', { date: '2026-11-24', back: '2026-12-01' }],
  ['24 Nov \u2013 1 Dec', { date: '2026-11-24', back: '2026-12-01' }],
  ['24NOV to 1DEC', { date: '2026-11-24', back: '2026-12-01' }],
  ['2026-11-24 2026-12-01', { date: '2026-11-24', back: '2026-12-01' }],
  ['2026-11-24', { date: '2026-11-24', back: '' }],
  // The way back counts from the way out, and its year is the one after it.
  ['+1 +7', { date: '2026-11-22', back: '2026-11-29' }],
  ['28DEC 3JAN', { date: '2026-12-28', back: '2027-01-03' }],
  ['5OCT27 12OCT', { date: '2027-10-05', back: '2027-10-12' }],
  ['today tomorrow', { date: TODAY, back: '2026-11-22' }],
  ['24NOV 31NOV', null],
  ['31NOV', null],
  ['24NOV 1DEC 5DEC', undefined],
  ['24NOV LAX', undefined],
  ['LAX', undefined],
  ['', undefined],
] as const)('%j is %o', (text, trip) => expect(readTrip(text, TODAY)).toEqual(trip));
