import { MINUTE_MS } from '../../../shared/instants.ts';
import type { SORTS } from '../../../shared/methods/flights.ts';
import type { Airport } from '../../reference/reference.ts';
import type { LegFlights } from './leg-flights.ts';

export type Sort = (typeof SORTS)[number];

/** Where one changes planes, and the least time that it takes. */
export interface Change {
  readonly arrivesAt: Airport;
  readonly departsAt: Airport;
  readonly minimumMinutes: number;
}

export interface Candidate {
  /** Places in LegFlights. */
  readonly flights: readonly number[];
  readonly changes: readonly Change[];
}

/** The figure that decides, then two that break a tie. The flight ids decide the rest, so that the same question has the same answer. */
type Rank = readonly [number, number, number];

interface Ranked {
  readonly candidate: Candidate;
  readonly rank: Rank;
}

/** Milliseconds that count for one stop: more than any itinerary takes, and so few that stops and milliseconds fit in one number. */
const STOP_MS = 2 ** 40;

/** Minutes that count for one carrier or aircraft: more than have passed since 1970 for the next fifty years. So both fit in one number. */
const RANK_MINUTES = 2 ** 26;

/** The first figure of a rank, without making the rank. `price` may be a lower bound; `rank` is that of the first flight. */
export function leadingFigure(sort: Sort, price: number, departs: number, arrives: number, stops: number, rank: number): number {
  if (sort === 'price') return price;
  if (sort === 'departure') return departs;
  if (sort === 'duration') return arrives - departs;
  return sort === 'stops' ? stops * STOP_MS + (arrives - departs) : rank * RANK_MINUTES + Math.floor(departs / MINUTE_MS);
}

/** The best itineraries so far, in order, at most `most`. */
export class BestItineraries {
  readonly #sort: Sort;
  readonly #legs: LegFlights;
  readonly #most: number;
  readonly #best: Ranked[] = [];

  constructor(sort: Sort, legs: LegFlights, most: number) {
    this.#sort = sort;
    this.#legs = legs;
    this.#most = most;
  }

  get full(): boolean {
    return this.#best.length >= this.#most;
  }

  /** A candidate whose leading figure is above this cannot be among the best. */
  get bar(): number {
    return this.full ? (this.#best.at(-1)?.rank[0] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  }

  /** Keeps a candidate if it is among the best. `price`: infinite when it cannot be bought; it only counts when prices are sorted. */
  offer(candidate: Candidate, price: number): void {
    const ranked = { candidate, rank: this.#rankOf(candidate, price) };
    const last = this.#best.at(-1);
    if (this.full && last && this.#compare(ranked, last) >= 0) return;
    let low = 0;
    let high = this.#best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#best[middle];
      if (other && this.#compare(other, ranked) < 0) low = middle + 1;
      else high = middle;
    }
    this.#best.splice(low, 0, ranked);
    if (this.#best.length > this.#most) this.#best.pop();
  }

  list(): readonly Candidate[] {
    return this.#best.map(({ candidate }) => candidate);
  }

  #rankOf({ flights }: Candidate, price: number): Rank {
    const departs = this.#legs.departs(flights[0] ?? 0);
    const arrives = this.#legs.arrives(flights.at(-1) ?? 0);
    const stops = flights.length - 1;
    const figure = leadingFigure(this.#sort, price, departs, arrives, stops, this.#legs.rank(flights[0] ?? 0));
    if (this.#sort === 'price') return [figure, arrives - departs, departs];
    const byTime = this.#sort === 'departure' || this.#sort === 'carrier' || this.#sort === 'aircraft';
    return byTime ? [figure, arrives - departs, stops] : [figure, departs, stops];
  }

  #compare(a: Ranked, b: Ranked): number {
    for (let place = 0; place < 3; place++) {
      const [left, right] = [a.rank[place] ?? 0, b.rank[place] ?? 0];
      if (left !== right) return left < right ? -1 : 1;
    }
    const [flights, others] = [a.candidate.flights, b.candidate.flights];
    const both = Math.min(flights.length, others.length);
    for (let place = 0; place < both; place++) {
      const difference = this.#legs.id(flights[place] ?? 0) - this.#legs.id(others[place] ?? 0);
      if (difference !== 0) return difference;
    }
    return flights.length - others.length;
  }
}
