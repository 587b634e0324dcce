import type { ReplyOf } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Schedule } from './next-frame.ts';

interface Ports {
  since(after: number): Promise<ReplyOf<'events.since'>>;
  tell(events: readonly JournalEvent[]): void;
  resync(): void;
  /** When events are told: those that come until then are told together. */
  readonly schedule: Schedule;
}

/** How many pages are fetched to close a gap. For a larger gap, asking for new answers is quicker. */
const PAGES_MAX = 2;

/**
 * The journal as one console hears it: every event once, in order, without a gap. An event that comes too early waits while the missing ones
 * are fetched. If they are gone or too many, `resync` says that answers must be asked for again.
 *
 * Listeners hear once a frame of all events that came since the last frame. A rush brings hundreds of events in one frame, and each store and
 * each part of the screen works once for all of them.
 */
export class EventFeed {
  readonly #ports: Ports;
  #known: number | undefined;
  #early: JournalEvent[] = [];
  /** In order, and not told yet. */
  #untold: JournalEvent[] = [];
  #giveUpTelling: (() => void) | undefined;
  #fetching = false;
  /** Counts the calls of `forget`, so that a fetch from before one is dropped. */
  #round = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Number of the newest event heard in order; undefined before `start`. */
  get known(): number | undefined {
    return this.#known;
  }

  /** Begins after this event: every later one is told. Earlier events are dropped, because the answers that follow include them. */
  start(event: number): void {
    this.forget();
    this.#known = event;
  }

  forget(): void {
    this.#known = undefined;
    this.#early = [];
    this.#untold = [];
    this.#giveUpTelling?.();
    this.#giveUpTelling = undefined;
    this.#round += 1;
    this.#fetching = false;
  }

  hear(event: JournalEvent): void {
    if (this.#known === undefined || event.event <= this.#known) return;
    if (event.event === this.#known + 1 && !this.#fetching) {
      this.#known = event.event;
      this.#tellSoon([event]);
      return;
    }
    this.#early.push(event);
    void this.#catchUp();
  }

  /** The hub's newest event is `newest`: fetches what lies between, if anything does. */
  reach(newest: number): void {
    if (this.#known === undefined || newest === this.#known) return;
    // A restored store counts from another number. Then nothing that is known here can be trusted.
    if (newest < this.#known) {
      this.start(newest);
      this.#ports.resync();
      return;
    }
    void this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const round = this.#round;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const reply = await this.#ports.since(this.#known ?? 0);
      if (round !== this.#round) return;
      if (!reply.ok) {
        // Locked or signed out. `reach` closes the gap when somebody is signed in again.
        this.#fetching = false;
        if (reply.refusal.code === 'EVENTS_GONE') this.#giveUp(this.#early.at(-1)?.event ?? this.#known ?? 0);
        return;
      }
      this.#take(reply.value.events as JournalEvent[]);
      this.#take(this.#early);
      this.#early = this.#early.filter((event) => event.event > (this.#known ?? 0));
      if ((this.#known ?? 0) >= reply.value.newest && this.#early.length === 0) {
        this.#fetching = false;
        return;
      }
      if (page === PAGES_MAX - 1) this.#giveUp(Math.max(reply.value.newest, this.#early.at(-1)?.event ?? 0));
    }
    this.#fetching = false;
  }

  #take(events: readonly JournalEvent[]): void {
    const fresh: JournalEvent[] = [];
    for (const event of events) {
      if (event.event !== (this.#known ?? 0) + 1) continue;
      this.#known = event.event;
      fresh.push(event);
    }
    this.#tellSoon(fresh);
  }

  #tellSoon(events: readonly JournalEvent[]): void {
    if (events.length === 0) return;
    const begun = this.#untold.length > 0;
    for (const event of events) this.#untold.push(event);
    if (!begun) this.#giveUpTelling = this.#ports.schedule(() => this.#tellNow());
  }

  #tellNow(): void {
    const events = this.#untold;
    this.#untold = [];
    this.#giveUpTelling?.();
    this.#giveUpTelling = undefined;
    if (events.length > 0) this.#ports.tell(events);
  }

  #giveUp(newest: number): void {
    this.#tellNow();
    this.start(newest);
    this.#ports.resync();
  }
}
