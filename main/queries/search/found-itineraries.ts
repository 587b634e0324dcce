import type { BestItineraries, Candidate, Change, Sort } from './best-itineraries.ts';
import { leadingFigure } from './best-itineraries.ts';
import type { LegFlight } from './leg-flights.ts';

/** Takes in what a search meets: counts all of it, keeps what could be shown until the next `settle`. */
export class FoundItineraries {
  readonly #sort: Sort;
  readonly #best: BestItineraries;
  #waiting: Candidate[] = [];
  #bar = Number.POSITIVE_INFINITY;
  /** By number of stops. */
  readonly counts: [number, number, number] = [0, 0, 0];

  constructor(sort: Sort, best: BestItineraries) {
    this.#sort = sort;
    this.#best = best;
  }

  add(changes: readonly Change[], first: LegFlight, second?: LegFlight, third?: LegFlight): void {
    const last = third ?? second ?? first;
    const stops = third ? 2 : second ? 1 : 0;
    this.counts[stops]++;
    const low = first.low + (second?.low ?? 0) + (third?.low ?? 0);
    if (leadingFigure(this.#sort, low, first.departs, last.arrives, stops) > this.#bar) return;
    this.#waiting.push({ flights: third && second ? [first, second, third] : second ? [first, second] : [first], changes });
  }

  async settle(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    await this.#best.offer(waiting);
    this.#bar = this.#best.bar;
  }
}

/** Place of the first flight that leaves at or after an instant. */
export function firstFrom(flights: readonly LegFlight[], at: number): number {
  let low = 0;
  let high = flights.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((flights[middle]?.departs ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
