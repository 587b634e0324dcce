const EARTH_MILES = 3958.7613;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Statute miles along the great circle, by the haversine on a sphere of the earth's mean radius; within 0.6 % of the ellipsoid. */
export function greatCircleMiles(from: Position, to: Position): number {
  const latitude = Math.sin(radians(to.latitude - from.latitude) / 2);
  const longitude = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord = latitude ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitude ** 2;
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
