import type { Airport, Reference } from '../../reference/reference.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { servedOrigins } from '../../store/tables/flights-table.ts';
import { scheduleGeneration } from '../../store/tables/schedule-generation.ts';

/** The most that kept miles may take, in bytes. */
const MILES_BYTES_MAX = 4 * 1_024 * 1_024;

/** The airports where one may change, with what each search needs of them and none changes. */
export class ServedAirports {
  readonly airports: readonly Airport[];
  /** By airport: the number of its city, from 0. */
  readonly cityOf: readonly number[];
  readonly cities: number;
  readonly #reference: Reference;
  readonly #placeOf: ReadonlyMap<string, number>;
  /** By code. To work out the miles to a thousand airports anew would be a sixth of a search with one stop. */
  readonly #milesFrom = new Map<string, Float64Array>();

  constructor(reference: Reference, airports: readonly Airport[]) {
    const cities = new Map<string, number>();
    this.airports = airports;
    this.cityOf = airports.map(({ cityCode }) => {
      const city = cities.get(cityCode) ?? cities.size;
      cities.set(cityCode, city);
      return city;
    });
    this.cities = cities.size;
    this.#placeOf = new Map(airports.map(({ code }, place) => [code, place]));
    this.#reference = reference;
  }

  /** By airport: 1 for those with one of the codes. */
  marked(codes: Iterable<string>): Uint8Array {
    const marks = new Uint8Array(this.airports.length);
    for (const code of codes) {
      const place = this.#placeOf.get(code);
      if (place !== undefined) marks[place] = 1;
    }
    return marks;
  }

  /** Miles between an airport and each of these, in their order. If the sources differ about where one lies, its miles are 0. */
  milesFrom(airport: Airport): Float64Array {
    const known = this.#milesFrom.get(airport.code);
    if (known) return known;
    const miles = Float64Array.from(this.airports, (other) => this.#reference.miles(airport, other) ?? 0);
    if ((this.#milesFrom.size + 1) * miles.byteLength > MILES_BYTES_MAX) this.#milesFrom.clear();
    this.#milesFrom.set(airport.code, miles);
    return miles;
  }
}

interface Kept {
  readonly generation: number;
  readonly reference: Reference;
  readonly served: ServedAirports;
}

/**
 * The airports that have flights. Finding them takes one look into the index for each airport, an eighth of a search for one stop. Only a new
 * schedule changes them. So they are kept until `schedule_generation` changes, and whatever writes flights must raise it. A reference with other airports has its own.
 */
const keptBy = new WeakMap<ReadDatabase, Kept>();

/** The airports that flights leave from, and the other airports of their cities, where one may arrive. */
export async function servedAirports(db: ReadDatabase, reference: Reference): Promise<ServedAirports> {
  const generation = await scheduleGeneration(db);
  const kept = keptBy.get(db);
  if (kept?.generation === generation && kept.reference === reference) return kept.served;
  const airports = new Set<Airport>();
  for (const code of await servedOrigins(db)) {
    const airport = reference.airport(code);
    if (!airport) continue;
    airports.add(airport);
    for (const other of reference.airportsOf(airport.cityCode)) airports.add(other);
  }
  const served = new ServedAirports(reference, [...airports]);
  keptBy.set(db, { generation, reference, served });
  return served;
}
