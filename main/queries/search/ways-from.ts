import type { Reference } from '../../reference/reference.ts';
import { connectionTime } from '../../rules/connections.ts';
import { LeastFirst } from './least-first.ts';
import { type LegFlights, NO_FLIGHTS, type Run } from './leg-flights.ts';
import type { AirportPair, Stop } from './stops.ts';

/** The second half of a way over two cities: arrive at `next`, then leave from `last` in the same city for the destination. */
export interface WayEnd {
  readonly next: Stop;
  readonly last: Stop;
}

/** A way over two cities, with the flights between them. */
export interface Way extends WayEnd {
  readonly between: Run;
}

/** How many routes are read ahead of the ways that use them. */
const ROUTES_AHEAD = 16;

/**
 * All ways that begin with one route, from pair.origin to `stop`, and go on from `onward` in the same city. They are taken in the order of
 * their figures. The flights between the cities are read for several ways together.
 */
export class WaysFrom {
  readonly pair: AirportPair;
  readonly stop: Stop;
  readonly onward: Stop;
  readonly #ends: WayEnd[] = [];
  readonly #figures: number[] = [];
  #order = new LeastFirst([]);
  /** Ways whose flights have been read already. The last of them is the next. */
  #ahead: { readonly end: WayEnd; readonly figure: number }[] = [];
  readonly #flights = new Map<string, Run>();

  constructor(pair: AirportPair, stop: Stop, onward: Stop) {
    this.pair = pair;
    this.stop = stop;
    this.onward = onward;
  }

  /** Adds a way. All are added before the first is taken. `figure`: no itinerary of this way is likely to have a smaller leading figure. */
  add(end: WayEnd, figure: number): void {
    this.#ends.push(end);
    this.#figures.push(figure);
  }

  sort(): void {
    this.#order = new LeastFirst(this.#figures);
  }

  /** The figure of the next way; infinite when all are taken. */
  get least(): number {
    return this.#ahead.at(-1)?.figure ?? this.#order.least;
  }

  /** Takes the next way; undefined when all are taken. */
  async take(reference: Reference, legs: LegFlights): Promise<Way | undefined> {
    if (this.#ahead.length === 0) await this.#readAhead(reference, legs);
    const way = this.#ahead.pop();
    return way && { ...way.end, between: this.#flights.get(way.end.next.airport.code) ?? NO_FLIGHTS };
  }

  async #readAhead(reference: Reference, legs: LegFlights): Promise<void> {
    const missing = new Set<string>();
    let layover = 0;
    for (let place = this.#order.first; place !== undefined && missing.size < ROUTES_AHEAD; place = this.#order.first) {
      const end = this.#ends[place];
      if (end) {
        const { code } = end.next.airport;
        this.#ahead.push({ end, figure: this.#order.least });
        if (!this.#flights.has(code)) {
          missing.add(code);
          const time = connectionTime(reference, this.pair.origin, this.stop.airport, this.onward.airport, end.next.airport);
          layover = Math.max(layover, time?.layoverMsMax ?? 0);
        }
      }
      this.#order.drop();
    }
    this.#ahead.reverse();
    if (missing.size === 0) return;
    const [earliest, latest] = legs.arrivals(this.stop.firsts);
    for (const code of missing) {
      this.#flights.set(code, await legs.between(this.onward.airport.code, code, earliest, latest + layover + 1));
    }
  }
}
