import type { Strategy } from '../../../shared/methods/pricing.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { fareOf } from '../../pricing/fare.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { manyRouteFlights, type RouteFlight, routeFlights } from '../../store/flights-table.ts';

/** A flight while it is compared. `low`: what a seat costs at the least, before anybody has bought one. */
export interface LegFlight {
  readonly id: number;
  readonly departs: number;
  readonly arrives: number;
  readonly low: number;
}

const EMPTY = { authorised: 1, held: 0, sold: 0 };

/** Reads flights of routes for one search, and counts what that costs. */
export class LegFlights {
  readonly #db: ReadDatabase;
  readonly #cabin: Cabin;
  readonly #lows = new Map<string, number>();
  /** Rows read, with each look into the index counted as LOOK rows. */
  work = 0;

  constructor(db: ReadDatabase, cabin: Cabin | null) {
    this.#db = db;
    // Economy is never dearer than another cabin of the same flight, so it bounds them all.
    this.#cabin = cabin ?? 'Y';
  }

  /** Flights between two airports that leave in [from, until), by departure. */
  async between(origin: string, destination: string, from: number, until: number): Promise<LegFlight[]> {
    const rows = await routeFlights(this.#db, origin, destination, from, until);
    this.work += rows.length;
    return rows.map((row) => this.#leg(row)).sort(byDeparture);
  }

  /** The same from one airport to many others, or to one from many others; those without flights are absent. */
  async many(direction: 'from' | 'to', airport: string, others: readonly string[], from: number, until: number) {
    const rows = await manyRouteFlights(this.#db, direction, airport, others, from, until);
    this.work += LOOK * others.length + rows.length;
    const flights = new Map<string, LegFlight[]>();
    for (const row of rows) {
      const ofRoute = flights.get(row.place);
      if (ofRoute) ofRoute.push(this.#leg(row));
      else flights.set(row.place, [this.#leg(row)]);
    }
    for (const ofRoute of flights.values()) ofRoute.sort(byDeparture);
    return flights;
  }

  #leg(row: RouteFlight): LegFlight {
    return { id: row.id, departs: row.departs_at, arrives: row.arrives_at, low: this.#low(row.base_fare, row.strategy) };
  }

  #low(baseFare: number, strategy: Strategy): number {
    const key = `${strategy}${baseFare}`;
    let low = this.#lows.get(key);
    if (low === undefined) {
      low = fareOf({ base_fare: baseFare, strategy }, this.#cabin, EMPTY).fare;
      this.#lows.set(key, low);
    }
    return low;
  }
}

const LOOK = 3;

const byDeparture = (a: LegFlight, b: LegFlight): number => a.departs - b.departs;
