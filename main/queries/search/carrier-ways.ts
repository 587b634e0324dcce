import { MINUTE_MS } from '../../../shared/instants.ts';
import type { ComparedCarrier } from '../../../shared/methods/flights.ts';
import { BestItineraries, type Change } from './best-itineraries.ts';
import type { FlightPrices } from './flight-prices.ts';
import { codeOfRank } from './flight-traits.ts';
import type { LegFlights } from './leg-flights.ts';
import type { TakesItineraries } from './takes-itineraries.ts';

const NONE = -1;
/** In the place of the rank of a carrier: the flights of an itinerary have several. */
const SEVERAL = -1;
/** How many itineraries may wait for the prices of their flights. */
const WAITING_MAX = 20_000;
/** Flights that are read, and itineraries that are compared, before others may go first. */
const READ_AT_ONCE = 32;
const COMPARED_AT_ONCE = 512;

/** What is known of the ways of one carrier. */
interface Line {
  direct: number;
  oneStop: number;
  leastMs: number;
  /** Places in LegFlights of the flights that leave first and last. */
  first: number;
  last: number;
  seatsLeft: number;
  readonly cheapest: BestItineraries;
}

/**
 * Sums the itineraries of a search up by carrier, with up to one stop. Each is counted: nothing is cut before. The flights of all itineraries are
 * read, because the seats that are left stand in no index; each is read once. `legs` must rank flights by carrier.
 */
export class CarrierWays implements TakesItineraries {
  readonly #legs: LegFlights;
  readonly #prices: FlightPrices;
  readonly #lines = new Map<number, Line>();
  // The itineraries that wait, in columns of numbers, as the flights are.
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];

  constructor(legs: LegFlights, prices: FlightPrices) {
    this.#legs = legs;
    this.#prices = prices;
  }

  add(_changes: readonly Change[], first: number, second = NONE): void {
    const line = this.#lineOf(first, second);
    if (second === NONE) line.direct++;
    else line.oneStop++;
    const departs = this.#legs.departs(first);
    line.leastMs = Math.min(line.leastMs, this.#legs.arrives(second === NONE ? first : second) - departs);
    if (line.first === NONE || departs < this.#legs.departs(line.first)) line.first = first;
    if (line.last === NONE || departs > this.#legs.departs(line.last)) line.last = first;
    this.#firsts.push(first);
    this.#seconds.push(second);
  }

  get crowded(): boolean {
    return this.#firsts.length > WAITING_MAX;
  }

  /** Reads the flights of the itineraries that wait, and finds out what they cost and how many seats they have left. */
  async settle(): Promise<void> {
    const places = new Set([...this.#firsts, ...this.#seconds]);
    places.delete(NONE);
    const ids = [...new Set([...places].map(this.#legs.id))];
    for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
      await this.#legs.pause();
      await this.#prices.read(ids.slice(start, start + READ_AT_ONCE));
    }
    for (const [way, first] of this.#firsts.entries()) {
      if (way % COMPARED_AT_ONCE === 0) await this.#legs.pause();
      this.#compare(first, this.#seconds[way] ?? NONE);
    }
    this.#firsts.length = this.#seconds.length = 0;
  }

  /** The carriers, the cheapest first; those without a price last, and several carriers after one that costs the same. */
  compared(party: number, nameOf: (carrier: string) => string | undefined): ComparedCarrier[] {
    const all = [...this.#lines].map(([rank, line]) => this.#comparedOf(rank, line, party, nameOf));
    return all.sort((a, b) => (a.total ?? Number.MAX_VALUE) - (b.total ?? Number.MAX_VALUE) || (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  #compare(first: number, second: number): void {
    const line = this.#lineOf(first, second);
    const flights = second === NONE ? [first] : [first, second];
    const ids = flights.map(this.#legs.id);
    line.seatsLeft = Math.max(line.seatsLeft, this.#prices.seatsLeft(ids));
    const low = this.#legs.low(first) + (second === NONE ? 0 : this.#legs.low(second));
    if (low > line.cheapest.bar) return;
    line.cheapest.offer({ flights, changes: [] }, this.#prices.of(ids)?.perSeat ?? Number.POSITIVE_INFINITY);
  }

  #lineOf(first: number, second: number): Line {
    const carrier = this.#legs.rank(first);
    const rank = second === NONE || this.#legs.rank(second) === carrier ? carrier : SEVERAL;
    let line = this.#lines.get(rank);
    if (!line) {
      const cheapest = new BestItineraries('price', this.#legs, 1);
      line = { direct: 0, oneStop: 0, leastMs: Number.POSITIVE_INFINITY, first: NONE, last: NONE, seatsLeft: 0, cheapest };
      this.#lines.set(rank, line);
    }
    return line;
  }

  #comparedOf(rank: number, line: Line, party: number, nameOf: (carrier: string) => string | undefined): ComparedCarrier {
    const ids = line.cheapest.list()[0]?.flights.map(this.#legs.id) ?? [];
    const price = this.#prices.of(ids);
    const carrier = rank === SEVERAL ? null : codeOfRank(rank);
    return {
      carrier,
      name: (carrier && nameOf(carrier)) ?? null,
      direct: line.direct,
      oneStop: line.oneStop,
      cabin: price?.cabin ?? null,
      total: price ? price.perSeat * party : null,
      currency: price ? this.#prices.currencyOf(ids) : null,
      shortestMinutes: Math.round(line.leastMs / MINUTE_MS),
      seatsLeft: line.seatsLeft,
      first: this.#departure(line.first),
      last: this.#departure(line.last),
    };
  }

  #departure(place: number): ComparedCarrier['first'] {
    const { origin, originZone, departsAt } = this.#prices.summary(this.#legs.id(place));
    return { origin, originZone, departsAt };
  }
}

/** Several carriers stand behind every code. */
const orderOf = ({ carrier }: ComparedCarrier): string => carrier ?? '~';
