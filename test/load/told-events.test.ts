import { expect, test } from 'vitest';
import type { Topic } from '../../shared/topics.ts';
import { lostOn } from './told-events.ts';

const EVENTS = new Map<Topic, readonly number[]>([
  ['everybody', [9]],
  ['flight:1', [4, 5, 7]],
  ['desk:A-1', [5]],
  ['flight:2', [6]],
]);
const heard = (...numbers: readonly number[]) => ({
  topics: ['flight:1', 'desk:A-1'] as const,
  unheard: (events: readonly number[]) => events.filter((event) => !numbers.includes(event)),
});

test('a console of the storm has lost what its screen shows and it did not hear, each event once, and nothing of another screen', () => {
  expect(lostOn(heard(4, 5, 7, 9), EVENTS)).toEqual([]);
  expect(lostOn(heard(4), EVENTS)).toEqual([9, 5, 7]);
});
