import { expect, it } from 'vitest';
import { Follower } from '../../../main/live/follower.ts';
import { Followers } from '../../../main/live/followers.ts';
import type { LiveConsole } from '../../../main/live/live-console.ts';
import type { Topic } from '../../../shared/topics.ts';

const follower = () => new Follower({ session: {}, sendFrame: () => true, hasRead: true } as unknown as LiveConsole);
const event = (number: number, ...topics: Topic[]) => ({ event: number, topics, text: '' });
const heardBy = (followers: Followers, one: Follower, ...events: ReturnType<typeof event>[]) =>
  (followers.whoHears(events).get(one) ?? []).map((heard) => heard.event);

it('tells each follower of its topics, each event once, in their order', () => {
  const followers = new Followers();
  const [one, other, third] = [follower(), follower(), follower()];
  followers.follow(one, ['flight:1', 'flight:2'], 0);
  followers.follow(other, ['flight:2', 'bookings'], 0);
  followers.follow(third, ['flight:2'], 5);
  const events = [event(4, 'flight:2', 'bookings'), event(5, 'flight:1'), event(6, 'flight:2', 'flight:1')];
  expect(heardBy(followers, one, ...events)).toEqual([4, 5, 6]);
  expect(heardBy(followers, other, ...events)).toEqual([4, 6]);
  expect(heardBy(followers, third, ...events)).toEqual([6]);
});

it('keeps from when on a topic is heard while it stays, and begins anew when it comes back', () => {
  const followers = new Followers();
  const one = follower();
  followers.follow(one, ['flight:1'], 3);
  followers.follow(one, ['flight:1', 'flight:2'], 9);
  expect(heardBy(followers, one, event(4, 'flight:1'), event(5, 'flight:2'))).toEqual([4]);
  followers.follow(one, ['flight:2'], 9);
  followers.follow(one, ['flight:1', 'flight:2'], 9);
  expect(heardBy(followers, one, event(6, 'flight:1'), event(10, 'flight:1'))).toEqual([10]);
});

it('tells nobody of a topic that was left, when one, two or all of its followers leave it', () => {
  const followers = new Followers();
  const [one, other] = [follower(), follower()];
  for (const each of [one, other]) followers.follow(each, ['flight:1'], 0);
  followers.drop(one);
  expect(heardBy(followers, one, event(1, 'flight:1'))).toEqual([]);
  expect(heardBy(followers, other, event(1, 'flight:1'))).toEqual([1]);
  followers.drop(other);
  expect(followers.whoHears([event(2, 'flight:1')]).size).toBe(0);
  followers.follow(one, ['flight:1'], 0);
  expect(heardBy(followers, one, event(3, 'flight:1'))).toEqual([3]);
});

it('still tells of what is followed after 40,000 topics were left', () => {
  const followers = new Followers();
  const [one, other] = [follower(), follower()];
  followers.follow(one, ['flight:7'], 0);
  for (let from = 100; from < 40_100; from += 1_000)
    followers.follow(
      other,
      Array.from({ length: 1_000 }, (_, at): Topic => `flight:${from + at}`),
      0,
    );
  followers.follow(other, ['flight:100'], 0);
  expect(heardBy(followers, one, event(1, 'flight:7'))).toEqual([1]);
  expect(heardBy(followers, other, event(1, 'flight:100'), event(2, 'flight:40099'))).toEqual([1]);
});

it('tells nothing to who is behind or has signed out, and goes on when it follows again', () => {
  const followers = new Followers();
  const one = follower();
  followers.follow(one, ['flight:1'], 0);
  one.behind = true;
  expect(followers.hears(one, event(1, 'flight:1'))).toBe(false);
  followers.follow(one, ['flight:1'], 4);
  expect([4, 5].map((number) => followers.hears(one, event(number, 'flight:1')))).toEqual([false, true]);
  one.forget();
  expect(followers.hears(one, event(6, 'flight:1'))).toBe(false);
  expect(heardBy(followers, one, event(6, 'flight:1'))).toEqual([]);
});
