import { MINUTE_MS } from '../../../shared/instants.ts';
import type { RouteFlight } from '../../store/tables/route-flights.ts';

/** Takes what LegFlights keeps of a flight. Times in milliseconds; `fare` is the number that the fare was given. */
export type TakeFlight = (id: number, departs: number, arrives: number, fare: number) => void;

const WORD = 2 ** 16;
/** Words of a flight. The first two hold minutes in their lower bits and a part of the id in the others. */
const WIDTH = 4;
const MINUTE_BITS = 11;
const MINUTES = 2 ** MINUTE_BITS;
const ID_BITS = 16 - MINUTE_BITS;
const ID_SPAN = WORD * 4 ** ID_BITS;

/**
 * All flights of one day that leave from one airport, in eight bytes each. An object for each would take ten times as much, and a day of a
 * large airline has a million flights.
 *
 * The words: the count of destinations; the destinations in order; for each the place of its first flight, and the place behind the last;
 * then for each flight minute of departure, minutes flown, number of its fare, and its id less the least id.
 */
export class PackedRoutes {
  readonly #dayFrom: number;
  readonly #leastId: number;
  readonly #words: Uint16Array;

  constructor(dayFrom: number, leastId: number, words: Uint16Array) {
    this.#dayFrom = dayFrom;
    this.#leastId = leastId;
    this.#words = words;
  }

  get bytes(): number {
    return this.#words.byteLength;
  }

  /** Gives the flights to a destination that leave in [from, until), in the order of departure, and returns how many they are. */
  each(destination: number, from: number, until: number, take: TakeFlight): number {
    const words = this.#words;
    const routes = words[0] ?? 0;
    const route = placeOf(words, destination, 1, 1 + routes);
    if (route < 0) return 0;
    const first = 2 * routes + 2;
    const end = first + (words[route + routes + 1] ?? 0) * WIDTH;
    let given = 0;
    for (let at = first + (words[route + routes] ?? 0) * WIDTH; at < end; at += WIDTH) {
      const [minute, flown] = [words[at] ?? 0, words[at + 1] ?? 0];
      const departs = this.#dayFrom + (minute % MINUTES) * MINUTE_MS;
      if (departs < from) continue;
      if (departs >= until) break;
      const id = this.#leastId + (words[at + 3] ?? 0) + WORD * ((minute >>> MINUTE_BITS) + ((flown >>> MINUTE_BITS) << ID_BITS));
      take(id, departs, departs + (flown % MINUTES) * MINUTE_MS, words[at + 2] ?? 0);
      given++;
    }
    return given;
  }
}

/** Where a word stands among words that are in order; -1 when it is not there. */
function placeOf(words: Uint16Array, word: number, from: number, until: number): number {
  let [low, high] = [from, until];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low < until && words[low] === word ? low : -1;
}

/** Collects the routes of one airport and one day, and packs them. Flights are kept as numbers at once, for the rows are many. */
export class RoutePacker {
  readonly #routes: { readonly destination: number; readonly from: number; readonly until: number }[] = [];
  /** Minute, minutes flown, fare, id, minute, and so on. */
  readonly #numbers: number[] = [];
  #leastId = Number.POSITIVE_INFINITY;
  #mostId = 0;

  /**
   * Adds a route with its flights in the order of departure. False when one does not fit: a time that is no whole minute, a flight of more
   * than a day and a half, or a fare without a number.
   */
  add(dayFrom: number, destination: number, flights: readonly RouteFlight[], fareOf: (flight: RouteFlight) => number | undefined): boolean {
    const from = this.#numbers.length;
    for (const flight of flights) {
      const minute = (flight.departs_at - dayFrom) / MINUTE_MS;
      const flown = flight.flown_ms / MINUTE_MS;
      const fare = fareOf(flight);
      if (!fits(minute, MINUTES) || !fits(flown, MINUTES) || fare === undefined || !fits(fare, WORD)) return false;
      this.#numbers.push(minute, flown, fare, flight.id);
      this.#leastId = Math.min(this.#leastId, flight.id);
      this.#mostId = Math.max(this.#mostId, flight.id);
    }
    this.#routes.push({ destination, from, until: this.#numbers.length });
    return true;
  }

  /** Packs what was added, and begins anew. Undefined when flights are more than 65,535, or their ids lie more than 67 million apart. */
  pack(dayFrom: number): PackedRoutes | undefined {
    const [routes, numbers, leastId] = [this.#routes, this.#numbers, this.#leastId];
    if (numbers.length / WIDTH >= WORD || this.#mostId - leastId >= ID_SPAN) return undefined;
    const starts = 1 + routes.length;
    const words = new Uint16Array(starts + routes.length + 1 + numbers.length);
    words[0] = routes.length;
    let at = starts + routes.length + 1;
    routes.sort((a, b) => a.destination - b.destination);
    let place = 0;
    for (const [route, { destination, from, until }] of routes.entries()) {
      words[1 + route] = destination;
      words[starts + route] = place;
      place += (until - from) / WIDTH;
      for (let number = from; number < until; number += WIDTH, at += WIDTH) {
        const id = (numbers[number + 3] ?? 0) - leastId;
        const high = Math.floor(id / WORD);
        words[at] = (numbers[number] ?? 0) + ((high % 2 ** ID_BITS) << MINUTE_BITS);
        words[at + 1] = (numbers[number + 1] ?? 0) + ((high >>> ID_BITS) << MINUTE_BITS);
        words[at + 2] = numbers[number + 2] ?? 0;
        words[at + 3] = id % WORD;
      }
    }
    words[starts + routes.length] = place;
    routes.length = numbers.length = 0;
    this.#leastId = Number.POSITIVE_INFINITY;
    this.#mostId = 0;
    return new PackedRoutes(dayFrom, leastId, words);
  }
}

const fits = (value: number, below: number): boolean => Number.isInteger(value) && value >= 0 && value < below;
