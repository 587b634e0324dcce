import { expect, it } from 'vitest';
import { ThroughNumbers } from '../../../main/store/through-numbers.ts';

const CASES: readonly [what: string, legs: readonly string[], found: readonly string[]][] = [
  ['one leg', ['41 JFK-ORD'], []],
  ['two that follow', ['41 JFK-ORD', '41 ORD-LAX'], ['41 JFK-ORD-LAX']],
  ['in any order', ['41 ORD-LAX', '41 JFK-ORD'], ['41 JFK-ORD-LAX']],
  ['the same leg of another season', ['41 JFK-ORD', '41 JFK-ORD', '41 ORD-LAX'], ['41 JFK-ORD-LAX']],
  ['three legs make two pairs', ['41 JFK-ORD', '41 ORD-DEN', '41 DEN-LAX'], ['41 JFK-ORD-DEN', '41 ORD-DEN-LAX']],
  ['two numbers', ['41 JFK-ORD', '42 ORD-LAX'], []],
  ['there and back', ['41 JFK-ORD', '41 ORD-JFK'], []],
];

it.each(CASES)('%s', (_what, legs, found) => {
  const numbers = new ThroughNumbers();
  for (const leg of legs) numbers.add('QX', Number(leg.slice(0, 2)), '', leg.slice(3, 6), leg.slice(7));
  expect(numbers.full).toBe(false);
  expect(numbers.found.map(({ number, origin, via, destination }) => `${number} ${origin}-${via}-${destination}`)).toEqual(found);
});
