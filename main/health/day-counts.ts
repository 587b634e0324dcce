import type { JournalEvent } from '../../shared/events.ts';
import { DAY_MS } from '../../shared/instants.ts';
import type { HealthView } from '../../shared/methods/health.ts';
import { localDay, momentOf } from '../reference/zone-time.ts';
import { IN_TIME_MS } from './count-events.ts';
import { holdStep } from './hold-step.ts';

const NONE = { holds: 0, confirmed: 0, seatsSold: 0, ended: 0, endedLate: 0, denied: 0 };

/** What happened today at home, as far as this hub has lived through it. */
export class DayCounts {
  readonly #zone: string;
  readonly #startedAt: number;
  #day: number;
  #counts = NONE;

  constructor(zone: string, startedAt: number) {
    this.#zone = zone;
    this.#startedAt = startedAt;
    this.#day = localDay(zone, startedAt);
  }

  /** `late`: as Hearing gets it. What is dated before the start is a past that a training store is given. */
  count(events: readonly JournalEvent[], late: readonly (number | undefined)[]): void {
    for (const [place, event] of events.entries()) {
      const day = event.at < this.#startedAt ? this.#day - 1 : localDay(this.#zone, event.at);
      if (day > this.#day) this.#turn(day);
      if (day === this.#day) this.#add(event, late[place]);
    }
  }

  #turn(day: number): void {
    this.#day = day;
    this.#counts = NONE;
  }

  #add(event: JournalEvent, late: number | undefined): void {
    const { holds, confirmed, seatsSold, ended, endedLate, denied } = this.#counts;
    if (event.type === 'boarding.denied') this.#counts = { ...this.#counts, denied: denied + 1 };
    switch (holdStep(event.type)) {
      case 'placed':
        this.#counts = { ...this.#counts, holds: holds + 1 };
        return;
      case 'sold':
        this.#counts = { ...this.#counts, confirmed: confirmed + 1, seatsSold: seatsSold + seatsOf(event) };
        return;
      case 'expired':
        this.#counts = { ...this.#counts, ended: ended + 1, endedLate: endedLate + ((late ?? 0) > IN_TIME_MS ? 1 : 0) };
    }
  }

  /** `now`: after midnight yesterday's counts are over, even if nothing was done since. */
  today(now: number): HealthView['today'] {
    const day = localDay(this.#zone, now);
    if (day > this.#day) this.#turn(day);
    const midnight = momentOf(this.#zone, this.#day * DAY_MS).at;
    return { since: Math.max(midnight, this.#startedAt), ...this.#counts };
  }
}

const seatsOf = ({ data }: JournalEvent): number =>
  'legs' in data ? data.legs.reduce((sum, leg) => sum + ('seats' in leg ? leg.seats.length : 0), 0) : 0;
