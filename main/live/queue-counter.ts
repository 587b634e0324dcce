import { SECOND_MS } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import { topicsOf } from '../../shared/topics.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';

/** A rush of sales is counted once a second, however many there are. */
export const COUNT_WAIT_MS = SECOND_MS;
/** What comes back at its time, or into a queue by its age, tells no event. */
export const COUNTED_ANEW_MS = 30 * SECOND_MS;

export interface QueueCounterOptions {
  readonly hub: Pick<InnerHub, 'on' | 'look'>;
  readonly timer: Timer;
  readonly tell: (notice: Notice) => void;
}

/**
 * Counts what waits in the queues, and tells all consoles when that has changed. Every screen shows the count, and nearly every sale may change it: a
 * thousand consoles that each heard of every sale and asked by themselves would keep the hub busy with nothing else.
 */
export class QueueCounter {
  readonly #options: QueueCounterOptions;
  readonly #unhear: () => void;
  #told: number | undefined;
  #counting = false;
  /** Something happened while it was counted. */
  #again = false;
  #stopWaiting: (() => void) | undefined;
  #stopRenewing: (() => void) | undefined;
  #closed = false;

  constructor(options: QueueCounterOptions) {
    this.#options = options;
    this.#unhear = options.hub.on((events) => {
      if (events.some((event) => topicsOf(event).some((topic) => topic === 'queues' || topic === 'everybody'))) this.#soon();
    });
    this.#renewLater();
  }

  /** Jobs and messages wait in queues too, and tell no event when they were tried. */
  hear({ type }: Pick<Notice, 'type'>): void {
    if (type === 'jobs.changed' || type === 'messages.changed') this.#soon();
  }

  #soon(): void {
    if (this.#closed) return;
    this.#again = this.#counting;
    this.#stopWaiting ??= this.#options.timer.after(COUNT_WAIT_MS, () => {
      this.#stopWaiting = undefined;
      void this.#count();
    });
  }

  #renewLater(): void {
    this.#stopRenewing = this.#options.timer.after(COUNTED_ANEW_MS, () => {
      void this.#count();
      this.#renewLater();
    });
  }

  async #count(): Promise<void> {
    if (this.#counting || this.#closed) return;
    this.#counting = true;
    try {
      const reply = await this.#options.hub.look('queues.count', {});
      if (!reply.ok || this.#closed || reply.value.count === this.#told) return;
      this.#told = reply.value.count;
      this.#options.tell({ notice: true, type: 'queues.counted', ...reply.value });
    } catch {
      // The reader is gone, and the consoles are told of that in another way.
    } finally {
      this.#counting = false;
      if (this.#again) this.#soon();
      this.#again = false;
    }
  }

  close(): void {
    this.#closed = true;
    this.#unhear();
    this.#stopWaiting?.();
    this.#stopRenewing?.();
  }
}
