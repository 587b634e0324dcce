import type { RouteFlight } from '../../store/tables/route-flights.ts';
import type { DayNumbers } from './day-reading.ts';

const COUNT_MAX = 65_536;

/** Small numbers for airports and fares, so that each fits in two bytes. A million flights have a few thousand different fares. */
export class RouteNumbers implements DayNumbers {
  readonly #airports = new Map<string, number>();
  readonly #fares = new Map<number, number>();
  readonly #baseFares: number[] = [];

  /** The number of an airport, given when it has none. Undefined when there are too many. */
  airport(code: string): number | undefined {
    return numberOf(this.#airports, code);
  }

  /** The number of an airport that has one. */
  known(code: string): number | undefined {
    return this.#airports.get(code);
  }

  /** The number of a flight's fare, given when it has none. Undefined when there are too many. */
  fare({ base_fare }: RouteFlight): number | undefined {
    const number = numberOf(this.#fares, base_fare);
    if (number !== undefined) this.#baseFares[number] = base_fare;
    return number;
  }

  baseFareOf(number: number): number {
    return this.#baseFares[number] ?? 0;
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number | undefined {
  const known = numbers.get(key);
  if (known !== undefined || numbers.size >= COUNT_MAX) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
