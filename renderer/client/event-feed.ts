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

/** Pages fetched to close a gap; after so many the screens are quicker with fresh answers. */
const PAGES_MAX = 2;

/**
 * The journal as one console hears it: every event once, in order, without a gap. What comes too early waits while
 * the missing ones are fetched; when they are gone or too many, `resync` says that answers must be asked for again.
 *
 * Events are told once a frame, all that came since the last one together. A rush brings hundreds in the time of one frame, and each store
 * and each part of the screen that listens works once for all of them.
 */
export class EventFeed {
  readonly #ports: Ports;
  #known: number | undefined;
  #early: JournalEvent[] = [];
  /** In order, and not told yet. */
  #untold: JournalEvent[] = [];
  #giveUpTelling: (() => void) | undefined;
  #fetching = false;
  /** Tells a fetch that was begun before `forget` that nobody waits for it. */
  #round = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Number of the newest event heard in order; undefined before `start`. */
  get known(): number | undefined {
    return this.#known;
  }

  /** From here on every later event is told. Events heard before are dropped: the answers that follow know them. */
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

  /** The desk's newest event is `newest`: fetches what lies between, if anything does. */
  reach(newest: number): void {
    if (this.#known === undefined || newest === this.#known) return;
    // A store put back from a backup counts from an earlier number: nothing known here is to be trusted.
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
        // Locked or signed out: the gap is closed when somebody is back, by `reach`.
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
