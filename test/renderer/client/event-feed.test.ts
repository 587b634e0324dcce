import { describe, expect, it } from 'vitest';
import { EventFeed } from '../../../renderer/client/event-feed.ts';
import { atOnce } from '../support/at-once.ts';
import { bookingEvent } from '../support/samples.ts';

const event = (number: number) => bookingEvent(number, 'hold.placed');
const events = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => event(from + step));
const frame = (...numbers: number[]) => ({ events: numbers.map(event), to: Math.max(...numbers) });

function feedWith(schedule = atOnce) {
  const told: number[] = [];
  let resyncs = 0;
  const feed = new EventFeed({
    schedule,
    tell: (heard) => told.push(...heard.map((each) => each.event)),
    resync: () => {
      resyncs += 1;
    },
  });
  return { feed, told, resyncs: () => resyncs };
}

describe('EventFeed', () => {
  it('tells nothing before it is started, then each event once', () => {
    const { feed, told } = feedWith();
    feed.hear(frame(100));
    feed.start(100);
    for (const number of [100, 101, 101, 102]) feed.hear(frame(number));
    expect(told).toEqual([101, 102]);
  });

  it('knows what the hub says, also where nothing of it is for this console', () => {
    const { feed, told } = feedWith();
    feed.start(100);
    feed.hear({ events: [event(103)], to: 107 });
    expect([told, feed.known]).toEqual([[103], 107]);
    feed.hear({ events: [], to: 110 });
    expect([told, feed.known]).toEqual([[103], 110]);
  });

  it('tells late what came before the console followed it, and knows as much as before', () => {
    const { feed, told } = feedWith();
    feed.start(100);
    feed.hear(frame(105));
    feed.hear({ events: [event(102), event(104)], to: 105 });
    expect([told, feed.known]).toEqual([[105, 102, 104], 105]);
  });

  it('tells once what a new connection brings again', () => {
    const { feed, told } = feedWith();
    feed.start(100);
    feed.hear({ events: events(101, 5_000), to: 5_000 });
    feed.hear({ events: events(2_000, 5_002), to: 5_002 });
    expect(told).toEqual(events(101, 5_002).map((each) => each.event));
  });

  it('asks for fresh answers when events were left out, and drops what is in them', () => {
    const { feed, told, resyncs } = feedWith();
    feed.start(100);
    feed.hear({ resync: true, to: 6_000 });
    feed.hear(frame(5_999));
    expect([told, resyncs(), feed.known]).toEqual([[], 1, 6_000]);
    feed.hear(frame(6_001));
    expect(told).toEqual([6_001]);
  });

  it('trusts nothing after a store was put back from a backup', () => {
    const { feed, told, resyncs } = feedWith();
    feed.start(100);
    feed.hear(frame(101));
    feed.hear({ resync: true, to: 60 });
    feed.hear(frame(101));
    expect([told, resyncs(), feed.known]).toEqual([[101, 101], 1, 101]);
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
      const { feed, told } = feedWith(schedule);
      feed.start(100);
      for (const each of events(101, 1_100)) feed.hear({ events: [each], to: each.event });
      expect([told, asked()]).toEqual([[], 1]);
      draw();
      expect(told).toEqual(events(101, 1_100).map((each) => each.event));
      feed.hear(frame(1_101));
      expect(asked()).toBe(2);
      draw();
      expect(told.at(-1)).toBe(1_101);
    });

    it.each([
      ['the session has ended', (feed: EventFeed) => feed.forget()],
      ['fresh answers are asked for', (feed: EventFeed) => feed.start(200)],
    ])('tells nothing of before when %s', (_, then) => {
      const { schedule, draw } = frames();
      const { feed, told } = feedWith(schedule);
      feed.start(100);
      feed.hear(frame(101));
      then(feed);
      draw();
      expect(told).toEqual([]);
    });

    it('tells what it has before it asks for fresh answers', () => {
      const { schedule } = frames();
      const { feed, told, resyncs } = feedWith(schedule);
      feed.start(100);
      feed.hear(frame(101));
      feed.hear({ resync: true, to: 6_000 });
      expect([told, resyncs()]).toEqual([[101], 1]);
    });
  });
});
