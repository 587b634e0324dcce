import { dataJson } from './data-file.ts';
import type { Airport } from './reference.ts';

/** Arriving flight, then departing flight: D domestic, I international. */
type Cell = 'DD' | 'DI' | 'ID' | 'II';

interface ConnectionTimesFile {
  readonly defaults: Readonly<Record<Cell, number>>;
  readonly betweenAirports: number;
  /** An airport's own values; a cell that it does not name keeps the default. */
  readonly airports: Readonly<Record<string, Partial<Record<Cell, number>>>>;
  /** Territories whose flights to the named country are domestic. */
  readonly domesticWith: Readonly<Record<string, string>>;
}

export class ConnectionTimes {
  readonly #file = dataJson<ConnectionTimesFile>('connection-times.json');

  minutes(arrivesFrom: Airport, at: Airport, departsAt: Airport, departsTo: Airport): number {
    if (at.code !== departsAt.code) return this.#file.betweenAirports;
    const cell: Cell = `${this.#kind(arrivesFrom, at)}${this.#kind(at, departsTo)}`;
    return this.#file.airports[at.code]?.[cell] ?? this.#file.defaults[cell];
  }

  #kind(from: Airport, to: Airport): 'D' | 'I' {
    return this.isDomestic(from, to) ? 'D' : 'I';
  }

  /** One reading for all: territories count to the country whose flights to them are domestic. */
  isDomestic(from: Airport, to: Airport): boolean {
    return this.#area(from.country) === this.#area(to.country);
  }

  #area(country: string): string {
    return this.#file.domesticWith[country] ?? country;
  }
}
