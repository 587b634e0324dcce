import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followJournal, type JournalFeedOptions, writeJournal } from '../../../main/door/journal-feed.ts';
import { FEED_PAGE_EVENTS } from '../../../shared/bounds.ts';
import { HERE } from '../support/here.ts';
import { MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

let test: TestHub;
let feed: JournalFeedOptions;
let gone: AbortController;

beforeEach(async () => {
  test = await openTestHub();
  feed = { hub: test.hub, caller: HERE, mayGoOn: () => true };
  gone = new AbortController();
});
afterEach(() => test.hub.close());

/** So many events: settings that change. */
async function happen(count: number): Promise<void> {
  for (let number = 0; number < count; number++)
    value(await test.hub.execute('settings.set', { requestId: test.requestId(), name: 'holdMinutes', value: 1 + (number % 30) }, MERCY));
}

/** A reader that takes what it is given only when it is told to. */
class Reader extends Writable {
  text = '';
  mostWaiting = 0;
  #take: (() => void) | undefined;
  reads = true;

  constructor(highWaterMark = 16_384) {
    super({ highWaterMark, decodeStrings: false });
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.mostWaiting = Math.max(this.mostWaiting, this.writableLength);
    const take = () => {
      this.text += chunk;
      done();
    };
    if (this.reads) take();
    else this.#take = take;
  }

  readOn(): void {
    this.reads = true;
    this.#take?.();
    this.#take = undefined;
  }

  get lines(): readonly { readonly event?: number; readonly newest?: number }[] {
    return this.text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  }

  get events(): readonly number[] {
    return this.lines.flatMap(({ event }) => event ?? []);
  }

  async until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise((next) => setImmediate(next));
  }
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

it('tells each event once and in order, over several pages, exactly as consoles are told it', async () => {
  await happen(2 * FEED_PAGE_EVENTS + 7);
  const newest = test.hub.newestEvent;
  const out = new Reader();
  expect(await writeJournal(out, { after: 0, before: null, as: 'lines' }, feed, gone.signal)).toBe(newest);
  expect(out.events).toEqual(numbers(1, newest));
  const { events } = value(await test.hub.ask('events.since', { after: 0 }, MERCY));
  expect(out.lines).toEqual(events);
});

it('goes on from any number', async () => {
  await happen(9);
  const newest = test.hub.newestEvent;
  for (let after = 0; after <= newest; after++) {
    const out = new Reader();
    await writeJournal(out, { after, before: null, as: 'lines' }, feed, gone.signal);
    expect(out.events).toEqual(numbers(after + 1, newest));
  }
});

it('follows: what is committed goes out at once, without the store, and the same as from it', async () => {
  await happen(1);
  const out = new Reader();
  let looks = 0;
  const hub = bound(test.hub);
  const look: typeof hub.look = (...asked) => {
    looks++;
    return hub.look(...asked);
  };
  const following = followJournal(out, 0, { ...feed, hub: { ...hub, look }, beatMs: 60_000 }, gone.signal);
  await out.until(() => out.events.length === test.hub.newestEvent);
  const before = looks;
  await happen(5);
  await out.until(() => out.events.length === test.hub.newestEvent);
  expect(looks).toBe(before);
  gone.abort();
  expect(await following).toBeUndefined();
  expect(out.lines).toEqual(value(await test.hub.ask('events.since', { after: 0 }, MERCY)).events);
});

/** A hub whose parts can be replaced one by one. */
function bound(hub: TestHub['hub']): JournalFeedOptions['hub'] {
  return {
    look: hub.look.bind(hub),
    on: hub.on.bind(hub),
    now: hub.now.bind(hub),
    get newestEvent() {
      return hub.newestEvent;
    },
  };
}

it('keeps nothing for a slow reader but a page: it gets the rest from the store when it reads on', async () => {
  const out = new Reader(4_096);
  const following = followJournal(out, 0, { ...feed, beatMs: 60_000 }, gone.signal);
  await happen(1);
  await out.until(() => out.events.length === 1);
  out.reads = false;
  await happen(4 * FEED_PAGE_EVENTS);
  const waited = out.writableLength;
  // One event more than what fits is written before the reader is seen to be behind.
  expect(waited).toBeLessThan(8_192);
  out.readOn();
  await out.until(() => out.events.length === test.hub.newestEvent);
  const page = out.text.length / 4;
  expect(out.mostWaiting).toBeLessThan(page + 8_192);
  expect(out.events).toEqual(numbers(1, test.hub.newestEvent));
  gone.abort();
  await following;
});

it('shows that it is alive, and how far the journal is', async () => {
  await happen(2);
  const out = new Reader();
  const following = followJournal(out, 0, { ...feed, beatMs: 5 }, gone.signal);
  await out.until(() => out.lines.some((line) => line.event === undefined));
  expect(out.lines.find((line) => line.event === undefined)).toEqual({ newest: test.hub.newestEvent, at: test.hub.now() });
  gone.abort();
  await following;
});

it.each(['at the next event', 'at the next heart-beat'])('ends when the key is revoked: %s', async (when) => {
  await happen(1);
  const out = new Reader();
  let may = true;
  const beatMs = when === 'at the next event' ? 60_000 : 5;
  const following = followJournal(out, 0, { ...feed, mayGoOn: () => may, beatMs }, gone.signal);
  await out.until(() => out.events.length === test.hub.newestEvent);
  const before = out.events;
  may = false;
  if (when === 'at the next event') await happen(1);
  expect(await following).toMatchObject({ refusal: { code: 'KEY_NEEDED' } });
  expect(out.events).toEqual(before);
});

it('leaves no listener behind when the reader is gone, also while it is behind', async () => {
  const listeners = new Set<unknown>();
  const hub = bound(test.hub);
  const on: typeof hub.on = (listener) => {
    listeners.add(listener);
    const off = hub.on(listener);
    return () => {
      listeners.delete(listener);
      off();
    };
  };
  const out = new Reader(16);
  out.reads = false;
  await happen(3);
  const following = followJournal(out, 0, { ...feed, hub: { ...hub, on }, beatMs: 60_000 }, gone.signal);
  await out.until(() => out.writableNeedDrain);
  expect(listeners.size).toBe(1);
  gone.abort();
  await following;
  expect(listeners.size).toBe(0);
});
