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

export interface ShippedAirports {
  readonly airports: readonly Airport[];
  /** Departures on the sample day. Busy airports are looked for most often. */
  readonly departures: ReadonlyMap<string, number>;
}

export function shippedAirports(): ShippedAirports {
  const file = dataJson<AirportsFile>('airports.json');
  const departures = new Map<string, number>();
  const airports = file.airports.map(([code, name, city, cityCode, country, latitude, longitude, zoneNumber, flights]): Airport => {
    const zone = file.zones[zoneNumber] ?? 'UTC';
    const suspect = (file.disputedKm[code] ?? 0) >= DISPUTED_KM_MIN;
    if (flights > 0) departures.set(code, flights);
    return { code, name, city, cityCode, country, latitude, longitude, zone, closed: false, suspect };
  });
  return { airports, departures };
}
