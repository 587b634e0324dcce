import { type AirportFacts, DEGREE } from '../../shared/methods/airports.ts';
import type { Airport } from '../reference/reference.ts';

/** An airport as the contract says it; null for none. */
export function airportFacts(airport: Airport | undefined): AirportFacts | null {
  if (!airport) return null;
  const { name, city, cityCode, country, latitude, longitude, zone, closed } = airport;
  return { name, city, cityCode, country, north: Math.round(latitude * DEGREE), east: Math.round(longitude * DEGREE), zone, closed };
}
