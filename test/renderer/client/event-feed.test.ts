import { describe, expect, it } from 'vitest';
import { EventFeed } from '../../../renderer/client/event-feed.ts';
import type { ReplyOf } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { bookingEvent } from '../support/samples.ts';

type Reply = ReplyOf<'events.since'>;
const event = (number: number) => bookingEvent(number, 'hold.placed');
const events = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => event(from + step));

function feedWith(replies: Reply[], schedule = atOnce) {
  const told: number[] = [];
  const asked: number[] = [];
  let resyncs = 0;
  const feed = new EventFeed({
    schedule,
    async since(after) {
      asked.push(after);
      return replies.shift() ?? refuse('HUB_UNREACHABLE');
    },
    tell: (heard) => told.push(...heard.map((each) => each.event)),
    resync: () => {
      resyncs += 1;
    },
  });
  return { feed, told, asked, resyncs: () => resyncs };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const page = (from: number, to: number, newest = to): Reply => accept({ events: events(from, to), newest }) as Reply;

describe('EventFeed', () => {
  it('tells nothing before it is started, then each event once', () => {
    const { feed, told } = feedWith([]);
    feed.hear(event(100));
    feed.start(100);
    for (const number of [100, 101, 101, 102]) feed.hear(event(number));
    expect(told).toEqual([101, 102]);
  });

  it('fetches what is missing and tells it in order', async () => {
    const { feed, told, asked } = feedWith([page(101, 103)]);
    feed.start(100);
    feed.hear(event(103));
    feed.hear(event(104)); // comes while the gap is being closed
    await settled();
    expect(asked).toEqual([100]);
    expect(told).toEqual([101, 102, 103, 104]);
    feed.hear(event(105));
    expect(told.at(-1)).toBe(105);
  });

  it('catches up after a broken connection', async () => {
    const { feed, told } = feedWith([page(101, 102)]);
    feed.start(100);
    feed.reach(100); // nothing was missed
    feed.reach(102);
    await settled();
    expect(told).toEqual([101, 102]);
  });

  it('asks for fresh answers when the journal no longer has the events', async () => {
    const { feed, told, resyncs } = feedWith([refuse('EVENTS_GONE', { first: 5_000 })]);
    feed.start(100);
    feed.hear(event(6_000));
    await settled();
    expect(told).toEqual([]);
    expect(resyncs()).toBe(1);
    feed.hear(event(6_001));
    expect(told).toEqual([6_001]);
  });

  it('asks for fresh answers rather than read a long journal', async () => {
    const { feed, resyncs } = feedWith([page(101, 102, 90_000), page(103, 104, 90_000)]);
    feed.start(100);
    feed.reach(90_000);
    await settled();
    expect(resyncs()).toBe(1);
    expect(feed.known).toBe(90_000);
  });

  it('waits for the lock to open', async () => {
    const { feed, told, resyncs } = feedWith([refuse('SESSION_LOCKED'), page(101, 103)]);
    feed.start(100);
    feed.hear(event(103));
    await settled();
    expect(told).toEqual([]);
    feed.reach(103);
    await settled();
    expect(told).toEqual([101, 102, 103]);
    expect(resyncs()).toBe(0);
  });

  it('trusts nothing after a store was put back from a backup', () => {
    const { feed, resyncs } = feedWith([]);
    feed.start(100);
    feed.reach(60);
    expect(resyncs()).toBe(1);
    expect(feed.known).toBe(60);
  });

  it('drops an answer that was asked for before everything began anew', async () => {
    const { feed, told, resyncs } = feedWith([refuse('EVENTS_GONE', { first: 5_000 })]);
    feed.start(100);
    feed.hear(event(103));
    feed.start(200);
    await settled();
    expect([told, resyncs(), feed.known]).toEqual([[], 0, 200]);
  });

  describe('once a frame', () => {
    /** A frame that comes when the test says so. */
    function frames() {
      let waiting: (() => void) | undefined;
      let asked = 0;
      const schedule = (run: () => void) => {
        asked += 1;
        waiting = run;
        return () => {
          waiting = undefined;
        };
      };
      return { schedule, draw: () => waiting?.(), asked: () => asked };
    }

    it('a thousand events of one tick are told together, with one frame', () => {
      const { schedule, draw, asked } = frames();
      const { feed, told } = feedWith([], schedule);
      feed.start(100);
      for (const each of events(101, 1_100)) feed.hear(each);
      expect([told, asked()]).toEqual([[], 1]);
      draw();
      expect(told).toEqual(events(101, 1_100).map((each) => each.event));
      feed.hear(event(1_101));
      expect(asked()).toBe(2);
      draw();
      expect(told.at(-1)).toBe(1_101);
    });

    it.each([
      ['the session has ended', (feed: EventFeed) => feed.forget()],
      ['fresh answers are asked for', (feed: EventFeed) => feed.start(200)],
    ])('tells nothing of before when %s', (_, then) => {
      const { schedule, draw } = frames();
      const { feed, told } = feedWith([], schedule);
      feed.start(100);
      feed.hear(event(101));
      then(feed);
      draw();
      expect(told).toEqual([]);
    });

    it('tells what it has before it gives up on a gap', async () => {
      const { schedule } = frames();
      const { feed, told, resyncs } = feedWith([refuse('EVENTS_GONE', { first: 5_000 })], schedule);
      feed.start(100);
      feed.hear(event(101));
      feed.hear(event(6_000));
      await settled();
      expect([told, resyncs()]).toEqual([[101], 1]);
    });
  });
});
