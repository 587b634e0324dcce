import { MINUTE_MS } from '../../../shared/instants.ts';
import type { ComparedCarrier } from '../../../shared/methods/flights.ts';
import { BestItineraries, type Candidate, type Change } from './best-itineraries.ts';
import type { FlightPrices } from './flight-prices.ts';
import type { FlightSeats, FlightsSeats } from './flight-seats.ts';
import { LeastFirst } from './least-first.ts';
import type { LegFlights } from './leg-flights.ts';
import type { TakesItineraries } from './takes-itineraries.ts';

const NONE = -1;
/** How many itineraries may wait for their flights. */
const WAITING_MAX = 20_000;
/** Itineraries that are compared before others may go first. */
const COMPARED_AT_ONCE = 512;
/** Itineraries of one carrier whose flights get their prices together. Nearly always the first of them is the cheapest. */
const PRICED_AT_ONCE = 4;

/** What is known of the ways of one carrier, or of several together. */
interface Line {
  readonly carrier: string | null;
  direct: number;
  oneStop: number;
  leastMs: number;
  /** Places in LegFlights of the flights that leave first and last. */
  first: number;
  last: number;
  seatsLeft: number;
  readonly cheapest: BestItineraries;
  /** Which of the waiting itineraries have seats for the party and need a price, and the least that each can cost. */
  readonly unpriced: number[];
  readonly lows: number[];
}

/**
 * Sums the itineraries of a search up by carrier, with up to one stop. Each is counted: nothing is cut before.
 *
 * The problem: the index says neither who flies a flight nor what seats it has left, and a price needs still more. A day between two large cities has
 * ten thousand flights in its itineraries.
 * 1. So `seats` reads what stands in no index of each flight once, and no price.
 * 2. A carrier is asked for its cheapest itinerary alone. As in FoundItineraries, prices are worked out in the order of the least that an itinerary can
 *    cost, until no other can be cheaper.
 */
