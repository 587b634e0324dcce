import { assert } from '../../../shared/assert.ts';
import { closesAt } from '../../../shared/close-of-sales.ts';
import { isDue } from '../../../shared/instants.ts';
import type { FlightSummary } from '../../../shared/methods/flights.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { staysOnBoard } from '../../rules/through-flight.ts';
import { readCloseRules } from '../../store/tables/close-rules.ts';
import { hasCodeshares, marketedAs } from '../../store/tables/codeshares-table.ts';
import {
  type CabinCounter,
  type CounterOfFlight,
  countersById,
  FLIGHTS_AT_ONCE,
  type FlightRow,
  flightRowsById,
} from '../../store/tables/flights-table.ts';
import { flightSummary, NO_COUNTERS, pricingNow } from '../../views/flight-view.ts';
import type { QueryContext } from '../query.ts';
import type { KeptFlights } from './kept-flights.ts';

export interface ItineraryPrice {
  readonly cabin: Cabin;
  /** Minor units for one seat on all flights. */
  readonly perSeat: number;
}

/** The flights of one search with their loads and fares as they are now. Each is read once, and only when its price is needed. */
export class FlightPrices {
  readonly #context: QueryContext;
  readonly #summaries = new Map<number, FlightSummary>();
  /** What one seat costs in each of the cabins; infinite where there are no seats for the whole party, or sales have closed. */
  readonly #seatPrices = new Map<number, readonly number[]>();
  readonly #rows = new Map<number, FlightRow>();
  readonly #cabins: readonly Cabin[];
  readonly #party: number;
  readonly #kept: KeptFlights | undefined;

  /** `kept`: flights of the schedule that this search sees. */
  constructor(context: QueryContext, cabin: Cabin | null, party: number, kept?: KeptFlights) {
    this.#context = context;
    this.#kept = kept;
    // From economy up, so that of two equally cheap cabins the lower one is named.
    this.#cabins = cabin ? [cabin] : CABINS.toReversed();
    this.#party = party;
  }

  /** Reads flights, many at a time. Must be called before a price of them is asked for. */
  async read(ids: readonly number[]): Promise<void> {
    const { db, now } = this.#context;
    const missing = [...new Set(ids)].filter((id) => !this.#summaries.has(id));
    if (missing.length === 0) return;
    const rules = await readCloseRules(db);
    const pricing = { ...(await pricingNow(this.#context)), party: this.#party };
    for (let start = 0; start < missing.length; start += FLIGHTS_AT_ONCE) {
      const some = missing.slice(start, start + FLIGHTS_AT_ONCE);
      const rows = await this.#rowsOf(some);
      const countersOf = await this.#countersOf(some);
      for (const row of rows) {
        const closed = isDue(closesAt(rules, row.carrier, row.origin, row.departs_at), now);
        const summary = flightSummary(row, countersOf(row.id), pricing);
        this.#rows.set(row.id, row);
        this.#summaries.set(row.id, summary);
        this.#seatPrices.set(
          row.id,
          this.#cabins.map((cabin) => (closed ? Number.POSITIVE_INFINITY : seatPrice(summary, cabin, this.#party))),
        );
      }
    }
  }

  /** Some flights, at most FLIGHTS_AT_ONCE: those that are kept, and the rest from the store. */
  async #rowsOf(ids: readonly number[]): Promise<FlightRow[]> {
    const rows: FlightRow[] = [];
    const unknown: number[] = [];
    for (const id of ids) {
      const row = this.#kept?.get(id);
      if (row) rows.push(row);
      else unknown.push(id);
    }
    if (unknown.length === 0) return rows;
    const read = await flightRowsById(this.#context.db, unknown);
    for (const row of read) this.#kept?.keep(row);
    return [...rows, ...read];
  }

  /** The counters of some flights, at most FLIGHTS_AT_ONCE: those that are kept, and the rest from the store. */
  async #countersOf(ids: readonly number[]): Promise<(id: number) => readonly CabinCounter[]> {
    const unknown = this.#kept ? ids.filter((id) => !this.#kept?.counters(id)) : ids;
    const read = new Map<number, readonly CabinCounter[]>();
    if (unknown.length > 0) {
      const counters = await countersById(this.#context.db, unknown);
      for (const id of unknown) {
        const ofFlight = countersFor(id, counters);
        read.set(id, ofFlight);
        this.#kept?.keepCounters(id, ofFlight);
      }
    }
    return (id) => read.get(id) ?? this.#kept?.counters(id) ?? NO_COUNTERS;
  }

  summary(id: number): FlightSummary {
    const summary = this.#summaries.get(id);
    assert(summary, `flight ${id} was in the index and is not in the table`);
    return summary;
  }

  /** Gives flights that were read the numbers of others under which they are sold too. */
  async nameMarketed(ids: readonly number[]): Promise<void> {
    const { db } = this.#context;
    if (!(await hasCodeshares(db))) return;
    for (const id of new Set(ids)) {
      const row = this.#rows.get(id);
      const marketed = row ? await marketedAs(db, row) : [];
      if (marketed.length > 0) this.#summaries.set(id, { ...this.summary(id), marketedAs: marketed });
    }
  }

  /** Whether the passengers of one flight stay on board for the other. */
  staysOnBoard(first: number, next: number): boolean {
    const [before, after] = [this.#rows.get(first), this.#rows.get(next)];
    return before !== undefined && after !== undefined && staysOnBoard(before, after);
  }

  /**
   * The currency of some flights; null when they have several. Such an itinerary is shown and counted, but it is not for sale: the index
   * that a search reads holds no currency.
   */
  currencyOf(ids: readonly number[]): string | null {
    let common: string | null = null;
    for (let at = 0; at < ids.length; at++) {
      const { currency } = this.summary(ids[at] ?? 0);
      if (common !== null && currency !== common) return null;
      common = currency;
    }
    return common;
  }

  /** The cheapest cabin with seats for the whole party on every flight; undefined when there is none, or no common currency. */
  of(ids: readonly number[]): ItineraryPrice | undefined {
    if (this.currencyOf(ids) === null) return undefined;
    let cheapest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < this.#cabins.length; place++) {
      const perSeat = this.#sum(ids, place);
      if (perSeat >= least) continue;
      cheapest = place;
      least = perSeat;
    }
    const cabin = this.#cabins[cheapest];
    return cabin && { cabin, perSeat: least };
  }

  // Loops by place, here and for the currency: an iterator for each itinerary and cabin would be a tenth of what a search leaves behind.
  #sum(ids: readonly number[], cabin: number): number {
    let sum = 0;
    for (let at = 0; at < ids.length; at++) sum += this.#seatPrices.get(ids[at] ?? 0)?.[cabin] ?? Number.POSITIVE_INFINITY;
    return sum;
  }
}

function countersFor(id: number, counters: readonly CounterOfFlight[]): readonly CabinCounter[] {
  const ofFlight = counters.filter(({ flight_id }) => flight_id === id);
  return ofFlight.length === 0 ? NO_COUNTERS : ofFlight;
}

function seatPrice({ cabins }: FlightSummary, cabin: Cabin, party: number): number {
  const load = cabins.find((candidate) => candidate.cabin === cabin);
  return load && load.authorised - load.sold - load.held >= party ? load.price : Number.POSITIVE_INFINITY;
}
