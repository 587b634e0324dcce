import { ITINERARIES_SHOWN_MAX } from '../../../shared/bounds.ts';
import type { SORTS } from '../../../shared/methods/flights.ts';
import type { Airport } from '../../schedule/reference.ts';
import type { FlightPrices } from './flight-prices.ts';
import type { LegFlight } from './leg-flights.ts';

export type Sort = (typeof SORTS)[number];

/** Where one changes planes, and the least time that takes. */
export interface Change {
  readonly arrivesAt: Airport;
  readonly departsAt: Airport;
  readonly minimumMinutes: number;
}

export interface Candidate {
  readonly flights: readonly LegFlight[];
  readonly changes: readonly Change[];
}

/** What decides, then what breaks a tie; the flight ids decide the rest, so that the same question has the same answer. */
type Rank = readonly [number, number, number];

interface Ranked {
  readonly candidate: Candidate;
  readonly rank: Rank;
}

/** The first figure of a rank, without building it. `low` is a price, or what the price is at the least. */
export function leadingFigure(sort: Sort, low: number, departs: number, arrives: number, stops: number): number {
  if (sort === 'price') return low;
  if (sort === 'departure') return departs;
  return sort === 'duration' ? arrives - departs : stops;
}

function rankOf(sort: Sort, { flights }: Candidate, price: number): Rank {
  const departs = flights[0]?.departs ?? 0;
  const elapsed = (flights.at(-1)?.arrives ?? 0) - departs;
  const stops = flights.length - 1;
  if (sort === 'price') return [price, elapsed, departs];
  if (sort === 'departure') return [departs, elapsed, stops];
  return sort === 'duration' ? [elapsed, departs, stops] : [stops, elapsed, departs];
}

function compare(a: Ranked, b: Ranked): number {
  for (let place = 0; place < 3; place++) {
    const [left, right] = [a.rank[place] ?? 0, b.rank[place] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  for (const [place, flight] of a.candidate.flights.entries()) {
    const difference = flight.id - (b.candidate.flights[place]?.id ?? 0);
    if (difference !== 0) return difference;
  }
  return a.candidate.flights.length - b.candidate.flights.length;
}

/**
 * The best itineraries met so far, at most as many as are shown. A price is worked out only for what could be among
 * them: no flight costs less than its empty price, so whatever is beaten with that is beaten.
 */
export class BestItineraries {
  readonly #sort: Sort;
  readonly #prices: FlightPrices;
  readonly #best: Ranked[] = [];

  constructor(sort: Sort, prices: FlightPrices) {
    this.#sort = sort;
    this.#prices = prices;
  }

  get full(): boolean {
    return this.#best.length >= ITINERARIES_SHOWN_MAX;
  }

  /** What a leading figure must not exceed to have a chance. */
  get bar(): number {
    return this.full ? (this.#best.at(-1)?.rank[0] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  }

  async offer(candidates: readonly Candidate[]): Promise<void> {
    const hopeful = candidates.map((candidate) => {
      const low = candidate.flights.reduce((sum, flight) => sum + flight.low, 0);
      return { candidate, rank: rankOf(this.#sort, candidate, low) };
    });
    hopeful.sort(compare);
    for (const ranked of hopeful) {
      if (!this.#mayEnter(ranked)) break;
      if (this.#sort !== 'price') this.#enter(ranked);
      else {
        const price = await this.#prices.of(ranked.candidate.flights);
        const rank = rankOf('price', ranked.candidate, price?.perSeat ?? Number.POSITIVE_INFINITY);
        this.#enter({ candidate: ranked.candidate, rank });
      }
    }
  }

  list(): readonly Candidate[] {
    return this.#best.map(({ candidate }) => candidate);
  }

  #mayEnter(ranked: Ranked): boolean {
    const last = this.#best.at(-1);
    return !this.full || last === undefined || compare(ranked, last) < 0;
  }

  #enter(ranked: Ranked): void {
    if (!this.#mayEnter(ranked)) return;
    let low = 0;
    let high = this.#best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#best[middle];
      if (other && compare(other, ranked) < 0) low = middle + 1;
      else high = middle;
    }
    this.#best.splice(low, 0, ranked);
    if (this.#best.length > ITINERARIES_SHOWN_MAX) this.#best.pop();
  }
}
