import { dataJson } from './data-file.ts';
import type { Airport } from './reference.ts';

interface AirportsFile {
  readonly zones: string[];
  /** Kilometres between the places that two sources give for an airport. */
  readonly disputedKm: Readonly<Record<string, number>>;
  /** code, name, city, city code, country, latitude, longitude, zone number, departures on the sample day */
  readonly airports: readonly [string, string, string, string, string, number, number, number, number][];
}

/** Two sources may measure from different ends of an airport. If they differ by more than this, one of them means another place. */
const DISPUTED_KM_MIN = 50;

export interface AirportTable {
  readonly byCode: ReadonlyMap<string, Airport>;
  readonly byCity: ReadonlyMap<string, readonly Airport[]>;
  /** Departures on the sample day. Busy airports are looked for most often. */
  readonly departures: ReadonlyMap<string, number>;
}

export function loadAirports(): AirportTable {
  const file = dataJson<AirportsFile>('airports.json');
  const byCode = new Map<string, Airport>();
  const byCity = new Map<string, Airport[]>();
  const departures = new Map<string, number>();
  for (const [code, name, city, cityCode, country, latitude, longitude, zoneNumber, flights] of file.airports) {
    const zone = file.zones[zoneNumber] ?? 'UTC';
    const suspect = (file.disputedKm[code] ?? 0) >= DISPUTED_KM_MIN;
    const airport: Airport = { code, name, city, cityCode, country, latitude, longitude, zone, suspect };
    byCode.set(code, airport);
    const ofCity = byCity.get(cityCode);
    if (ofCity) ofCity.push(airport);
    else byCity.set(cityCode, [airport]);
    if (flights > 0) departures.set(code, flights);
  }
  return { byCode, byCity, departures };
}
