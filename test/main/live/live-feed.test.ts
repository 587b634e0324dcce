import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleSession } from '../../../main/hub/connection.ts';
import type { LiveConsole } from '../../../main/live/live-console.ts';
import { LIVE_LIMITS, LiveFeed } from '../../../main/live/live-feed.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { refuse } from '../../../shared/refusals.ts';
import type { Topic } from '../../../shared/topics.ts';
import { bookingEvent } from '../../renderer/support/samples.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { HERE } from '../support/here.ts';
import { SmallHub, smallEvent } from '../support/small-hub.ts';

const legs = (flightId: number) => [{ flightId, cabin: 'Y' as const, seats: ['12A'], authorised: 9, held: 1, sold: 0 }];
/** Something happens to a seat of a flight. */
const moved = (event: number, flightId: number): JournalEvent =>
  bookingEvent(event, 'hold.placed', { bookingId: 500 + event, legs: legs(flightId) });

let hub: SmallHub;
let timer: FakeTimer;
let live: LiveFeed;

/** A console at which somebody is signed in. It reads all, unless it is told not to. */
class Console implements LiveConsole {
  session: ConsoleSession | undefined = {} as ConsoleSession;
  readonly caller = HERE;
  readonly desk = undefined;
  readonly challenge = '';
  readonly frames: string[] = [];
  reads = true;

  constructor() {
    live.welcome(this);
  }

  notify(): void {}

  sendFrame(frame: string): boolean {
    if (this.reads) this.frames.push(frame);
    return this.reads;
  }

  get hasRead(): boolean {
    return this.reads;
  }

  follow(topics: readonly Topic[], after = hub.newestEvent, anew = false): Promise<number> {
    return live.follow(this, { topics: [...topics], after, anew });
  }

  /** The numbers of the events of each frame, and how far it goes. */
  get heard(): unknown[] {
    return this.frames.map((frame) => {
      const { events, resync, to } = JSON.parse(frame);
      return resync ? ['resync', to] : [...events.map(({ event }: JournalEvent) => event), `to ${to}`];
    });
  }
}

beforeEach(() => {
  hub = new SmallHub();
  hub.newestEvent = 100;
  hub.answer = () => ({ events: [], newest: 100 });
  timer = new FakeTimer(hub.clock);
  live = new LiveFeed({ hub, timer });
});
const tick = () => timer.pass(LIVE_LIMITS.tickMs);

describe('frames', () => {
  it('bring what a console follows, once, and what changes for everybody; nothing to who follows nothing', async () => {
    const [seven, eight, both, none] = [new Console(), new Console(), new Console(), new Console()];
    await seven.follow(['flight:7']);
    await eight.follow(['flight:8', 'bookings']);
    await both.follow(['flight:7', 'flight:8', 'flights']);
    hub.tell(moved(101, 7), moved(102, 8), smallEvent(103), moved(104, 9));
    expect(seven.heard).toEqual([[101, 103, 'to 104']]);
    expect(eight.heard).toEqual([[101, 102, 103, 104, 'to 104']]);
    expect(both.heard).toEqual([[101, 102, 103, 104, 'to 104']]);
    expect(none.heard).toEqual([]);
    expect(JSON.parse(seven.frames[0] ?? '').events).toEqual([moved(101, 7), smallEvent(103)]);
  });

  it('go out at once after a pause, and then once a tick', async () => {
    const console = new Console();
    await console.follow(['flight:7']);
    hub.tell(moved(101, 7));
    expect(console.heard).toEqual([[101, 'to 101']]);
    hub.tell(moved(102, 7));
    hub.tell(moved(103, 8));
    hub.tell(moved(104, 7));
    expect(console.heard).toHaveLength(1);
    tick();
    expect(console.heard[1]).toEqual([102, 104, 'to 104']);
    tick();
    tick();
    hub.tell(moved(105, 7));
    expect(console.heard[2]).toEqual([105, 'to 105']);
  });

  it('are one text for all who hear the same', async () => {
    const consoles = Array.from({ length: 3 }, () => new Console());
    for (const console of consoles) await console.follow(['flight:7', `desk:T1-0${consoles.indexOf(console)}`]);
    hub.tell(moved(101, 7));
    expect(new Set(consoles.map(({ frames }) => frames[0])).size).toBe(1);
  });

  it('end with the session, until whoever is there asks again', async () => {
    const console = new Console();
    await console.follow(['flight:7']);
    console.session = undefined;
    hub.tell(moved(101, 7));
    console.session = {} as ConsoleSession;
    tick();
    hub.tell(moved(102, 7));
    expect(console.heard).toEqual([]);
    await console.follow(['flight:7'], 102, true);
    tick();
    hub.tell(moved(103, 7));
    expect(console.heard).toEqual([[103, 'to 103']]);
  });

  it('end with the connection', async () => {
    const console = new Console();
    await console.follow(['flight:7']);
    live.part(console);
    hub.tell(moved(101, 7));
    expect(await console.follow(['flight:7'])).toBe(101);
    expect(console.heard).toEqual([]);
  });

  it('tell now and then how far the journal is when nothing of it was for the screen', async () => {
    const [quiet, busy] = [new Console(), new Console()];
    await quiet.follow(['flight:7']);
    await busy.follow(['flight:8']);
    hub.tell(moved(101, 8));
    timer.pass(LIVE_LIMITS.toMs);
    expect([quiet.heard, busy.heard]).toEqual([[['to 101']], [[101, 'to 101']]]);
    timer.pass(LIVE_LIMITS.toMs);
    expect(quiet.heard).toHaveLength(1);
  });
});

