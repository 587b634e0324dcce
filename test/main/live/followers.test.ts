import { expect, it } from 'vitest';
import { Follower } from '../../../main/live/follower.ts';
import { Followers } from '../../../main/live/followers.ts';
import type { LiveConsole } from '../../../main/live/live-console.ts';
import { seededRandom } from '../../../main/seeded-random.ts';
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

it.each([1, 2, 3, 4, 5, 6])('tells each of some followers what a table of who follows what from when on would, seed %i', (seed) => {
  const random = seededRandom(seed);
  const followers = new Followers();
  const all = Array.from({ length: 5 }, follower);
  const table = new Map(all.map((one) => [one, new Map<Topic, number>()]));
  const someTopics = () => Array.from({ length: random.below(6) }, (): Topic => `flight:${random.below(8)}`);
  for (let step = 1; step <= 2_000; step++) {
    const one = random.pick(all);
    const known = table.get(one) as Map<Topic, number>;
    const [doing, topics] = [random.below(10), someTopics()];
    if (doing === 0) {
      followers.drop(one);
      known.clear();
    } else if (doing === 1) {
      one.startAnew(step);
      for (const topic of known.keys()) known.set(topic, step);
    } else {
      const isAnew = doing === 2;
      if (isAnew) one.forget();
      expect(new Set(followers.added(one, topics))).toEqual(new Set(topics.filter((topic) => !known.has(topic) || !one.hearsOn)));
      followers.follow(one, topics, step);
      table.set(one, new Map(topics.map((topic) => [topic, isAnew ? step : (known.get(topic) ?? step)])));
      expect(one.following.length).toBe(new Set(topics).size);
    }
    const events = [event(step - random.below(3), ...someTopics()), event(step + 1, ...someTopics())];
    for (const each of all) {
      const hears = (heard: ReturnType<typeof event>) =>
        heard.topics.some((topic) => (table.get(each)?.get(topic) ?? heard.event) < heard.event);
      expect(heardBy(followers, each, ...events)).toEqual(each.hearsOn ? events.filter(hears).map((heard) => heard.event) : []);
      for (const heard of events) expect(followers.hears(each, heard)).toBe(each.hearsOn && hears(heard));
    }
  }
});
