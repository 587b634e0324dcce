import { expect, test } from 'vitest';
import { partyCodes, partyProblem, readParty, shortParty } from '../../../renderer/format/read-party.ts';

test.each([
  ['1', 1, 0, 0, '1', '1 ADT'],
  ['2+1', 2, 1, 0, '2+1', '2 ADT, 1 CHD'],
  [' 2+1+1 ', 2, 1, 1, '2+1+1', '2 ADT, 1 CHD, 1 INF'],
  ['2+0+1', 2, 0, 1, '2+0+1', '2 ADT, 1 INF'],
  ['0+2', 0, 2, 0, '0+2', '2 CHD'],
])('%s is a party', (typed, adults, children, infants, short, codes) => {
  const party = { adults, children, infants };
  expect(readParty(typed)).toEqual(party);
  expect(shortParty(party)).toBe(short);
  expect(partyCodes(party)).toBe(codes);
  expect(partyProblem(party)).toBe('');
});

test.each(['', '+1', '2+', '2+1+1+1', '2 1', '100', 'two', '-1'])('%j is no party', (typed) => expect(readParty(typed)).toBeUndefined());

test.each([
  ['0', 'at least one is needed'],
  ['0+0+0', 'at least one is needed'],
  ['2+0+3', 'an adult carries one infant on the lap, and 3 for 2 adults are too many'],
])('%s cannot be sold: %s', (typed, problem) => {
  const party = readParty(typed);
  expect(party && partyProblem(party)).toBe(problem);
});