describe('a console that follows something else', () => {
  it('hears what came since the number that it names, of the new topics alone, and nothing twice', async () => {
    const console = new Console();
    await console.follow(['flight:7']);
    hub.tell(moved(101, 7), moved(102, 8), moved(103, 9));
    tick();
    await console.follow(['flight:7', 'flight:8'], 101);
    await console.follow(['flight:8', 'flight:9', 'flights'], 100);
    expect(console.heard).toEqual([
      [101, 'to 103'],
      [102, 'to 103'],
      [103, 'to 103'],
    ]);
    hub.tell(moved(104, 7));
    expect(console.heard[3]).toEqual([104, 'to 104']);
  });

  it('hears what is not told yet with the next tick alone', async () => {
    const console = new Console();
    await console.follow([]);
    hub.tell(smallEvent(101));
    hub.tell(moved(102, 7));
    await console.follow(['flight:7'], 101);
    expect(console.heard).toEqual([[101, 'to 101']]);
    tick();
    expect(console.heard[1]).toEqual([102, 'to 102']);
  });

  it('hears nothing that its answers have: what it knows and was not told yet', async () => {
    const console = new Console();
    hub.tell(smallEvent(101));
    hub.tell(moved(102, 7));
    await console.follow(['flight:7'], 102);
    tick();
    expect(console.heard).toEqual([]);
  });
});

describe('a console that comes back', () => {
  it('goes on where it was', async () => {
    const console = new Console();
    await console.follow(['flight:7']);
    hub.tell(moved(101, 7));
    live.part(console);
    tick();
    hub.tell(moved(102, 7), moved(103, 8), smallEvent(104));
    const again = new Console();
    await again.follow(['flight:7'], 101, true);
    expect(again.heard).toEqual([[102, 104, 'to 104']]);
  });

  it('asks anew when too much came, when nobody knows any more what, and when its numbers are of another store', async () => {
    live = new LiveFeed({ hub, timer, limits: { recentMax: 10, missedMax: 3 } });
    for (let event = 101; event <= 140; event++) hub.tell(moved(event, 7));
    tick();
    const cases: readonly [after: number, heard: unknown[]][] = [
      [90, [['resync', 140]]],
      [136, [['resync', 140]]],
      [137, [[138, 139, 140, 'to 140']]],
      [141, [['resync', 140]]],
    ];
    for (const [after, heard] of cases) {
      const console = new Console();
      await console.follow(['flight:7'], after, true);
      expect(console.heard).toEqual(heard);
    }
  });

  it('after a start of the hub hears what it missed before', async () => {
    hub.answer = () => ({ events: [moved(99, 7), moved(100, 8)], newest: 100 });
    live = new LiveFeed({ hub, timer });
    hub.tell(moved(101, 7));
    const console = new Console();
    await console.follow(['flight:7'], 98, true);
    expect(console.heard).toEqual([[99, 101, 'to 101']]);
    expect(hub.reached).toMatchObject([{ name: 'events.since' }, { name: 'events.since', input: { after: 0 } }]);
  });

  it.each([
    ['has a gap', () => refuse('EVENTS_GONE', { first: 100 })],
    ['cannot be read', () => Promise.reject(new Error('the thread ended'))],
  ])('asks anew where the journal before the start %s', async (_, answer) => {
    hub.ask = async () => (await answer()) as never;
    live = new LiveFeed({ hub, timer });
    const [late, present] = [new Console(), new Console()];
    await late.follow(['flight:7'], 99);
    await present.follow(['flight:7'], 100);
    expect([late.heard, present.heard]).toEqual([[['resync', 100]], []]);
  });
});

describe('a console that reads too slowly', () => {
  it('gets no frames, and is told to ask anew once it has read; the others hear all', async () => {
    const [slow, quick] = [new Console(), new Console()];
    await slow.follow(['flight:7']);
    await quick.follow(['flight:7']);
    hub.tell(moved(101, 7));
    slow.reads = false;
    for (let event = 102; event <= 110; event++) {
      hub.tell(moved(event, 7));
      tick();
    }
    timer.pass(10 * LIVE_LIMITS.behindMs);
    slow.reads = true;
    hub.tell(moved(111, 7));
    expect(slow.heard).toEqual([[101, 'to 101']]);
    timer.pass(LIVE_LIMITS.behindMs);
    expect(slow.heard.slice(1)).toEqual([['resync', 111]]);
    hub.tell(moved(112, 7));
    expect(slow.heard.slice(2)).toEqual([[112, 'to 112']]);
    expect(quick.heard).toHaveLength(12);
  });

  it('that asks for other topics meanwhile hears all that it missed', async () => {
    const slow = new Console();
    await slow.follow(['flight:7']);
    slow.reads = false;
    hub.tell(moved(101, 7), moved(102, 8));
    slow.reads = true;
    await slow.follow(['flight:7', 'flight:8'], 100);
    expect(slow.heard).toEqual([[101, 102, 'to 102']]);
    timer.pass(LIVE_LIMITS.behindMs);
    expect(slow.heard).toHaveLength(1);
  });
});

it('leaves nothing behind: no timer waits when it is closed', async () => {
  const slow = new Console();
  await slow.follow(['flight:7']);
  slow.reads = false;
  hub.tell(moved(101, 7));
  expect(timer.waiting).toBe(3);
  live.close();
  expect(timer.waiting).toBe(0);
});
