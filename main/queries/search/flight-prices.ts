import { assert } from '../../../shared/assert.ts';
import type { FlightSummary } from '../../../shared/methods/flights.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { FLIGHTS_AT_ONCE, flightsById } from '../../store/tables/flights-table.ts';
import { flightSummary, NO_COUNTERS } from '../../views/flight-view.ts';
import type { QueryContext } from '../query.ts';

export interface ItineraryPrice {
  readonly cabin: Cabin;
  /** Minor units for one seat on all flights. */
  readonly perSeat: number;
}

/** The flights of one search with their loads and fares as they are now. Each is read once, and only when its price is needed. */
export class FlightPrices {
  readonly #context: QueryContext;
  readonly #summaries = new Map<number, FlightSummary>();
  readonly #cabins: readonly Cabin[];
  readonly #party: number;

  constructor(context: QueryContext, cabin: Cabin | null, party: number) {
    this.#context = context;
    // From economy up, so that of two equally cheap cabins the lower one is named.
    this.#cabins = cabin ? [cabin] : CABINS.toReversed();
    this.#party = party;
  }

  /** Reads flights, many at a time. Must be called before a price of them is asked for. */
  async read(ids: readonly number[]): Promise<void> {
    const { db, reference } = this.#context;
    const missing = [...new Set(ids)].filter((id) => !this.#summaries.has(id));
    for (let start = 0; start < missing.length; start += FLIGHTS_AT_ONCE) {
      const { rows, counters } = await flightsById(db, missing.slice(start, start + FLIGHTS_AT_ONCE));
      for (const row of rows) {
        const ofFlight = counters.length === 0 ? NO_COUNTERS : counters.filter(({ flight_id }) => flight_id === row.id);
        this.#summaries.set(row.id, flightSummary(row, ofFlight, reference));
      }
    }
  }

  summary(id: number): FlightSummary {
    const summary = this.#summaries.get(id);
    assert(summary, `flight ${id} was in the index and is not in the table`);
    return summary;
  }

  /**
   * The currency of some flights; null when they have several. Such an itinerary is shown and counted, but it is not for sale: the index
   * that a search reads holds no currency.
   */
  currencyOf(ids: readonly number[]): string | null {
    const [first, ...rest] = ids.map((id) => this.summary(id).currency);
    return first !== undefined && rest.every((currency) => currency === first) ? first : null;
  }

  /** The cheapest cabin with seats for the whole party on every flight; undefined when there is none, or no common currency. */
  of(ids: readonly number[]): ItineraryPrice | undefined {
    const summaries = ids.map((id) => this.summary(id));
    if (this.currencyOf(ids) === null) return undefined;
    let best: ItineraryPrice | undefined;
    for (const cabin of this.#cabins) {
      const perSeat = priceIn(summaries, cabin, this.#party);
      if (perSeat !== undefined && (best === undefined || perSeat < best.perSeat)) best = { cabin, perSeat };
    }
    return best;
  }
}

function priceIn(flights: readonly FlightSummary[], cabin: Cabin, party: number): number | undefined {
  let perSeat = 0;
  for (const flight of flights) {
    const load = flight.cabins.find((candidate) => candidate.cabin === cabin);
    if (!load || load.authorised - load.sold - load.held < party) return undefined;
    perSeat += load.price;
  }
  return perSeat;
}
