import type { BatchReads } from '../commands/command.ts';
import type { Awaitable, Database } from '../store/database.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';

/** As many as are sold in a rush, and little memory. */
const FLIGHTS_MAX = 2_000;

/**
 * What a run of holds reads again and again. A hold changes neither flights nor settings, so each is read once in the run; whatever
 * else is done, or undone, makes the engine forget.
 */
export class BatchCache implements BatchReads {
  readonly #db: Database;
  readonly #flights = new Map<number, FlightRow>();
  #holdMinutes: number | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  flight(id: number): Awaitable<FlightRow | undefined> {
    return this.#flights.get(id) ?? this.#readFlight(id);
  }

  holdMinutes(): Awaitable<number> {
    return this.#holdMinutes ?? this.#readHoldMinutes();
  }

  async #readFlight(id: number): Promise<FlightRow | undefined> {
    const flight = await flightById(this.#db, id);
    if (this.#flights.size >= FLIGHTS_MAX) this.#flights.clear();
    if (flight) this.#flights.set(id, flight);
    return flight;
  }

  async #readHoldMinutes(): Promise<number> {
    this.#holdMinutes = await readSetting(this.#db, 'holdMinutes');
    return this.#holdMinutes;
  }

  forget(): void {
    this.#flights.clear();
    this.#holdMinutes = undefined;
  }
}
