import { assert } from '../../../shared/assert.ts';
import { type CloseRules, closesAt } from '../../../shared/close-of-sales.ts';
import { isDue } from '../../../shared/instants.ts';
import { CABINS, type Cabin } from '../../../shared/seat-map.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { readCloseRules } from '../../store/tables/close-rules.ts';
import { type CabinCounter, FLIGHTS_AT_ONCE, type SeatingRow, seatingById } from '../../store/tables/flights-table.ts';
import { cabinTaken } from '../../views/price-question.ts';
import type { QueryContext } from '../query.ts';

export interface FlightSeats extends Pick<SeatingRow, 'carrier' | 'equipment' | 'currency'> {
  /** How many seats each of the cabins that are asked for may still sell; none where sales have closed, or the flight has it not. */
  readonly left: readonly number[];
}

/**
 * Who flies the flights of one search, and how many seats they have left: what stands in no index, for flights whose price nobody asks for. Each is
 * read once.
 */
export class FlightsSeats {
  readonly #context: QueryContext;
  readonly #cabins: readonly Cabin[];
  readonly #known = new Map<number, FlightSeats>();
  /** Nearly all flights have sold nothing yet, so that they have what their seat map has. */
  readonly #leftOfMap = new Map<string, readonly number[]>();
  readonly #noneLeft: readonly number[];

  /** `cabin` null: all cabins. */
  constructor(context: QueryContext, cabin: Cabin | null) {
    this.#context = context;
    this.#cabins = cabin ? [cabin] : CABINS;
    this.#noneLeft = this.#cabins.map(() => 0);
  }

  /** Must be called before a flight is asked for. */
  async read(ids: Iterable<number>): Promise<void> {
    // In their order, because neighbours share a page of the table.
    const missing = new Float64Array([...ids].filter((id) => !this.#known.has(id))).sort();
    const rules = await readCloseRules(this.#context.db);
    for (let start = 0; start < missing.length; start += FLIGHTS_AT_ONCE) {
      await this.#context.pause?.();
      const { rows, counters } = await seatingById(this.#context.db, [...missing.subarray(start, start + FLIGHTS_AT_ONCE)]);
      for (const row of rows) {
        const { id, carrier, equipment, currency } = row;
        const ofFlight = counters.filter(({ flight_id }) => flight_id === id);
        this.#known.set(id, { carrier, equipment, currency, left: this.#leftOf(row, ofFlight, rules) });
      }
    }
  }

  of(id: number): FlightSeats {
    const seats = this.#known.get(id);
    assert(seats, `flight ${id} was in the index and is not in the table`);
    return seats;
  }

  #leftOf(row: SeatingRow, counters: readonly CabinCounter[], rules: CloseRules): readonly number[] {
    const { reference, now } = this.#context;
    if (isDue(closesAt(rules, row.carrier, row.origin, row.departs_at), now)) return this.#noneLeft;
    const known = counters.length === 0 ? this.#leftOfMap.get(row.seat_map) : undefined;
    if (known) return known;
    const plan = reference.seatPlan(row.seat_map);
    assert(plan, `flight ${row.id} flies with seats that this Aisle does not know`);
    const left = this.#cabins.map((cabin) => leftIn(plan, cabin, counters));
    if (counters.length === 0) this.#leftOfMap.set(row.seat_map, left);
    return left;
  }
}

function leftIn({ capacity }: Pick<SeatPlan, 'capacity'>, cabin: Cabin, counters: readonly CabinCounter[]): number {
  const seats = capacity[cabin];
  if (seats === undefined) return 0;
  const { authorised, held, sold } = cabinTaken(counters, cabin, seats);
  return Math.max(0, authorised - held - sold);
}
