import type { Input } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { type Topic, topicsOf } from '../../shared/topics.ts';
import { SYSTEM } from '../actor.ts';
import type { Connection } from '../hub/connection.ts';
import type { Hub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import { Follower } from './follower.ts';
import { Followers } from './followers.ts';
import { frameText, resyncText } from './frame-text.ts';
import type { LiveConsole } from './live-console.ts';
import { type RecentEvent, RecentEvents } from './recent-events.ts';

export const LIVE_LIMITS = {
  /** Events that come so close together go out in one frame. The first after a pause goes out at once. */
  tickMs: 20,
  /** How often a console that read too slowly is looked at. */
  behindMs: 100,
  /** So often a console hears how far the journal is when nothing of it was for its screen. So it has little to catch up with when it comes back. */
  toMs: 10_000,
  /** Events that are kept for consoles that come back: at least so many, some 7 MiB. */
  recentMax: 4_096,
  /** So many are read when the hub starts, for consoles that were connected to the hub before. */
  readAtStart: 1_000,
  /** A console that has missed more asks anew, which is quicker. */
  missedMax: 2_000,
} as const;

export interface LiveFeedOptions {
  readonly hub: Pick<Hub, 'on' | 'ask' | 'newestEvent'>;
  readonly timer: Timer;
  readonly limits?: Partial<Record<keyof typeof LIVE_LIMITS, number>>;
  /** Hears up to which event all consoles were told, and how many there are. */
  readonly told?: (upTo: number, consoles: number) => void;
}

/**
 * Tells each console what happened of what its screen shows.
 *
 * 1. A console follows topics. Once a tick it gets one frame with all events of these topics; without such an event it gets none.
 * 2. Many consoles get the same events, so the text of a frame is made once for each set of events.
 * 3. What a console begins to follow it hears after a number that it names, and what came since is found among the recent events. So nothing is lost
 *    between the answer that a screen shows and its first frame, and a console that was away goes on where it was.
 * 4. For a console that reads too slowly frames are left out. When it has read what it was sent, it is told to ask anew. Nobody waits for it.
 */
export class LiveFeed {
  readonly #timer: Timer;
  readonly #limits: Record<keyof typeof LIVE_LIMITS, number>;
  readonly #recent: RecentEvents;
  readonly #followers = new Followers();
  readonly #byConnection = new Map<Connection, Follower>();
  #untold: RecentEvent[] = [];
  #toldTo: number;
  readonly #told: (upTo: number, consoles: number) => void;
  readonly #past: Promise<void>;
  readonly #unhear: () => void;
  #stopResting: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;
  #stopToldTo: () => void = () => {};

  constructor({ hub, timer, limits, told = () => {} }: LiveFeedOptions) {
    this.#told = told;
    this.#timer = timer;
    this.#limits = { ...LIVE_LIMITS, ...limits };
    this.#toldTo = hub.newestEvent;
    this.#recent = new RecentEvents(this.#limits.recentMax, this.#toldTo);
    this.#unhear = hub.on((events, texts) => this.#hear(events, texts));
    // Without them consoles ask anew.
    this.#past = this.#readPast(hub).catch(() => {});
    this.#tellToLater();
  }

  async #readPast(hub: LiveFeedOptions['hub']): Promise<void> {
    const reply = await hub.ask('events.since', { after: Math.max(0, this.#toldTo - this.#limits.readAtStart) }, SYSTEM);
    // A restored store has a gap in its numbers. Consoles from before it ask anew.
    if (!reply.ok) return;
    const events = reply.value.events as JournalEvent[];
    this.#recent.putBefore(events.map((event) => ({ event: event.event, topics: topicsOf(event), text: JSON.stringify(event) })));
  }

  /** A console is there. It hears nothing before it follows something. */
  welcome(console: LiveConsole): void {
    this.#byConnection.set(console, new Follower(console));
  }

  part(console: LiveConsole): void {
    const follower = this.#byConnection.get(console);
    if (follower) this.#followers.drop(follower);
    this.#byConnection.delete(console);
  }

  /** From now on the console of a connection hears of these topics; of those that it did not follow before, what came after an event. */
  async follow(connection: Connection, { topics, after, anew }: Input<'console.follow'>): Promise<number> {
    await this.#past;
    const to = this.#toldTo;
    const follower = this.#byConnection.get(connection);
    // What calls over HTTP hears no frames.
    if (!follower) return to;
    if (anew) follower.forget();
    const heard = (event: RecentEvent) => this.#followers.hears(follower, event);
    const all: readonly Topic[] = ['everybody', ...topics];
    const added = this.#followers.added(follower, all);
    const missed = new Set(added.flatMap((topic) => this.#recent.of(topic, after, to)).filter((event) => !heard(event)));
    const isKnown = added.length === 0 || this.#recent.reachTo(after);
    this.#followers.follow(follower, all, isKnown ? after : to);
    if (!isKnown || missed.size > this.#limits.missedMax) this.#startAnew(follower);
    else if (missed.size > 0) this.#send(follower, this.#frame([...missed].sort((one, other) => one.event - other.event)));
    return to;
  }

  #frame = (events: readonly RecentEvent[]): string =>
    frameText(
      events.map(({ text }) => text),
      this.#toldTo,
    );

  #startAnew(follower: Follower): void {
    follower.startAnew(this.#toldTo);
    this.#send(follower, resyncText(this.#toldTo));
  }

  #hear(events: readonly JournalEvent[], texts: readonly string[]): void {
    for (const [at, event] of events.entries()) {
      const recent = { event: event.event, topics: topicsOf(event), text: texts[at] ?? '' };
      this.#recent.add(recent);
      this.#untold.push(recent);
    }
    if (!this.#stopResting) this.#tellNow();
  }

  #tellNow(): void {
    const untold = this.#untold;
    this.#untold = [];
    this.#toldTo = untold.at(-1)?.event ?? this.#toldTo;
    const frames = new Map<string, string>();
    for (const [follower, events] of this.#followers.whoHears(untold)) {
      if (follower.behind) continue;
      const key = events.map(({ event }) => event).join(' ');
      const frame = frames.get(key) ?? this.#frame(events);
      frames.set(key, frame);
      this.#send(follower, frame);
    }
    this.#told(this.#toldTo, this.#byConnection.size);
    this.#stopResting = this.#timer.after(this.#limits.tickMs, () => {
      this.#stopResting = undefined;
      if (this.#untold.length > 0) this.#tellNow();
    });
  }

  #send(follower: Follower, frame: string): void {
    if (follower.reader.sendFrame(frame)) follower.to = this.#toldTo;
    else {
      follower.behind = true;
      this.#watch();
    }
  }

  #watch(): void {
    this.#stopWatching ??= this.#timer.after(this.#limits.behindMs, () => this.#lookBehind());
  }

  /** Who was behind and has read what it was sent asks anew. */
  #lookBehind(): void {
    this.#stopWatching = undefined;
    const behind = [...this.#byConnection.values()].filter((follower) => follower.behind && follower.isThere);
    for (const follower of behind) if (follower.reader.hasRead) this.#startAnew(follower);
    if (behind.some((follower) => follower.behind)) this.#watch();
  }

  #tellToLater(): void {
    this.#stopToldTo = this.#timer.after(this.#limits.toMs, () => {
      const frame = this.#frame([]);
      for (const follower of this.#byConnection.values())
        if (follower.isThere && !follower.behind && follower.to < this.#toldTo) this.#send(follower, frame);
      this.#tellToLater();
    });
  }

  close(): void {
    this.#unhear();
    this.#stopResting?.();
    this.#stopWatching?.();
    this.#stopToldTo();
  }
}
