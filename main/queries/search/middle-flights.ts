import { connectionTime } from '../../rules/connections.ts';
import type { Airport, Reference } from '../../schedule/reference.ts';
import { ROUTES_AT_ONCE } from '../../store/flights-table.ts';
import type { LegFlight, LegFlights } from './leg-flights.ts';

/** The flights that one can go on with after arriving from the origin: read as they are asked for, some routes ahead at a time. */
export class MiddleFlights {
  readonly #reference: Reference;
  readonly #legs: LegFlights;
  readonly #origin: Airport;
  readonly #arrivesAt: Airport;
  readonly #departsAt: Airport;
  readonly #earliest: number;
  readonly #latest: number;
  readonly #expected: { readonly to: Airport; readonly order: number }[] = [];
  #read = 0;
  readonly #flights = new Map<string, readonly LegFlight[]>();

  constructor(
    reference: Reference,
    legs: LegFlights,
    origin: Airport,
    arrivesAt: Airport,
    departsAt: Airport,
    firsts: readonly LegFlight[],
  ) {
    this.#reference = reference;
    this.#legs = legs;
    this.#origin = origin;
    this.#arrivesAt = arrivesAt;
    this.#departsAt = departsAt;
    this.#earliest = firsts.reduce((least, { arrives }) => Math.min(least, arrives), Number.POSITIVE_INFINITY);
    this.#latest = firsts.reduce((most, { arrives }) => Math.max(most, arrives), 0);
  }

  /** Says what will be asked for; what has the lowest order is asked for first. All of it before the first question. */
  expect(to: Airport, order: number): void {
    this.#expected.push({ to, order });
  }

  /** By departure. `destination` must be expected. */
  async to(destination: Airport): Promise<readonly LegFlight[]> {
    while (!this.#flights.has(destination.code) && this.#read < this.#expected.length) await this.#readSome();
    return this.#flights.get(destination.code) ?? [];
  }

  async #readSome(): Promise<void> {
    if (this.#read === 0) this.#expected.sort((a, b) => a.order - b.order);
    const some = this.#expected.slice(this.#read, this.#read + ROUTES_AT_ONCE);
    this.#read += some.length;
    const codes = [...new Set(some.map(({ to }) => to.code))].filter((code) => !this.#flights.has(code));
    const layovers = some.map(
      ({ to }) => connectionTime(this.#reference, this.#origin, this.#arrivesAt, this.#departsAt, to)?.layoverMsMax ?? 0,
    );
    const until = this.#latest + Math.max(...layovers) + 1;
    const flights = await this.#legs.many('from', this.#departsAt.code, codes, this.#earliest, until);
    for (const code of codes) this.#flights.set(code, flights.get(code) ?? []);
  }
}
