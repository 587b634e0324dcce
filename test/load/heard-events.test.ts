import { beforeEach, describe, expect, test } from 'vitest';
import { bookingEvent } from '../renderer/support/samples.ts';
import { HeardEvents } from './heard-events.ts';
import { Times } from './method-times.ts';

const CONSOLE = 0;
const WITNESS = 1;
let heard: HeardEvents;
beforeEach(() => {
  heard = new HeardEvents(new Times());
  heard.begin(1, 100);
  heard.follow(CONSOLE, ['flights'], 100, 100);
});

/** Each moves seats of a flight. */
const text = (...events: readonly number[]) => events.map((event) => JSON.stringify(bookingEvent(event, 'hold.placed'))).join(',');
const frame = (to: number, ...events: readonly number[]) => Buffer.from(`{"events":[${text(...events)}],"to":${to}}`);

describe('a load', () => {
  test('is content with consoles that hear all of what they follow, also late and in two frames', () => {
    heard.hear(CONSOLE, frame(102, 102));
    heard.hear(WITNESS, frame(103, 101, 102, 103));
    heard.hear(CONSOLE, frame(103, 101, 103));
    expect(heard.proveAll(103)).toEqual([]);
  });

  test('finds an event that a console lost', () => {
    heard.hear(WITNESS, frame(103, 101, 102, 103));
    heard.hear(CONSOLE, frame(103, 101, 103));
    expect(heard.proveAll(103)).toEqual(['console 0 follows flights and did not hear event 102']);
  });

  test('finds one that was lost before the console showed something else, and asks for none of what came after', () => {
    heard.hear(WITNESS, frame(103, 101, 102, 103));
    heard.follow(CONSOLE, ['flight:9'], 102, 102);
    expect(heard.proveAll(103)).toEqual([101, 102].map((event) => `console 0 follows flights and did not hear event ${event}`));
  });

  test('finds an event that came twice, and a journal with a gap', () => {
    heard.hear(CONSOLE, frame(101, 101));
    heard.hear(CONSOLE, frame(101, 101));
    heard.hear(WITNESS, frame(103, 101, 103));
    expect(heard.proveAll(101)).toEqual(['console 0 heard event 101 twice', 'event 103 came after 101']);
  });

  test('finds what was lost, and what came twice, among so many events that it drops those that are proved', () => {
    const all = 150_000;
    const [lost, twice] = [10_007, 140_003];
    for (let from = 101; from < all; from += 1_000) {
      const events = Array.from({ length: 1_000 }, (_, at) => from + at);
      heard.hear(WITNESS, frame(from + 999, ...events));
      heard.hear(
        CONSOLE,
        frame(from + 999, ...events.flatMap((event) => (event === lost ? [] : event === twice ? [event, event] : [event]))),
      );
      heard.follow(CONSOLE, ['flights', 'flight:9'], from + 999, from + 999);
    }
    const newest = heard.witnessed;
    expect(heard.proveAll(newest)).toEqual([
      `console 0 follows flights and did not hear event ${lost}`,
      `console 0 heard event ${twice} twice`,
    ]);
  });

  test('takes a console that was told to ask anew as one that knows all until then', () => {
    heard.hear(WITNESS, frame(103, 101, 102, 103));
    heard.hear(CONSOLE, Buffer.from('{"resync":true,"to":102}'));
    heard.hear(CONSOLE, frame(103, 103));
    expect(heard.proveAll(103)).toEqual([]);
    expect(heard.resyncs).toBe(1);
  });
});
