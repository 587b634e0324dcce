import { expect, test } from 'vitest';
import { RecentEvents } from '../../../main/live/recent-events.ts';
import type { Topic } from '../../../shared/topics.ts';

const recentOf = (event: number, ...topics: Topic[]) => ({ event, topics, text: `{"event":${event}}` });
const numbers = (events: readonly { event: number }[]) => events.map(({ event }) => event);

test('finds the events of a topic between two numbers, and forgets the oldest of all topics together', () => {
  const recent = new RecentEvents(3, 100);
  for (let event = 101; event <= 106; event++) recent.add(recentOf(event, 'flights', event % 2 ? 'flight:7' : 'flight:8'));
  expect(numbers(recent.of('flight:7', 100, 106))).toEqual([101, 103, 105]);
  expect(numbers(recent.of('flight:7', 101, 104))).toEqual([103]);
  expect(numbers(recent.of('flight:9', 0, 200))).toEqual([]);
  expect([99, 100, 106, 107].map((event) => recent.reachTo(event))).toEqual([false, true, true, false]);
  recent.add(recentOf(107, 'flight:9'));
  expect(numbers(recent.of('flights', 0, 200))).toEqual([104, 105, 106]);
  expect(numbers(recent.of('flight:7', 0, 200))).toEqual([105]);
  expect([102, 103, 107].map((event) => recent.reachTo(event))).toEqual([false, true, true]);
});

test('takes older events only where they reach to its own', () => {
  const recent = new RecentEvents(10, 100);
  recent.add(recentOf(101, 'queues'));
  recent.putBefore([recentOf(97, 'queues'), recentOf(98, 'queues')]);
  expect(recent.reachTo(98)).toBe(false);
  recent.putBefore([recentOf(99, 'queues'), recentOf(100, 'queues'), recentOf(101, 'queues')]);
  expect(numbers(recent.of('queues', 0, 200))).toEqual([99, 100, 101]);
  expect([recent.reachTo(98), recent.newest]).toEqual([true, 101]);
});
