import type { QueuedCommand } from './messages.ts';

/** From one batch to the next while many desks work. Each batch costs a commit, a frame to those who hear of it, and what readers had kept in memory. */
const GATHER_MS = 12;
/** So many desks that sent commands within a tenth of a second are a station at work. One that waits for each answer before it sends the next never is. */
const DESKS_MIN = 8;
const WINDOW_MS = 100;
/** So many commands share a batch well enough. */
const WORTH_A_BATCH = 32;

/**
 * Lets a batch wait for company when many desks work. A thousand consoles send 300 commands a second, each alone; a transaction for each kept the hub busier than the commands did, and
 * everybody waited for a processor. A hub with less to do sends each command at once.
 */
export class Gathering {
  #sentAt = Number.NEGATIVE_INFINITY;
  #since = Number.NEGATIVE_INFINITY;
  #desks = new Set<string>();
  /** Whether many desks worked in the tenth of a second before this one. */
  #many = false;

  /** A batch goes to the writer. Steady milliseconds here and below. */
  sent(batch: readonly Pick<QueuedCommand, 'actor'>[], nowMs: number): void {
    this.#turn(nowMs);
    this.#sentAt = nowMs;
    for (const { actor } of batch) this.#desks.add(actor.desk);
  }

  /** How long so many commands wait for others still; 0: they go at once. */
  waitMs(waiting: number, nowMs: number): number {
    this.#turn(nowMs);
    if (waiting >= WORTH_A_BATCH || !(this.#many || this.#desks.size >= DESKS_MIN)) return 0;
    return Math.max(0, this.#sentAt + GATHER_MS - nowMs);
  }

  #turn(nowMs: number): void {
    const passed = nowMs - this.#since;
    if (passed < WINDOW_MS) return;
    this.#many = passed < 2 * WINDOW_MS && this.#desks.size >= DESKS_MIN;
    this.#desks = new Set();
    this.#since = nowMs;
  }
}
