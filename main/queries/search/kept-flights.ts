import type { FlightRow } from '../../store/tables/flights-table.ts';

/** How many flights are kept at most, some 6 MB: those that a station sells in a day. */
const FLIGHTS_MAX = 32_000;

/**
 * The flights that searches have read, for one number of the schedule. A search with one stop reads some fifty, and most of them were read by another
 * search before. What is sold and held of them is read each time.
 *
 * They are kept in two halves. When the half that is being filled is full, those of the other that nobody asked for since are forgotten. This costs less
 * than to know the order in which all of them were asked for.
 */
export class KeptFlights {
  #newer = new Map<number, FlightRow>();
  #older = new Map<number, FlightRow>();

  get(id: number): FlightRow | undefined {
    const row = this.#newer.get(id);
    if (row) return row;
    const older = this.#older.get(id);
    if (older) this.keep(older);
    return older;
  }

  keep(row: FlightRow): void {
    if (this.#newer.size >= FLIGHTS_MAX / 2) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(row.id, row);
  }

  forget(): void {
    this.#newer = new Map();
    this.#older = new Map();
  }
}
