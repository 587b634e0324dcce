import { type BestItineraries, type Candidate, type Change, leadingFigure, type Sort } from './best-itineraries.ts';
import type { FlightPrices } from './flight-prices.ts';
import { LeastFirst } from './least-first.ts';
import type { LegFlights } from './leg-flights.ts';
import type { TakesItineraries } from './takes-itineraries.ts';

const NONE = -1;
/** How many candidates have their flights read together. */
const PRICED_AT_ONCE = 32;
/** How many candidates may wait before they are compared. With more, the bound that comparing gives saves more than its prices cost. */
const WAITING_MAX = 20_000;

/**
 * Takes all itineraries that a search finds: counts them, and keeps those that could be shown until the next `settle`.
 *
 * The problem: a price needs the counters of each flight, which is far more to read than the search index. So a price is worked out only
 * for an itinerary that could still be among the best. No flight costs less than what its policy makes of its base fare at the very least
 * (`LeastFares`), and the index holds base fares. An itinerary that is not among the best at that price is not among them at its true price. A
 * test proves the bound.
 */
export class FoundItineraries implements TakesItineraries {
  readonly #sort: Sort;
  readonly #legs: LegFlights;
  readonly #prices: FlightPrices;
  readonly #best: BestItineraries;
  #bar = Number.POSITIVE_INFINITY;
  // The candidates that wait, in columns of numbers, as the flights are.
  readonly #figures: number[] = [];
  readonly #places: number[] = [];
  readonly #changes: (readonly Change[])[] = [];
  /** By number of stops. */
  readonly counts: [number, number, number] = [0, 0, 0];

  constructor(sort: Sort, legs: LegFlights, prices: FlightPrices, best: BestItineraries) {
    this.#sort = sort;
    this.#legs = legs;
    this.#prices = prices;
    this.#best = best;
  }

  /** Adds an itinerary of one to three flights, each given by its place in LegFlights. */
  add(changes: readonly Change[], first: number, second = NONE, third = NONE): void {
    const stops = third !== NONE ? 2 : second !== NONE ? 1 : 0;
    this.counts[stops]++;
    const last = third !== NONE ? third : second !== NONE ? second : first;
    let low = this.#legs.low(first);
    if (second !== NONE) low += this.#legs.low(second);
    if (third !== NONE) low += this.#legs.low(third);
    const departs = this.#legs.departs(first);
    const arrives = this.#legs.arrives(last);
    const figure = leadingFigure(this.#sort, low, departs, arrives, stops, this.#legs.rank(first));
    if (figure > this.#bar) return;
    this.#figures.push(figure);
    this.#places.push(first, second, third);
    this.#changes.push(changes);
  }

  /** True when so many candidates wait that comparing them now saves work. */
  get crowded(): boolean {
    return this.#figures.length > WAITING_MAX;
  }

  /** Compares the waiting candidates with the best. */
  async settle(): Promise<void> {
    if (this.#figures.length === 0) return;
    const waiting = new LeastFirst(this.#figures);
    while (waiting.first !== undefined && waiting.least <= this.#best.bar) {
      await this.#legs.pause();
      const some: Candidate[] = [];
      for (let place = waiting.first; place !== undefined && some.length < PRICED_AT_ONCE; place = waiting.first) {
        if (waiting.least > this.#best.bar) break;
        some.push(this.#candidate(place));
        waiting.drop();
      }
      await this.#offer(some);
    }
    this.#figures.length = this.#places.length = this.#changes.length = 0;
    this.#bar = this.#best.bar;
  }

  async #offer(some: readonly Candidate[]): Promise<void> {
    const idsOf = ({ flights }: Candidate): number[] => flights.map(this.#legs.id);
    if (this.#sort === 'price') await this.#prices.read(some.flatMap(idsOf));
    for (const candidate of some) {
      const price = this.#sort === 'price' ? this.#prices.of(idsOf(candidate))?.perSeat : 0;
      this.#best.offer(candidate, price ?? Number.POSITIVE_INFINITY);
    }
  }

  #candidate(place: number): Candidate {
    const flights = this.#places.slice(place * 3, place * 3 + 3).filter((flight) => flight !== NONE);
    return { flights, changes: this.#changes[place] ?? [] };
  }
}