export class CarrierWays implements TakesItineraries {
  readonly #legs: LegFlights;
  readonly #prices: FlightPrices;
  readonly #seats: FlightsSeats;
  readonly #party: number;
  readonly #equipment: ReadonlySet<string> | undefined;
  readonly #lines = new Map<string | null, Line>();
  // The itineraries that wait, in columns of numbers, as the flights are.
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];

  /** `equipment`: itineraries with a flight of any other are left out. */
  constructor(legs: LegFlights, prices: FlightPrices, seats: FlightsSeats, party: number, equipment?: ReadonlySet<string>) {
    this.#legs = legs;
    this.#prices = prices;
    this.#seats = seats;
    this.#party = party;
    this.#equipment = equipment;
  }

  add(_changes: readonly Change[], first: number, second = NONE): void {
    this.#firsts.push(first);
    this.#seconds.push(second);
  }

  get crowded(): boolean {
    return this.#firsts.length > WAITING_MAX;
  }

  /** Reads the flights of the itineraries that wait, and finds out whose they are, what the cheapest cost and how many seats are left. */
  async settle(): Promise<void> {
    await this.#seats.read(this.#flightsWaiting());
    for (let from = 0; from < this.#firsts.length; from += COMPARED_AT_ONCE) {
      await this.#legs.pause();
      const until = Math.min(from + COMPARED_AT_ONCE, this.#firsts.length);
      for (let way = from; way < until; way++) this.#compare(way);
    }
    for (const line of this.#lines.values()) await this.#priceCheapest(line);
    this.#firsts.length = this.#seconds.length = 0;
  }

  /** The carriers, the cheapest first; those without a price last, and several carriers after one that costs the same. */
  async compared(nameOf: (carrier: string) => string | undefined): Promise<ComparedCarrier[]> {
    const lines = [...this.#lines.values()];
    await this.#prices.read(lines.flatMap(({ first, last }) => [this.#legs.id(first), this.#legs.id(last)]));
    const all = lines.map((line) => this.#comparedOf(line, nameOf));
    return all.sort((a, b) => (a.total ?? Number.MAX_VALUE) - (b.total ?? Number.MAX_VALUE) || (orderOf(a) < orderOf(b) ? -1 : 1));
  }

  /** The ids of their flights, each once for each of its places. */
  #flightsWaiting(): number[] {
    const seen = new Uint8Array(this.#legs.size);
    const ids: number[] = [];
    for (const places of [this.#firsts, this.#seconds]) {
      for (const place of places) {
        if (place === NONE || seen[place] === 1) continue;
        seen[place] = 1;
        ids.push(this.#legs.id(place));
      }
    }
    return ids;
  }

  #compare(way: number): void {
    const first = this.#firsts[way] ?? NONE;
    const second = this.#seconds[way] ?? NONE;
    const one = this.#seats.of(this.#legs.id(first));
    const next = second === NONE ? one : this.#seats.of(this.#legs.id(second));
    if (this.#equipment && !(this.#equipment.has(one.equipment) && this.#equipment.has(next.equipment))) return;
    const line = this.#lineOf(one.carrier === next.carrier ? one.carrier : null);
    if (second === NONE) line.direct++;
    else line.oneStop++;
    const departs = this.#legs.departs(first);
    line.leastMs = Math.min(line.leastMs, this.#legs.arrives(second === NONE ? first : second) - departs);
    if (line.first === NONE || departs < this.#legs.departs(line.first)) line.first = first;
    if (line.last === NONE || departs > this.#legs.departs(line.last)) line.last = first;
    const left = leftOn(one, next);
    line.seatsLeft = Math.max(line.seatsLeft, left);
    if (left < this.#party) return;
    line.unpriced.push(way);
    line.lows.push(this.#legs.low(first) + (second === NONE ? 0 : this.#legs.low(second)));
  }

  async #priceCheapest({ cheapest, unpriced, lows }: Line): Promise<void> {
    const order = new LeastFirst(lows);
    while (order.first !== undefined && order.least <= cheapest.bar) {
      await this.#legs.pause();
      const some: Candidate[] = [];
      for (let at = order.first; at !== undefined && order.least <= cheapest.bar && some.length < PRICED_AT_ONCE; at = order.first) {
        some.push(this.#candidate(unpriced[at] ?? NONE));
        order.drop();
      }
      await this.#prices.read(some.flatMap((candidate) => this.#idsOf(candidate)));
      for (const candidate of some) cheapest.offer(candidate, this.#prices.of(this.#idsOf(candidate))?.perSeat ?? Number.POSITIVE_INFINITY);
    }
    unpriced.length = lows.length = 0;
  }

  #candidate(way: number): Candidate {
    const places = [this.#firsts[way] ?? NONE, this.#seconds[way] ?? NONE];
    return { flights: places.filter((place) => place !== NONE), changes: [] };
  }

  #idsOf({ flights }: Candidate): number[] {
    return flights.map(this.#legs.id);
  }

  #lineOf(carrier: string | null): Line {
    let line = this.#lines.get(carrier);
    if (!line) {
      const cheapest = new BestItineraries('price', this.#legs, 1);
      const none = { direct: 0, oneStop: 0, leastMs: Number.POSITIVE_INFINITY, first: NONE, last: NONE, seatsLeft: 0 };
      line = { carrier, ...none, cheapest, unpriced: [], lows: [] };
      this.#lines.set(carrier, line);
    }
    return line;
  }

  #comparedOf(line: Line, nameOf: (carrier: string) => string | undefined): ComparedCarrier {
    const ids = this.#idsOf(line.cheapest.list()[0] ?? NOTHING);
    const price = this.#prices.of(ids);
    const { carrier, direct, oneStop, seatsLeft } = line;
    return {
      carrier,
      name: (carrier && nameOf(carrier)) ?? null,
      direct,
      oneStop,
      cabin: price?.cabin ?? null,
      total: price ? price.perSeat * this.#party : null,
      currency: price ? this.#prices.currencyOf(ids) : null,
      shortestMinutes: Math.round(line.leastMs / MINUTE_MS),
      seatsLeft,
      first: this.#departure(line.first),
      last: this.#departure(line.last),
    };
  }

  #departure(place: number): ComparedCarrier['first'] {
    const { origin, originZone, departsAt } = this.#prices.summary(this.#legs.id(place));
    return { origin, originZone, departsAt };
  }
}

const NOTHING: Candidate = { flights: [], changes: [] };

/** The most seats of one cabin that both flights have left; 0 when they are not for sale together. */
function leftOn(one: FlightSeats, next: FlightSeats): number {
  if (one.currency !== next.currency) return 0;
  let most = 0;
  for (let cabin = 0; cabin < one.left.length; cabin++) most = Math.max(most, Math.min(one.left[cabin] ?? 0, next.left[cabin] ?? 0));
  return most;
}

/** Several carriers stand behind every code. */
const orderOf = ({ carrier }: ComparedCarrier): string => carrier ?? '~';
