import type { JournalEvent } from '../../shared/events.ts';
import type { EventFrame, ResyncFrame } from '../../shared/notices.ts';
import type { Schedule } from './next-frame.ts';

interface Ports {
  tell(events: readonly JournalEvent[]): void;
  resync(): void;
  /** When events are told: those that come until then are told together. */
  readonly schedule: Schedule;
}

/** Events that are remembered as told. The hub sends no event twice on one connection; a new one may begin with what the last brought. */
const TOLD_MAX = 4_000;

/**
 * The journal as one console hears it: every event of what it follows once. Those of one topic come in order. What came before the console followed
 * a topic comes late, behind newer events of others. Where events were left out, `resync` says that answers must be asked for again.
 *
 * Listeners hear once a frame of all events that came since the last frame. A rush brings hundreds of events in one frame, and each store and
 * each part of the screen works once for all of them.
 */
export class EventFeed {
  readonly #ports: Ports;
  #known: number | undefined;
  /** What happened until here is in the answers that this console began with. */
  #begun = 0;
  readonly #heard = new Set<number>();
  #untold: JournalEvent[] = [];
  #giveUpTelling: (() => void) | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** The number up to which it knows what it follows; undefined before `start`. */
  get known(): number | undefined {
    return this.#known;
  }

  /** Begins after this event: every later one is told. Earlier events are dropped, because the answers that follow include them. */
  start(event: number): void {
    this.forget();
    this.#known = event;
    this.#begun = event;
  }

  forget(): void {
    this.#known = undefined;
    this.#heard.clear();
    this.#untold = [];
    this.#giveUpTelling?.();
    this.#giveUpTelling = undefined;
  }

  hear(frame: EventFrame | ResyncFrame): void {
    if (this.#known === undefined) return;
    if ('resync' in frame) {
      this.#tellNow();
      this.start(frame.to);
      this.#ports.resync();
      return;
    }
    this.#known = Math.max(this.#known, frame.to);
    this.#tellSoon(frame.events.filter((event) => this.#isNew(event.event)));
  }

  #isNew(event: number): boolean {
    if (event <= this.#begun || this.#heard.has(event)) return false;
    this.#heard.add(event);
    if (this.#heard.size > 2 * TOLD_MAX) for (const old of [...this.#heard].slice(0, TOLD_MAX)) this.#heard.delete(old);
    return true;
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
}
