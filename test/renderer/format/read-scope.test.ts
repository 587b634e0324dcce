import { expect, it } from 'vitest';
import { readScope, type TypedScope } from '../../../renderer/format/read-scope.ts';

const TODAY = '2026-11-21';
const flight = (change: Partial<Extract<TypedScope, { kind: 'flight' }>>): TypedScope => ({
  kind: 'flight',
  carrier: 'AA',
  number: 9,
  suffix: '',
  date: null,
  ...change,
});

it.each<[string, TypedScope]>([
  ['', { kind: 'network' }],
  ['network', { kind: 'network' }],
  ['JFK LAX', { kind: 'route', origin: 'JFK', destination: 'LAX' }],
  ['jfk-lax', { kind: 'route', origin: 'JFK', destination: 'LAX' }],
  ['JFK\u2013LAX', { kind: 'route', origin: 'JFK', destination: 'LAX' }],
  ['AA9', flight({})],
  ['aa 9 24nov', flight({ date: '2026-11-24' })],
  ['AA9 2026-11-24', flight({ date: '2026-11-24' })],
  ['9W1A tomorrow', flight({ carrier: '9W', number: 1, suffix: 'A', date: '2026-11-22' })],
])('"%s"', (text, scope) => {
  expect(readScope(text, TODAY)).toEqual(scope);
});

it.each([
  ['JFK JFK', 'JFK and JFK are the same place.'],
  ['AA9 31FEB', 'There is no day 31FEB.'],
  ['AA0', 'AA0 is no flight: its number is 0.'],
  ['everything', '\u201ceverything\u201d is neither a route nor a flight.'],
  ['JFK LAX SFO', '\u201cJFK LAX SFO\u201d is neither a route nor a flight.'],
])('says what is wrong with "%s"', (text, problem) => {
  expect(readScope(text, TODAY)).toMatchObject({ kind: 'wrong', problem });
});
