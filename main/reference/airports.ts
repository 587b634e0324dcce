import { DAY_MS } from '../../shared/instants.ts';
import { DEGREE } from '../../shared/methods/airports.ts';
import type { AirportChange } from './airport-change.ts';
import type { Airport } from './reference.ts';
import { momentOf } from './zone-time.ts';

/** An airport as it is from a moment on: the beginning of a day, local to the airport. */
interface Version {
  readonly fromDay: number;
  readonly from: number;
  readonly airport: Airport;
}

/**
 * The airports that ship with Aisle, with what supervisors added and corrected.
 *
 * A change is dated, and its date is a local day of the airport.
 * 1. A flight is told by the airport as it is on the day on which it leaves or arrives there. So a flight before the date keeps the old zone, city and
 *    place, and one after it has the new ones, whenever one looks.
 * 2. What is found, and not flown, is told by the newest change at once: the place finder, the airports of a city, whether a code is known.
 *    A schedule is imported months before an airport opens, and who plans it must find it.
 * 3. An airport that was added is closed before its day.
 * 4. Moments of flights that are scheduled stay. A schedule says local times, so after a zone was corrected it must be imported again.
 *
 * None of it is ever changed: a change makes another one. So what was worked out from one stays true beside it.
 */
export class Airports {
  /** As the newest change says. */
  readonly byCode: ReadonlyMap<string, Airport>;
  readonly byCity: ReadonlyMap<string, readonly Airport[]>;
  readonly countries: ReadonlySet<string>;
  readonly #shipped: readonly Airport[];
  readonly #changes: readonly AirportChange[];
  /** Of airports that were changed, in the order of their days. */
  readonly #versions = new Map<string, readonly Version[]>();

  constructor(shipped: readonly Airport[], changes: readonly AirportChange[] = []) {
    this.#shipped = shipped;
    this.#changes = changes;
    const byCode = new Map(shipped.map((airport) => [airport.code, airport]));
    this.countries = new Set(shipped.map(({ country }) => country));
    for (const [code, ofCode] of Map.groupBy(changes, (change) => change.code)) {
      const versions = versionsOf(byCode.get(code), ofCode);
      const newest = versions.at(-1);
      if (!newest) continue;
      this.#versions.set(code, versions);
      byCode.set(code, newest.airport);
    }
    this.byCode = byCode;
    const byCity = new Map<string, Airport[]>();
    for (const airport of byCode.values()) {
      const ofCity = byCity.get(airport.cityCode);
      if (ofCity) ofCity.push(airport);
      else byCity.set(airport.cityCode, [airport]);
    }
    this.byCity = byCity;
  }

  /** As it is at a moment, in UTC milliseconds. */
  at(code: string, moment: number): Airport | undefined {
    return this.#version(code, ({ from }) => from <= moment);
  }

  /** As it is on a local day, in days since 1970. */
  on(code: string, day: number): Airport | undefined {
    return this.#version(code, ({ fromDay }) => fromDay <= day);
  }

  /** As it came with Aisle. */
  shipped(code: string): Airport | undefined {
    return this.#shipped.find((airport) => airport.code === code);
  }

  with(changes: readonly AirportChange[]): Airports {
    return new Airports(this.#shipped, [...this.#changes, ...changes]);
  }

  #version(code: string, holds: (version: Version) => boolean): Airport | undefined {
    return (this.#versions.get(code)?.findLast(holds) ?? { airport: this.byCode.get(code) }).airport;
  }
}

function versionsOf(shipped: Airport | undefined, changes: readonly AirportChange[]): Version[] {
  const byDay = new Map<number, AirportChange>();
  for (const change of changes.toSorted((a, b) => a.number - b.number)) byDay.set(change.fromDay, change);
  const dated = [...byDay.values()].sort((a, b) => a.fromDay - b.fromDay);
  const [first] = dated;
  const before = shipped ?? (first && { ...airportOf(first), closed: true });
  if (!before) return [];
  return [
    { fromDay: Number.NEGATIVE_INFINITY, from: Number.NEGATIVE_INFINITY, airport: before },
    ...dated.map((change) => ({
      fromDay: change.fromDay,
      from: momentOf(change.zone, change.fromDay * DAY_MS).at,
      airport: airportOf(change),
    })),
  ];
}

const airportOf = ({ number: _number, fromDay: _fromDay, north, east, ...facts }: AirportChange): Airport => ({
  ...facts,
  latitude: north / DEGREE,
  longitude: east / DEGREE,
  suspect: false,
});
