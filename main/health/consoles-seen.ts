import type { Instant } from '../../shared/instants.ts';
import type { ConsoleOff } from '../../shared/methods/health.ts';
import type { ConsoleSeat } from '../hub/connection.ts';

/** Which desks are on line, and since when the others are not: a desk at which somebody is signed in has lost the hub, and nobody signed out. */
export class ConsolesSeen {
  readonly #offSince = new Map<string, Instant>();
  #live = 0;
  #off: readonly ConsoleOff[] = [];

  look(seats: readonly ConsoleSeat[], now: Instant): void {
    const live = new Set(seats.filter(({ connected }) => connected).map(({ desk }) => desk));
    const off = new Map(seats.filter(({ desk }) => !live.has(desk)).map(({ desk, display }) => [desk, display]));
    for (const desk of this.#offSince.keys()) if (!off.has(desk)) this.#offSince.delete(desk);
    for (const desk of off.keys()) if (!this.#offSince.has(desk)) this.#offSince.set(desk, now);
    this.#live = live.size;
    this.#off = [...off]
      .map(([desk, lastUser]) => ({ desk, since: this.#offSince.get(desk) ?? now, lastUser }))
      .sort((a, b) => b.since - a.since || (a.desk < b.desk ? -1 : 1));
  }

  get live(): number {
    return this.#live;
  }

  /** Those that were lost last first. */
  get off(): readonly ConsoleOff[] {
    return this.#off;
  }
}
