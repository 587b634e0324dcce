import { DAY_MS } from '../../../shared/instants.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { servedOrigins } from '../../store/tables/flights-table.ts';
import { destinationsFrom, type RouteFlight, routeFlights } from '../../store/tables/route-flights.ts';
import { type PackedRoutes, RoutePacker } from './packed-routes.ts';

/** Routes that are read at once. A search that comes meanwhile waits for them, a millisecond at most. */
const ROUTES_AT_ONCE = 64;

export interface DayNumbers {
  /** Undefined when there are too many to number. */
  airport(code: string): number | undefined;
  fare(flight: RouteFlight): number | undefined;
}

/** Reads all routes of one day of UTC in small pieces. The schedule must be the same at each of them. */
export class DayReading {
  readonly day: number;
  readonly #numbers: DayNumbers;
  #origins: string[] | undefined;
  #origin: string | undefined;
  #destinations: string[] = [];
  readonly #packer = new RoutePacker();
  /** By number of the origin. */
  readonly routes = new Map<number, PackedRoutes>();
  bytes = 0;

  constructor(day: number, numbers: DayNumbers) {
    this.day = day;
    this.#numbers = numbers;
  }

  /** Reads the next piece. `unfit`: a flight of this day cannot be packed. */
  async readSome(db: ReadDatabase): Promise<'more' | 'done' | 'unfit'> {
    this.#origins ??= [...(await servedOrigins(db))];
    if (this.#origin === undefined) {
      this.#origin = this.#origins.pop();
      if (this.#origin === undefined) return 'done';
      this.#destinations = [...(await destinationsFrom(db, this.#origin))];
      return 'more';
    }
    const from = this.day * DAY_MS;
    for (const code of this.#destinations.splice(-ROUTES_AT_ONCE)) {
      const flights = await routeFlights(db, this.#origin, code, from, from + DAY_MS);
      if (flights.length === 0) continue;
      const destination = this.#numbers.airport(code);
      if (destination === undefined || !this.#packer.add(from, destination, flights, this.#fareOf)) return 'unfit';
    }
    return this.#destinations.length > 0 || this.#pack(this.#origin) ? 'more' : 'unfit';
  }

  readonly #fareOf = (flight: RouteFlight) => this.#numbers.fare(flight);

  #pack(code: string): boolean {
    const origin = this.#numbers.airport(code);
    const packed = this.#packer.pack(this.day * DAY_MS);
    if (origin === undefined || !packed) return false;
    this.routes.set(origin, packed);
    this.bytes += packed.bytes;
    this.#origin = undefined;
    return true;
  }
}
