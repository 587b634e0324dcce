import type { Airports } from './airports.ts';
import type { Airport, Place } from './reference.ts';

interface Entry {
  readonly place: Place;
  readonly cityCode: string;
  readonly city: string;
  /** Folded words of city, name and country, each after a space. */
  readonly words: string;
  readonly weight: number;
}

/** Makes texts that mean the same equal: `São Paulo` and `sao paulo`. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Finds airports and cities as an agent types them. A city stands in the list under its own code only when no airport has that code:
 * `NYC`, `LON`, `WAS` are cities. `HOU` is Houston Hobby, and `HOU*` is the other reading of the code: all airports of Houston.
 */
export class PlaceFinder {
  readonly #airports: Airports;
  /** Departures on the sample day. Busy airports are looked for most often. */
  readonly #departures: ReadonlyMap<string, number>;
  #entries: readonly Entry[] | undefined;

  constructor(airports: Airports, departures: ReadonlyMap<string, number>) {
    this.#airports = airports;
    this.#departures = departures;
  }

  /** Best first: the code itself, then the city so coded, then its airports, then a word of the city's name, then of the airport's; busier before quieter. */
  find(text: string, most: number): Place[] {
    const sought = fold(text);
    if (sought === '' || most < 1) return [];
    this.#entries ??= this.#list();
    const found: { entry: Entry; rank: number }[] = [];
    for (const entry of this.#entries) {
      const rank = rankOf(entry, sought);
      if (rank > 0) found.push({ entry, rank });
    }
    found.sort((a, b) => b.rank - a.rank || b.entry.weight - a.entry.weight || (a.entry.place.code < b.entry.place.code ? -1 : 1));
    return found.slice(0, most).map(({ entry }) => entry.place);
  }

  #list(): Entry[] {
    const { byCode, byCity } = this.#airports;
    const entries: Entry[] = [];
    const add = (place: Place, cityCode: string, weight: number): void => {
      const words = ` ${fold(place.city)} ${fold(place.name)}`;
      entries.push({ place, cityCode: cityCode.toLowerCase(), city: ` ${fold(place.city)}`, words, weight });
    };
    // Most airports have no departures on the sample day. Of these, an international airport and one of a big city come first.
    const weightOf = ({ code, cityCode, name }: Airport): number =>
      (this.#departures.get(code) ?? 0) + (byCode.has(cityCode) ? 0 : 0.5) + (name.includes('International') ? 0.25 : 0);
    for (const airport of byCode.values()) {
      const { code, cityCode, name, city, country } = airport;
      add({ code, kind: 'airport', name, city, country, airports: [code] }, cityCode, weightOf(airport));
    }
    for (const [code, airports] of byCity) {
      const [first] = airports;
      const isAirport = byCode.has(code);
      if (!first || (isAirport && airports.length < 2)) continue;
      const weights = new Map<string, number>();
      for (const airport of airports) weights.set(airport.city, (weights.get(airport.city) ?? 0) + weightOf(airport));
      // NYC counts Newark among its airports but is called New York.
      const city = [...weights].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
      const codes = airports.map((airport) => airport.code);
      // Where the city has a code of its own, it is meant before its airports. Otherwise its busiest airport is meant before it.
      const weight = isAirport ? Math.max(...airports.map(weightOf)) - 0.01 : airports.reduce((sum, airport) => sum + weightOf(airport), 0);
      add(
        { code: isAirport ? `${code}*` : code, kind: 'city', name: `${city}, all airports`, city, country: first.country, airports: codes },
        code,
        weight,
      );
    }
    return entries;
  }
}

function rankOf(entry: Entry, sought: string): number {
  const code = entry.place.code.toLowerCase();
  if (code === sought) return 6;
  if (code === `${sought}*`) return 5;
  if (entry.cityCode === sought) return 4;
  if (entry.city.startsWith(` ${sought}`)) return 3;
  if (entry.city.includes(` ${sought}`)) return 2;
  return entry.words.includes(` ${sought}`) ? 1 : 0;
}
