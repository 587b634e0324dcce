import { assert } from '../../../shared/assert.ts';
import type { FlightSummary } from '../../../shared/methods/flights.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import { flightById } from '../../store/flights-table.ts';
import { readSummary } from '../flight-summary.ts';
import type { QueryContext } from '../query.ts';

export interface ItineraryPrice {
  readonly cabin: Cabin;
  /** For one seat on all flights, minor units. */
  readonly perSeat: number;
}

/** Flights of one search with loads and fares as they are now, each read once and only when somebody asks. */
export class FlightPrices {
  readonly #context: QueryContext;
  readonly #summaries = new Map<number, FlightSummary>();
  readonly #cabins: readonly Cabin[];
  readonly #party: number;

  constructor(context: QueryContext, cabin: Cabin | null, party: number) {
    this.#context = context;
    // From the plainest up, so that of two equally cheap cabins the plainer is named.
    this.#cabins = cabin ? [cabin] : CABINS.toReversed();
    this.#party = party;
  }

  async summary(id: number): Promise<FlightSummary> {
    let summary = this.#summaries.get(id);
    if (!summary) {
      const { db, reference } = this.#context;
      const row = await flightById(db, id);
      assert(row, `flight ${id} was in the index and is not in the table`);
      summary = await readSummary(db, row, reference);
      this.#summaries.set(id, summary);
    }
    return summary;
  }

  async summaries(ids: readonly { readonly id: number }[]): Promise<FlightSummary[]> {
    const summaries: FlightSummary[] = [];
    for (const { id } of ids) summaries.push(await this.summary(id));
    return summaries;
  }

  /** The cheapest cabin with seats for the whole party on every flight; undefined when there is none, or no common currency. */
  async of(flights: readonly { readonly id: number }[]): Promise<ItineraryPrice | undefined> {
    const summaries = await this.summaries(flights);
    const currency = summaries[0]?.currency;
    if (summaries.some((summary) => summary.currency !== currency)) return undefined;
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
