import { EventFeed } from '../../renderer/client/event-feed.ts';
import { Following } from '../../renderer/client/following.ts';
import type { SocketBridge } from '../../renderer/client/socket-bridge.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Message } from '../../shared/notices.ts';
import type { Topic } from '../../shared/topics.ts';

interface FollowedScreenOptions {
  readonly topics: readonly Topic[];
  readonly tell?: (event: JournalEvent) => void;
  /** The hub has answered that it tells of all topics from now on. */
  readonly followed?: () => void;
  /** A negative control: an event that gets lost here. */
  readonly loses?: (event: number) => boolean;
}

/** What the product's own page does with the journal, without a page: it follows what it shows, and follows it again when it is connected again. */
export class FollowedScreen {
  readonly #feed: EventFeed;
  readonly #following: Following;
  readonly #heard = new Set<number>();
  /** What happened until here is in the answers that it asked for. */
  #begun = 0;

  constructor(bridge: SocketBridge, { topics, tell = () => {}, followed = () => {}, loses = () => false }: FollowedScreenOptions) {
    this.#feed = new EventFeed({
      schedule: (run) => {
        run();
        return () => {};
      },
      tell: (events) => {
        for (const event of events) {
          if (loses(event.event)) continue;
          this.#heard.add(event.event);
          tell(event);
        }
      },
      // A page asks anew for all that it shows.
      resync: () => {
        this.#begun = this.#feed.known ?? 0;
      },
    });
    this.#following = new Following({
      ask: async (input) => {
        const reply = await bridge.call('console.follow', input);
        if (reply.ok) followed();
        return reply;
      },
      known: () => this.#feed.known,
    });
    this.#following.follow('screen', topics);
    bridge.on((raw) => {
      const message = raw as Message;
      if (!('notice' in message)) this.#feed.hear(message);
      // As a page does when it is connected again.
      else if (message.type === 'hello') this.#following.anew();
    });
  }

  /** Somebody has signed in. `event`: the newest one when that was answered; who signs in again has known more since the first time. */
  start(event: number): void {
    if (this.#feed.known === undefined) {
      this.#begun = event;
      this.#feed.start(event);
    }
    this.#following.anew();
  }

  /** Those of these events that it has not heard, though it follows them and nobody told it to ask anew since. */
  unheard(events: readonly number[]): readonly number[] {
    return events.filter((event) => event > this.#begun && !this.#heard.has(event));
  }
}
